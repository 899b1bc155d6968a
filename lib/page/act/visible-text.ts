import { ELEMENT_NODE, getLocalName, getNodeType, matches, TEXT_NODE } from '../observe/dom';
import { getFlatChildren } from '../observe/flat-tree';
import type { ActDeps } from './act-context';

/** One run of text that a person reads as a line: a paragraph, a cell, a list item. */
export interface TextBlock {
  /** White space folded. */
  text: string;
  /** The element whose text it is. */
  element: Element;
}

const SKIPPED = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'svg',
  'select',
  'datalist',
  'iframe',
  'object',
]);
/** Elements that run on in a line; everything else begins a block. Tags, not computed styles: this reads 100,000 elements. */
const INLINE = new Set(
  'a abbr b bdi bdo big cite code data dfn em font i kbd label mark q s samp small span strong sub sup time u var wbr slot button'.split(
    ' ',
  ),
);

/**
 * The blocks of visible text under an element in reading order, through shadow roots. The text of hidden elements is
 * left out; `until` ends the walk as soon as it says so.
 */
export function collectTextBlocks(deps: ActDeps, root: Element, keep: (block: TextBlock) => boolean): void {
  const isSeen = makeVisibilityTest(deps);
  let pieces: string[] = [];
  let owner = root;
  let going = true;
  const flush = (next: Element): void => {
    const text = pieces
      .join('')
      .replace(/[\s\u200b\ufeff]+/gu, ' ')
      .trim();
    pieces = [];
    if (text !== '' && going) going = keep({ text, element: owner });
    owner = next;
  };
  const walk = (element: Element): void => {
    if (!going || SKIPPED.has(getLocalName(element))) return;
    // Nothing inside `display: none` is drawn; visibility and opacity are asked where there is text.
    const block = !INLINE.has(getLocalName(element));
    if (block && !isRendered(element)) return;
    const outer = owner;
    if (block) flush(element);
    pieces.push(...ownWords(element));
    for (const child of getFlatChildren(element)) {
      if (getNodeType(child) === ELEMENT_NODE) walk(child as Element);
      else if (getNodeType(child) === TEXT_NODE && isSeen(element)) pieces.push((child as Text).data);
    }
    if (block) flush(outer);
    else if (getLocalName(element) === 'button') pieces.push(' ');
  };
  walk(root);
  flush(root);
}

function isRendered(element: Element): boolean {
  return (
    element.checkVisibility() ||
    matches(element, ':root,body,slot') ||
    getComputedStyle(element).display === 'contents'
  );
}

/** What a control shows that is no text node: its value, or the chosen option. Never a password. */
function ownWords(element: Element): string[] {
  if (getLocalName(element) === 'br') return [' '];
  if (!matches(element, 'input:not([type=password],[type=hidden],[type=checkbox],[type=radio]),textarea'))
    return [];
  return [(element as HTMLInputElement).value, ' '];
}

/** Asked once per element that has text of its own. */
function makeVisibilityTest(deps: ActDeps): (element: Element) => boolean {
  const known = new WeakMap<Element, boolean>();
  return (element) => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const seen = deps.isPerceivable
      ? deps.isPerceivable(element)
      : element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ||
        getComputedStyle(element).display === 'contents';
    known.set(element, seen);
    return seen;
  };
}
