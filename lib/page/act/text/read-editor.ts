import {
  getFirstChild,
  getLocalName,
  getNextSibling,
  getNodeType,
  getShadowRoot,
  hasAttribute,
  TEXT_NODE,
} from '../../observe/dom';

/**
 * Text of a contenteditable as a person reads it, one line per block. What cannot be edited in it (placeholders, widgets,
 * line numbers) is no part of the text.
 */
export function readEditor(host: Element): string {
  const lines: string[] = [''];
  collectLines(host, lines);
  return lines
    .join('\n')
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

/** The text nodes that can be edited, in order. */
export function listEditableTexts(host: Element): Text[] {
  const texts: Text[] = [];
  walk(host, (text) => texts.push(text));
  return texts;
}

function collectLines(host: Element, lines: string[]): void {
  const breakLine = (): void => void lines.push('');
  walk(host, (text) => (lines[lines.length - 1] += readText(text)), breakLine);
}

/** Line breaks of the source are spaces, unless the text is preformatted. */
function readText(text: Text): string {
  const parent = text.parentElement;
  const isKept =
    parent !== null &&
    /pre|break-spaces/.test(
      getComputedStyle(parent).whiteSpaceCollapse || getComputedStyle(parent).whiteSpace,
    );
  return isKept ? text.data : text.data.replace(/\s+/gu, ' ');
}

function walk(element: Element, onText: (text: Text) => void, onBreak: () => void = () => undefined): void {
  const root = getShadowRoot(element) ?? element;
  for (let node = getFirstChild(root); node; node = getNextSibling(node)) {
    if (getNodeType(node) === TEXT_NODE) onText(node as Text);
    if (!(node instanceof Element)) continue;
    if (getLocalName(node) === 'br') onBreak();
    if (!isEditablePart(node)) continue;
    const isBlock = !/^(inline|contents)/.test(getComputedStyle(node).display);
    if (isBlock) onBreak();
    walk(node, onText, onBreak);
    if (isBlock) onBreak();
  }
}

function isEditablePart(element: Element): boolean {
  if (hasAttribute(element, 'contenteditable') && !(element as HTMLElement).isContentEditable) return false;
  return !/^(style|script|template)$/.test(getLocalName(element));
}
