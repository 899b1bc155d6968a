import { ELEMENT_NODE, getLocalName, getNodeType, TEXT_NODE } from '../observe/dom';
import { getFlatChildren } from '../observe/flat-tree';
import { Perception } from '../observe/walk/perception';
import type { ActDeps } from './act-context';

/** One run of text that a person reads as a line: a paragraph, a cell, a list item. */
export interface TextBlock {
  /** White space folded. */
  text: string;
  /** The element that begins the line. */
  element: Element;
  /** What it is made of, in order: the text as the page has it and the innermost element around it. */
  parts: readonly TextPart[];
}

export interface TextPart {
  text: string;
  element: Element;
}

const SKIPPED = new Set('script style noscript template head svg select datalist iframe object'.split(' '));
/** Elements that run on in a line; everything else begins a block. Tags, not computed styles: this reads 100,000 elements. */
const INLINE = new Set(
  'a abbr b bdi bdo big cite code data dfn em font i kbd label mark q s samp small span strong sub sup time u var wbr slot button input textarea br'.split(
    ' ',
  ),
);
/** Input types that show their value as text. */
const SHOWS_VALUE =
  /^(text|search|email|url|tel|number|date|time|datetime-local|month|week|submit|button|reset)$/;
const SPACE = /[\s\u200b\ufeff]+/gu;

/**
 * Goes through the blocks of visible text under an element in reading order, through shadow roots, until `visit`
 * answers false. Passwords and text that no person could see are left out, as in an observation. With `holding`, blocks for which it is false
 * are left out before anyone asks the browser what is visible, which is what takes the time.
 */
export function visitTextBlocks(
  deps: ActDeps,
  root: Element,
  visit: (block: TextBlock) => boolean,
  holding?: (text: string) => boolean,
): void {
  const isSeen = makeVisibilityTest(deps);
  let parts: TextPart[] = [];
  let owner = root;
  let going = true;
  const flush = (next: Element): void => {
    if (parts.length > 0 && going) {
      const block = makeBlock(owner, parts, isSeen, holding);
      if (block) going = visit(block);
    }
    parts = [];
    owner = next;
  };
  const walk = (element: Element, tag: string): void => {
    if (!going || SKIPPED.has(tag)) return;
    const isBlock = !INLINE.has(tag);
    const outer = owner;
    if (isBlock) flush(element);
    const own = readOwnWords(element, tag);
    if (own !== '') parts.push({ text: own, element });
    // A textarea's child is what it held at first.
    const children = tag === 'textarea' ? [] : getFlatChildren(element);
    for (const child of children) {
      const type = getNodeType(child);
      if (type === ELEMENT_NODE) walk(child as Element, getLocalName(child as Element));
      else if (type === TEXT_NODE) parts.push({ text: (child as Text).data, element });
    }
    if (isBlock) flush(outer);
  };
  walk(root, getLocalName(root));
  flush(root);
}

function makeBlock(
  element: Element,
  all: TextPart[],
  isSeen: (element: Element) => boolean,
  holding?: (text: string) => boolean,
): TextBlock | undefined {
  const whole = joinParts(all);
  if (whole === '' || (holding && !holding(whole))) return undefined;
  const parts = all.filter((part) => part.text.trim() === '' || isSeen(part.element));
  const text = parts.length === all.length ? whole : joinParts(parts);
  if (text === '' || (holding && !holding(text))) return undefined;
  return { text, element, parts };
}

function joinParts(parts: readonly TextPart[]): string {
  const text = parts.length === 1 ? (parts[0]?.text ?? '') : parts.map((part) => part.text).join('');
  return text.replace(SPACE, ' ').trim();
}

/** What a control shows that is no text node. Words of neighbouring controls do not run into each other. */
function readOwnWords(element: Element, tag: string): string {
  if (tag === 'br' || tag === 'button') return ' ';
  if (tag === 'textarea') return ` ${(element as HTMLTextAreaElement).value} `;
  if (tag !== 'input') return '';
  const { type, value } = element as HTMLInputElement;
  return SHOWS_VALUE.test(type) ? ` ${value} ` : '';
}

/** Asked once per element that has text of its own; nothing is measured before the first one. */
function makeVisibilityTest({ window }: ActDeps): (element: Element) => boolean {
  const known = new Map<Element, boolean>();
  let perception: Perception | undefined;
  return (element) => {
    let seen = known.get(element);
    if (seen === undefined) {
      perception ??= new Perception(window);
      known.set(element, (seen = perception.areWordsSeen(element)));
    }
    return seen;
  };
}
