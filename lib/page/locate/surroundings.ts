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
import type { Reading } from '../observe/reading';
import { LANDMARK_ROLES } from '../observe/role-tables';
import { NEVER_RENDERED } from '../observe/walk/tag-traits';

const LONGEST_NEAR = 120;
const LONGEST_PLACE = 80;
/** So far up a card is looked for, and so many siblings decide whether it is one. */
const HIGHEST_CARD = 8;
const MOST_SIBLINGS = 12;
const NAMED_PLACES = new Set(
  'group radiogroup table grid dialog alertdialog tabpanel list menu listbox tree toolbar'.split(' '),
);
const ITEM_ROLES = new Set('row listitem article treeitem'.split(' '));

/** Where elements are, for many of them at once: what siblings share is found once. */
export interface SurroundingsReader {
  /** Landmarks and named groups around an element, outermost first, then the heading above it: `main`, `form "Checkout"`. */
  findPlaces(element: Element): string[];
  /** Words of the row, card or list item that holds the element (<= 120 characters); undefined when it is in none. */
  findNear(element: Element): string | undefined;
}

export function makeSurroundingsReader(reading: Reading): SurroundingsReader {
  const around = new Map<Element | null, string[]>();
  const kinds = new Map<Element, string>();
  return {
    findPlaces(element) {
      const heading = findHeadingAbove(reading, element);
      const places = findPlacesAround(reading, getFlatParent(element), around);
      return heading ? [...places, heading] : places;
    },
    findNear(element) {
      const item = findItem(reading, element, kinds);
      const words = item ? collectWords(reading, item) : '';
      return words === '' ? undefined : words;
    },
  };
}

/** Places of a single element; see `SurroundingsReader`. */
export function findPlaces(reading: Reading, element: Element): string[] {
  return makeSurroundingsReader(reading).findPlaces(element);
}

/** Words near a single element; see `SurroundingsReader`. */
export function findNear(reading: Reading, element: Element): string | undefined {
  return makeSurroundingsReader(reading).findNear(element);
}

function findPlacesAround(
  reading: Reading,
  parent: Element | null,
  known: Map<Element | null, string[]>,
): string[] {
  const path: Element[] = [];
  let places: string[] | undefined;
  for (let at = parent; at && !(places = known.get(at)); at = getFlatParent(at)) path.push(at);
  places ??= [];
  for (const at of path.reverse()) {
    const place = namePlace(reading, at);
    if (place !== undefined) places = [...places, place];
    known.set(at, places);
  }
  return places;
}

function namePlace(reading: Reading, element: Element): string | undefined {
  const role = reading.role(element) || (getLocalName(element) === 'form' ? 'form' : '');
  const isLandmark = LANDMARK_ROLES.has(role) || role === 'dialog' || role === 'alertdialog';
  if (!isLandmark && !NAMED_PLACES.has(role)) return undefined;
  const name = shortenText(computeName(reading, element), LONGEST_PLACE).text;
  if (name !== '') return `${role} ${JSON.stringify(name)}`;
  return isLandmark ? role : undefined;
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

function findItem(reading: Reading, element: Element, kinds: Map<Element, string>): Element | undefined {
  let height = 0;
  let card: Element | undefined;
  for (const ancestor of walkFlatAncestors(element)) {
    if (isItem(reading, ancestor)) return ancestor;
    if (++height > HIGHEST_CARD || LANDMARK_ROLES.has(reading.role(ancestor))) break;
    if (!card && isCard(ancestor, kinds)) card = ancestor;
  }
  return card;
}

function isItem(reading: Reading, element: Element): boolean {
  return ITEM_ROLES.has(reading.role(element));
}

/** One of at least three siblings of the same tag and first class, with more than one thing inside. */
function isCard(element: Element, kinds: Map<Element, string>): boolean {
  const parent = element.parentElement;
  if (!parent || element.childElementCount < 2) return false;
  const kind = kindOf(element, kinds);
  let alike = 0;
  for (
    let at = parent.firstElementChild, seen = 0;
    at && seen < MOST_SIBLINGS;
    at = at.nextElementSibling, seen++
  ) {
    if (kindOf(at, kinds) === kind) alike++;
  }
  return alike > 2;
}

function kindOf(element: Element, kinds: Map<Element, string>): string {
  let kind = kinds.get(element);
  if (kind === undefined) {
    kind = `${getLocalName(element)}.${/\S+/.exec(getAttribute(element, 'class') ?? '')?.[0] ?? ''}`;
    kinds.set(element, kind);
  }
  return kind;
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
