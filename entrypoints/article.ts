import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { provideArticleFinder } from '../lib/page/read/article-slot';
import { findArticle } from '../lib/page/read/find-article';

/** Injected beside the page script when a whole page is read, so that every other page is spared Readability. */
export default defineUnlistedScript(() => provideArticleFinder(findArticle));
