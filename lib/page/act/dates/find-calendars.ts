import {
  contains,
  getAttribute,
  getAttributeNames,
  getParentNode,
  getTextContent,
  matches,
  queryWithin,
} from '../../observe/dom';
import { getFlatChildren } from '../../observe/flat-tree';
import { isDisabled } from '../ready/actionable';
import { isDrawn } from '../lists/watch-appearing';
import { readFullDate } from './read-date';
import type { MonthNames } from './month-names';
import type { When } from './when';

/** One day as a calendar draws it. */
export interface DayCell {
  /** The outermost element that says this day and nothing else. */
  cell: Element;
  day: number;
  /** What the cell itself says its date is. */
  date: When | undefined;
  /** Of the month before or after, by its place among the cells. */
  isOutside: boolean;
  isDisabled: boolean;
}

/** One month as it is drawn: its days in order. */
export interface Calendar {
  grid: Element;
  cells: DayCell[];
}

/** The shortest month, a week that begins it apart. */
const MIN_DAYS = 28;

/** The calendars drawn under these elements: runs of elements that say 1 to 28 and more. */
export function findCalendars(roots: readonly Element[], names: MonthNames): Calendar[] {
  const leaves = roots.flatMap((root) => numberLeaves(root));
  const calendars: Calendar[] = [];
  let rest = leaves;
  while (rest.length >= MIN_DAYS) {
    const [first] = rest;
    const grid = first && gridAround(first, rest);
    if (!first || !grid) {
      rest = rest.slice(1);
      continue;
    }
    const inside = rest.filter((leaf) => holds(grid, leaf));
    const calendar = makeCalendar(grid, inside, names);
    if (calendar) calendars.push(calendar);
    rest = rest.filter((leaf) => !inside.includes(leaf));
  }
  return calendars;
}

interface NumberCell {
  element: Element;
  number: number;
}

const MIN_COLUMN = 6;

/** Columns of numbers beside the calendars, from left to right as they stand: hours, minutes. */
export function findNumberColumns(roots: readonly Element[], names: MonthNames): NumberCell[][] {
  const calendars = findCalendars(roots, names);
  const leaves = roots.flatMap((root) => numberLeaves(root)).filter((leaf) => !isWithinAny(leaf, calendars));
  const columns: NumberCell[][] = [];
  let rest = leaves;
  while (rest.length >= MIN_COLUMN) {
    const [first] = rest;
    const around = first && listAround(first, rest);
    const inside = around ? rest.filter((leaf) => holds(around, leaf)) : rest.slice(0, 1);
    if (around) columns.push(inside.map((element) => ({ element, number: numberOf(element) ?? -1 })));
    rest = rest.filter((leaf) => !inside.includes(leaf));
  }
  return columns;
}

function listAround(leaf: Element, leaves: readonly Element[]): Element | undefined {
  for (let at: Node | null = getParentNode(leaf); at; at = parentOf(at)) {
    const around = at;
    if (around instanceof Element && leaves.filter((one) => holds(around, one)).length >= MIN_COLUMN)
      return around;
  }
  return undefined;
}

/** The innermost drawn elements whose whole text is a number of up to two digits. */
function numberLeaves(root: Element): Element[] {
  const leaves: Element[] = [];
  const visit = (element: Element): void => {
    const children = getFlatChildren(element).filter(
      (node): node is Element => node.nodeType === Node.ELEMENT_NODE,
    );
    const before = leaves.length;
    for (const child of children) visit(child);
    if (leaves.length === before && numberOf(element) !== undefined && isDrawn(element)) leaves.push(element);
  };
  visit(root);
  return leaves;
}

function numberOf(element: Element): number | undefined {
  const text = /^\s*(\d{1,2})\s*[日.]?\s*$/.exec(getTextContent(element) ?? '');
  return text ? Number(text[1]) : undefined;
}

/** The smallest element around a day that holds a month of them. */
function gridAround(leaf: Element, leaves: readonly Element[]): Element | undefined {
  for (let at: Node | null = getParentNode(leaf); at; at = parentOf(at)) {
    if (!(at instanceof Element)) continue;
    const around = at;
    if (leaves.filter((one) => holds(around, one)).length >= MIN_DAYS) return around;
  }
  return undefined;
}

function parentOf(node: Node): Node | null {
  return node instanceof ShadowRoot ? node.host : getParentNode(node);
}

/** Also through shadow roots. */
export function holds(outer: Element, inner: Element): boolean {
  for (let at: Node | null = inner; at; at = parentOf(at)) if (at === outer) return true;
  return false;
}

/** Not the minutes of an hour: those have a 0, and go on after 31. */
function makeCalendar(grid: Element, leaves: readonly Element[], names: MonthNames): Calendar | undefined {
  const days = leaves.map((leaf) => numberOf(leaf) ?? 0);
  if (days.some((day) => day < 1 || day > 31)) return undefined;
  const begin = days.indexOf(1);
  const next = days.indexOf(1, begin + 1);
  const end = next === -1 ? days.length : next;
  if (begin === -1 || end - begin < MIN_DAYS) return undefined;
  const cells = leaves.map((leaf, index): DayCell => {
    const cell = outermostSaying(leaf, grid);
    return {
      cell,
      day: days[index] ?? 0,
      date: dateOfCell(cell, days[index] ?? 0, names),
      isOutside: index < begin || index >= end,
      isDisabled: isClosed(cell),
    };
  });
  return { grid, cells };
}

function outermostSaying(leaf: Element, grid: Element): Element {
  const text = (getTextContent(leaf) ?? '').trim();
  let cell = leaf;
  for (let at = getParentNode(leaf); at instanceof Element && at !== grid; at = getParentNode(at)) {
    if ((getTextContent(at) ?? '').trim() !== text) break;
    cell = at;
  }
  return cell;
}

const CLOSED = '[aria-disabled=true],:disabled,[disabled],[data-disabled=true],[data-disabled=""]';

function isClosed(cell: Element): boolean {
  if (isDisabled(cell) || matches(cell, CLOSED) || queryWithin(cell, CLOSED).length > 0) return true;
  const { cursor, pointerEvents } = getComputedStyle(cell);
  return cursor === 'not-allowed' || pointerEvents === 'none';
}

/** From a label, a title, a `datetime`, a timestamp: whatever attribute of the cell or in it is a whole date of that day. */
function dateOfCell(cell: Element, day: number, names: MonthNames): When | undefined {
  for (const element of [cell, ...queryWithin(cell, '*')]) {
    for (const attribute of getAttributeNames(element)) {
      if (attribute === 'class' || attribute === 'style') continue;
      const value = getAttribute(element, attribute) ?? '';
      const date = /^\d{12,13}$/.test(value) ? dateOfTimestamp(Number(value)) : readFullDate(value, names);
      if (date?.day === day) return date;
    }
  }
  return undefined;
}

function dateOfTimestamp(ms: number): When {
  const date = new Date(ms);
  return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
}

function isWithinAny(element: Element, calendars: readonly Calendar[]): boolean {
  return calendars.some(({ grid }) => contains(grid, element));
}
