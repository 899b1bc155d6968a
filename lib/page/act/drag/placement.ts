import {
  getAttribute,
  getBody,
  getLocalName,
  getParentNode,
  getRect,
  getTextContent,
  isConnected,
  queryDocument,
} from '../../observe/dom';
import { getAttributeNames } from '../../observe/dom';
import { cleanText } from '../../observe/clean-text';
import type { ActContext } from '../actor/act-context';
import { renderedAncestorsOf } from '../actor/native-dom';
import { readBoxes } from '../ready/stillness';
import { describePosition } from './list-position';

/** Tells whether and how a drag has changed the page; made before it. */
export interface PlacementWatch {
  /** Where it is drawn and stands at the moment, to see whether the page has come to rest. */
  readMotion(): string;
  changed(): boolean;
  /** Where the dragged thing is now: "now item 3 of 5 in list "Done""; '' when that cannot be said. */
  describe(): string;
}

interface Link {
  element: Element;
  parent: ParentNode | null;
  index: number;
}

/** Levels above the source that may be what was moved: the item around a handle. */
const HIGHEST_ITEM = 6;

export function watchPlacement(context: ActContext, source: Element, target?: Element): PlacementWatch {
  const chain = readChain(source);
  const words = wordsOf(source);
  const box = getRect(source);
  const scrolled = { x: context.window.scrollX, y: context.window.scrollY };
  const read = (): string => readState(context, source, target);
  const before = read();
  return {
    readMotion: () =>
      readBoxes([source, target]) +
      readChain(source)
        .map(({ index }) => index)
        .join(),
    changed: () => read() !== before,
    describe() {
      const live = findLive(context, source, words);
      if (!live) return 'it is not in the page any more';
      const item = live === source ? chain.find(isMoved)?.element : live;
      if (item) return describePosition(context, item);
      return describeShift(context, live, box, scrolled);
    },
  };
}

function readChain(source: Element): Link[] {
  return Array.from(renderedAncestorsOf(source))
    .slice(0, HIGHEST_ITEM)
    .map((element) => ({ element, parent: getParentNode(element), index: indexOf(element) }));
}

function indexOf(element: Element): number {
  const parent = getParentNode(element);
  return parent ? Array.from(parent.children).indexOf(element) : -1;
}

function isMoved({ element, parent, index }: Link): boolean {
  return getParentNode(element) !== parent || indexOf(element) !== index;
}

/** The dragged thing; when the page has drawn it anew, the only one of its kind that says the same. */
function findLive({ document }: ActContext, source: Element, words: string): Element | undefined {
  if (isConnected(source) && wordsOf(source) === words) return source;
  const alike = Array.from(queryDocument(document, getLocalName(source))).filter(
    (element) => words !== '' && wordsOf(element) === words,
  );
  if (alike.length === 1) return alike[0];
  return isConnected(source) ? source : undefined;
}

function wordsOf(element: Element): string {
  return cleanText(getTextContent(element) ?? '');
}

function readState(context: ActContext, source: Element, target: Element | undefined): string {
  const parts = [source, target].map((element) => (element ? readElement(context, element) : ''));
  const body = getBody(context.document);
  return [...parts, body ? (getTextContent(body) ?? '') : ''].join('\n');
}

function readElement({ window }: ActContext, element: Element): string {
  if (!isConnected(element)) return 'gone';
  const { left, top, width, height } = getRect(element);
  const box = [left + window.scrollX, top + window.scrollY, width, height].map(Math.round);
  const chain = readChain(element).map(({ element: at, index }) => `${index} ${readAttributes(at)}`);
  return [box.join(), ...chain].join('\n');
}

/** Presentation is left out: what is written while something is carried may stay behind. */
function readAttributes(element: Element): string {
  return getAttributeNames(element)
    .filter((name) => /^(aria-value|aria-pos|data-|value)/.test(name))
    .map((name) => `${name}=${getAttribute(element, name) ?? ''}`)
    .join(' ');
}

function describeShift(
  { window }: ActContext,
  element: Element,
  before: DOMRect,
  scrolled: { x: number; y: number },
): string {
  const now = getRect(element);
  const across = Math.round(now.left - before.left + window.scrollX - scrolled.x);
  const down = Math.round(now.top - before.top + window.scrollY - scrolled.y);
  const value = getAttribute(element, 'aria-valuetext') ?? getAttribute(element, 'aria-valuenow');
  const shift = across === 0 && down === 0 ? '' : `it has moved by ${across}, ${down}`;
  return [shift, value === null ? '' : `its value is now ${value.slice(0, 40)}`].filter(Boolean).join(', ');
}
