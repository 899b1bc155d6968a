import { getBody } from '../observe/dom';
import { Perception } from '../observe/walk/perception';
import { runInSlices } from '../observe/walk/steps';
import { getArticleFinder } from '../read/article-slot';
import { copyVisible, type VisibleCopy } from '../read/copy-visible';
import { writeMarkdown } from '../read/write-markdown';
import type { PageAction } from '../types';
import type { ActContext, PageActionRunner } from './actor/act-context';
import { nameElement, quoteShort } from './actor/name-element';
import { cutPart } from './reading/cut-part';
import { readFlag, readNumber } from './actor/read-arguments';

/** An article stands for the page only when it is most of what the page says. */
const LEAST_SHARE = 0.6;

interface PageText {
  /** What was read, for the message. */
  what: string;
  markdown: string;
  /** What is not in it, in words; '' when nothing is missing. */
  missing: string;
}

export const readPage: PageActionRunner = {
  name: 'read_page',
  element: 'optional',
  reads: true,
  async run(context, action, element) {
    const text = await readText(context, action, element);
    if (text.markdown === '') return { message: `${text.what} has no visible text`, data: '' };
    const part = cutPart(text.markdown, readNumber(action, 'offset') ?? 0);
    return { message: `${text.what} as Markdown, ${part.place}${text.missing}`, data: part.text };
  },
};

async function readText(context: ActContext, action: PageAction, element?: Element): Promise<PageText> {
  const start = element ?? getBody(context.document);
  const what = element ? nameElement(context, element) : 'the page';
  if (!start) return { what, markdown: '', missing: '' };
  const { window } = context;
  const copy = await runInSlices(window, copyVisible(window, start, new Perception(window)), () => undefined);
  const missing = describeMissing(copy);
  if (element || readFlag(action, 'whole')) return { what, markdown: writeMarkdown(copy.root), missing };
  const article = readArticle(context, copy);
  return article
    ? { ...article, missing: article.missing + missing }
    : { what, markdown: writeMarkdown(copy.root), missing };
}

/** The article of a page that is mostly one; undefined for any other page, and when the finder was not loaded. */
function readArticle(context: ActContext, { document, root }: VisibleCopy): PageText | undefined {
  const findArticle = getArticleFinder();
  if (!findArticle) return undefined;
  const whole = countCharacters(root);
  const taken = document.cloneNode(true) as Document;
  taken.title = context.document.title;
  const article = findArticle(taken);
  if (!article) return undefined;
  const kept = countCharacters(article.content);
  if (kept < LEAST_SHARE * countCharacters(findMain(root))) return undefined;
  const heading = article.content.querySelector('h1') || article.title === '' ? '' : `# ${article.title}\n\n`;
  const by = article.byline === '' ? '' : `${article.byline}\n\n`;
  return {
    what: `the article ${quoteShort(article.title)}`.trim(),
    markdown: `${heading}${by}${writeMarkdown(article.content)}`,
    missing: `; ${Math.max(0, whole - kept)} characters around it (menus, side bars) are left out, whole true reads them too`,
  };
}

function findMain(root: Element): Element {
  return root.querySelector('main') ?? root;
}

/** White space aside. */
function countCharacters(element: Element): number {
  return (element.textContent ?? '').replace(/\s+/g, '').length;
}

function describeMissing({ frames, hiddenTexts }: VisibleCopy): string {
  const parts = [
    frames > 0 ? `; ${frames} ${frames === 1 ? 'frame is' : 'frames are'} read apart, by a ref in it` : '',
    hiddenTexts > 0 ? `; ${hiddenTexts} hidden ${hiddenTexts === 1 ? 'text' : 'texts'} left out` : '',
  ];
  return parts.join('');
}
