import {
  comparePosition,
  contains,
  getAttribute,
  getTextContent,
  matches,
  queryWithin,
} from '../observe/dom';
import { findAllDeep, renderedAncestorsOf } from '../act/actor/native-dom';
import { isDisabled, isShown } from '../act/ready/actionable';
import { readLabelMeaning } from './more-terms';

/** A control of the page that shows more of a list. */
export interface MoreControl {
  element: Element;
  /** `next`: other rows take the place of these, or another page comes; `more`: rows are added. */
  kind: 'next' | 'more';
}

const CONTROLS =
  'a[href],button,[role=button],[role=link],input:is([type=button],[type=submit],[type=image])';

/**
 * The controls that show more of a list: what the page calls its next (`rel`), what is labelled so in one of many languages,
 * the number after the current one, a sign among page numbers. The one that stands nearest to the list comes first. Never
 * one that is in a row, hidden or disabled.
 */
export function findControls(
  document: Document,
  container: Element,
  items: readonly Element[],
): MoreControl[] {
  const controls = findAllDeep(document, CONTROLS).filter(
    (control) => !items.some((item) => contains(item, control)) && isUsable(control),
  );
  const found = [...controls.flatMap((element) => readControl(element) ?? []), ...findNumbered(controls)];
  return found.sort((one, other) => rank(container, one) - rank(container, other));
}

function isUsable(control: Element): boolean {
  return isShown(control) && !isDisabled(control) && getComputedStyle(control).pointerEvents !== 'none';
}

function readControl(element: Element): MoreControl | undefined {
  if (matches(element, '[rel~=next]')) return { element, kind: 'next' };
  const meanings = labelsOf(element).map(readLabelMeaning);
  if (meanings.includes('next')) return { element, kind: 'next' };
  if (meanings.includes('more')) return { element, kind: 'more' };
  return meanings.includes('next-sign') && findPager(element) ? { element, kind: 'next' } : undefined;
}

function labelsOf(element: Element): string[] {
  const pictures = Array.from(
    queryWithin(element, 'img[alt],[aria-label],title'),
    (picture) =>
      getAttribute(picture, 'alt') ?? getAttribute(picture, 'aria-label') ?? getTextContent(picture),
  );
  const own = ['aria-label', 'title', 'value'].map((name) => getAttribute(element, name));
  return [getTextContent(element), ...own, ...pictures].filter((label) => label !== null);
}

/** How far up from a control its page numbers may be held together. */
const PAGER_LEVELS = 4;
/** More numbers than a pager shows are a calendar or a table. */
const MOST_NUMBERS = 25;

/** What holds the control together with numbers of pages. */
function findPager(control: Element): Element | undefined {
  let levels = 0;
  for (const ancestor of renderedAncestorsOf(control)) {
    if (ancestor === control) continue;
    const numbers = listNumbers(ancestor).length;
    if (numbers >= 2) return numbers <= MOST_NUMBERS ? ancestor : undefined;
    if (++levels === PAGER_LEVELS) return undefined;
  }
  return undefined;
}

interface PageNumber {
  element: Element;
  number: number;
}

/** Innermost elements under `root` that say a number and nothing else. */
function listNumbers(root: Element): PageNumber[] {
  return Array.from(queryWithin(root, '*')).flatMap((element) => {
    const text = (getTextContent(element) ?? '').trim();
    const isInnermost = element.childElementCount === 0;
    return isInnermost && /^\d{1,5}$/.test(text) ? [{ element, number: Number(text) }] : [];
  });
}

const CURRENT = '[aria-current]:not([aria-current=false]),[aria-selected=true]';

/** In each pager the control of the number after the current one. */
function findNumbered(controls: readonly Element[]): MoreControl[] {
  const numbered = controls.filter((control) => /^\s*\d{1,5}\s*$/.test(getTextContent(control) ?? ''));
  const pagers = new Set(numbered.map(findPager).filter((pager) => pager !== undefined));
  return [...pagers].flatMap((pager) => {
    const numbers = listNumbers(pager);
    const current =
      numbers.find(({ element }) => isCurrent(element, pager)) ??
      numbers.find(({ element }) => !controls.some((control) => contains(control, element)));
    const next = numbers.find(({ number }) => number === (current?.number ?? NaN) + 1)?.element;
    const control = next && numbered.find((one) => contains(one, next));
    return control ? [{ element: control, kind: 'next' as const }] : [];
  });
}

function isCurrent(element: Element, pager: Element): boolean {
  for (const ancestor of renderedAncestorsOf(element)) {
    if (ancestor === pager) return false;
    if (matches(ancestor, CURRENT)) return true;
  }
  return false;
}

/** Nearer to the list is less; after it is less than before it. */
function rank(container: Element, { element, kind }: MoreControl): number {
  const around = [...renderedAncestorsOf(container)];
  const shared = around.findIndex((ancestor) => contains(ancestor, element));
  const isAfter = (comparePosition(container, element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return (shared < 0 ? around.length : shared) * 4 + (isAfter ? 0 : 2) + (kind === 'next' ? 0 : 1);
}
