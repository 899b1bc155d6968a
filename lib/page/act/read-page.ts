import { getBody } from '../observe/dom';
import type { ActContext, PageActionRunner } from './act-context';
import { nameElement } from './name-element';
import { visitTextBlocks } from './visible-text';

/** Longest text that one reading returns, in characters (about 25,000 tokens). */
export const MAX_READ_LENGTH = 100_000;

export const readPage: PageActionRunner = {
  name: 'read_page',
  element: 'optional',
  reads: true,
  async run(context, _action, element) {
    const whole = readVisibleText(context, element);
    const data = whole.slice(0, MAX_READ_LENGTH);
    const what = element ? nameElement(context, element) : 'the page';
    const cut =
      whole.length > data.length
        ? `, the first ${data.length} of ${whole.length} characters; find_text reaches the rest`
        : '';
    return { message: data === '' ? `${what} has no visible text` : `text of ${what}${cut}`, data };
  },
};

function readVisibleText(context: ActContext, element: Element | undefined): string {
  const root = element ?? getBody(context.document);
  const lines: string[] = [];
  if (root) {
    visitTextBlocks(context.deps, root, (block) => {
      lines.push(block.text);
      return true;
    });
  }
  return lines.join('\n');
}
