import { cleanText, shortenText } from '../observe/clean-text';
import {
  ELEMENT_NODE,
  getAttribute,
  getLocalName,
  getNodeType,
  getTextContent,
  TEXT_NODE,
} from '../observe/dom';
import { getFlatChildren, getFlatParent, walkFlatAncestors } from '../observe/flat-tree';
import { computeName } from '../observe/names';
import { NEVER_RENDERED } from '../observe/reading';
import type { Reading } from '../observe/reading';
import { LANDMARK_ROLES } from '../observe/role-tables';

const LONGEST_NEAR = 120;
const LONGEST_PLACE = 80;
/** So far up a card is looked for, and so many siblings decide whether it is one. */
const HIGHEST_CARD = 8;
const MOST_SIBLINGS = 12;
const NAMED_PLACES = new Set(
  'group radiogroup table grid dialog alertdialog tabpanel list menu listbox tree toolbar'.split(' '),
);
const ITEM_ROLES = new Set('row listitem article treeitem'.split(' '));

/** Landmarks and named groups around an element, outermost first, then the heading above it: `main`, `form "Checkout"`. */
export function findPlaces(reading: Reading, element: Element): string[] {
  const places: string[] = [];
  for (const ancestor of walkFlatAncestors(element)) {
    const role = reading.role(ancestor) || (getLocalName(ancestor) === 'form' ? 'form' : '');
    const isLandmark = LANDMARK_ROLES.has(role) || role === 'dialog' || role === 'alertdialog';
    if (!isLandmark && !NAMED_PLACES.has(role)) continue;
    const name = shortenText(computeName(reading, ancestor), LONGEST_PLACE).text;
    if (isLandmark || name !== '') places.unshift(name === '' ? role : `${role} ${JSON.stringify(name)}`);
  }
  const heading = findHeadingAbove(reading, element);
  if (heading) places.push(heading);
  return places;
}

const MOST_STEPS_BACK = 40;

/** Nearest heading before the element under one of its ancestors, inside the same landmark. */
function findHeadingAbove(reading: Reading, element: Element): string | undefined {
  let steps = 0;
  for (let at: Element | null = element; at; at = getFlatParent(at)) {
    for (
      let before = at.previousElementSibling;
      before && steps < MOST_STEPS_BACK;
      before = before.previousElementSibling
    ) {
      steps++;
      const heading = findHeadingIn(reading, before);
      if (heading)
        return `heading ${JSON.stringify(shortenText(computeName(reading, heading), LONGEST_PLACE).text)}`;
    }
    if (LANDMARK_ROLES.has(reading.role(at)) || isItem(reading, at)) return undefined;
  }
  return undefined;
}

function findHeadingIn(reading: Reading, element: Element): Element | undefined {
  if (reading.role(element) === 'heading') return element;
  const first = element.firstElementChild;
  return first && reading.role(first) === 'heading' ? first : undefined;
}

/** Words of the row, card or list item that holds the element (<= 120 characters); undefined when it is in none. */
export function findNear(reading: Reading, element: Element): string | undefined {
  const item = findItem(reading, element);
  if (!item) return undefined;
  const words = collectWords(reading, item);
  return words === '' ? undefined : words;
}

function findItem(reading: Reading, element: Element): Element | undefined {
  let height = 0;
  let card: Element | undefined;
  for (const ancestor of walkFlatAncestors(element)) {
    if (isItem(reading, ancestor)) return ancestor;
    if (++height > HIGHEST_CARD || LANDMARK_ROLES.has(reading.role(ancestor))) break;
    if (!card && isCard(ancestor)) card = ancestor;
  }
  return card;
}

function isItem(reading: Reading, element: Element): boolean {
  return ITEM_ROLES.has(reading.role(element));
}

/** One of at least three siblings of the same tag and first class, with more than one thing inside. */
function isCard(element: Element): boolean {
  const parent = element.parentElement;
  if (!parent || element.childElementCount < 2) return false;
  const kind = kindOf(element);
  let alike = 0;
  for (
    let at = parent.firstElementChild, seen = 0;
    at && seen < MOST_SIBLINGS;
    at = at.nextElementSibling, seen++
  ) {
    if (kindOf(at) === kind) alike++;
  }
  return alike > 2;
}

function kindOf(element: Element): string {
  return `${getLocalName(element)}.${getAttribute(element, 'class')?.trim().split(/\s+/, 1)[0] ?? ''}`;
}

/** Words that are rendered inside, in order; stops as soon as there are enough. */
function collectWords(reading: Reading, item: Element): string {
  const words: string[] = [];
  let length = 0;
  const stack: Node[] = [item];
  for (let node = stack.pop(); node && length < LONGEST_NEAR * 2; node = stack.pop()) {
    if (getNodeType(node) === TEXT_NODE) {
      const text = cleanText(getTextContent(node) ?? '');
      if (text !== '') words.push(text);
      length += text.length;
    } else if (getNodeType(node) === ELEMENT_NODE && isShown(reading, node as Element)) {
      const children = getFlatChildren(node as Element);
      for (let index = children.length - 1; index >= 0; index--) stack.push(children[index] as Node);
    }
  }
  return cleanText(words.join(' ')).slice(0, LONGEST_NEAR);
}

function isShown(reading: Reading, element: Element): boolean {
  const tag = getLocalName(element);
  if (NEVER_RENDERED.has(tag) || tag === 'select' || tag === 'textarea') return false;
  return reading.style(element).display !== 'none';
}
