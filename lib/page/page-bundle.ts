import { createErrandPage } from './errand-page';
import { provideArticleFinder } from './read/article-slot';
import { findArticle } from './read/find-article';
import type { ErrandPage } from './types';

declare global {
  var ErrandPage: ErrandPage | undefined;
}

provideArticleFinder(findArticle);
globalThis.ErrandPage = createErrandPage(window);
