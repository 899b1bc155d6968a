/** What is left when navigation, adverts and the like are taken away from a page. */
export interface Article {
  title: string;
  byline: string;
  content: Element;
}

/** Finds the article in a document that it may change; undefined when there is none. */
export type ArticleFinder = (document: Document) => Article | undefined;

/** A symbol, because an element of the page can take any name (`<p id=finder>`) and would be found under it. */
const SLOT = Symbol.for('errand.article-finder');

type Slotted = typeof globalThis & { [SLOT]?: ArticleFinder };

/** The finder is a script of its own, which only readers of whole pages need: it says here that it has come. */
export function provideArticleFinder(finder: ArticleFinder): void {
  (globalThis as Slotted)[SLOT] = finder;
}

export function getArticleFinder(): ArticleFinder | undefined {
  return (globalThis as Slotted)[SLOT];
}
