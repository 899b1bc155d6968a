import { createErrandPage } from './errand-page';
import { provideArticleFinder } from './read/article-slot';
import { findArticle } from './read/find-article';
import type { ErrandPage } from './types';
import { installPageWorld } from './world/install-page-world';

declare global {
  var ErrandPage: ErrandPage | undefined;
}

provideArticleFinder(findArticle);
globalThis.ErrandPage = createErrandPage(window, undefined, () => installPageWorld(window));
