import { getAttribute, getLocalName } from '../dom';
import { getFlatParent } from '../flat-tree';
import { transformText } from './transform-text';

export type Pseudo = '::before' | '::after';

/** `content` of a pseudo-element as text (accname 1.2, 2F.ii), with spaces around what is no inline run of letters. */
export function readPseudoText(window: Window, element: Element, pseudo: Pseudo): string {
  const style = window.getComputedStyle(element, pseudo);
  const content = style.content;
  if (content === 'none' || content === 'normal' || content === '' || content === '""') return '';
  const { display } = style;
  if (display === 'none' || style.visibility !== 'visible') return '';
  const slash = findSlash(content);
  const text = readParts(slash < 0 ? content : content.slice(slash + 3), element);
  const shown = slash < 0 ? transformText(text, style.textTransform) : text;
  return display === 'inline' && slash < 0 ? shown : ` ${shown} `;
}

/** Where the alternative text begins (CSS Generated Content 3, 2.1); a slash inside a string is none. */
function findSlash(content: string): number {
  const found = /^(?:[^"/]|"(?:[^"\\]|\\.)*")* \/ /.exec(content);
  return found ? found[0].length - 3 : -1;
}

const PART = /"((?:[^"\\]|\\.)*)"|attr\(([\w-]+)[^)]*\)|(open-quote|close-quote)/g;

function readParts(content: string, element: Element): string {
  let text = '';
  for (const [, quoted, attribute, quote] of content.matchAll(PART)) {
    if (quoted !== undefined) text += unescapeString(quoted);
    else if (attribute !== undefined) text += getAttribute(element, attribute) ?? '';
    else text += readQuote(element, quote === 'open-quote');
  }
  return text;
}

/** `\"`, `\\`, and code points such as `\a ` (CSS Syntax 3, 4.3.7). */
function unescapeString(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:([\da-f]{1,6})\s?|(.))/gi, (_, hex?: string, letter?: string) =>
    hex === undefined ? (letter ?? '') : String.fromCodePoint(Number.parseInt(hex, 16)),
  );
}

/** Quotes inside quotes inside quotes are counted so far. */
const FARTHEST_QUOTE = 20;

/** English marks, by how many `q` are around; other languages differ in the mark alone. */
function readQuote(element: Element, opens: boolean): string {
  let isInner = false;
  let at = getFlatParent(element);
  for (let steps = 0; at && steps < FARTHEST_QUOTE; steps++, at = getFlatParent(at)) {
    if (getLocalName(at) === 'q') isInner = !isInner;
  }
  if (isInner) return opens ? '‘' : '’';
  return opens ? '“' : '”';
}
