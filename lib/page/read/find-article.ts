import { isProbablyReaderable, Readability } from '@mozilla/readability';
import type { ArticleFinder } from './article-slot';

/** Readability scores every paragraph against its ancestors: beyond this a page waits for it too long. */
const MOST_ELEMENTS = 12_000;

/** Readability on a copy of what can be seen; it takes the document apart. */
export const findArticle: ArticleFinder = (document) => {
  if (document.getElementsByTagName('*').length > MOST_ELEMENTS || !isProbablyReaderable(document))
    return undefined;
  const article = new Readability<Node>(document, {
    serializer: (node) => node,
    disableJSONLD: true,
  }).parse();
  if (!(article?.content instanceof Element)) return undefined;
  return { title: article.title ?? '', byline: article.byline ?? '', content: article.content };
};
