import { getAttribute, getParentNode, getTextContent, matches } from '../../observe/dom';
import { getFlatChildren } from '../../observe/flat-tree';
import { isDrawn } from '../lists/watch-appearing';
import { holds, type Calendar } from './find-calendars';
import { findMonthName, readFullDate } from './read-date';
import type { MonthNames } from './month-names';
import type { When } from './when';

const MAX_LEVELS = 7;

/** Month and year that a calendar shows: by its cells, else by the head nearest to it. `others` are beside it in one pop-up. */
export function readMonth(
  calendar: Calendar,
  others: readonly Calendar[],
  names: MonthNames,
): When | undefined {
  const said = calendar.cells.find(({ date, isOutside }) => date && !isOutside)?.date;
  if (said?.year !== undefined && said.month !== undefined) return { year: said.year, month: said.month };
  let level = 0;
  for (let at: Node | null = calendar.grid; at && level <= MAX_LEVELS; at = outOf(at), level++) {
    if (!(at instanceof Element)) continue;
    const around = at;
    const beside = others.filter((other) => holds(around, other.grid));
    const months = monthsIn(readHead(around, beside), names);
    // Two months with one head for both: in the order in which they stand.
    const month = months[Math.max(0, beside.indexOf(calendar))] ?? months[0];
    if (month) return month;
  }
  return undefined;
}

function outOf(node: Node): Node | null {
  return node instanceof ShadowRoot ? node.host : getParentNode(node);
}

/** The texts of an element outside of its calendars, chosen options and values of fields among them. */
function readHead(element: Element, calendars: readonly Calendar[]): string[] {
  const label = getAttribute(element, 'aria-label') ?? '';
  const texts = label === '' ? [] : [label];
  const visit = (at: Element): void => {
    if (calendars.some(({ grid }) => grid === at) || matches(at, 'script,style')) return;
    if (matches(at, 'select')) {
      const option = (at as HTMLSelectElement).selectedOptions[0];
      return void texts.push(option?.label ?? '');
    }
    if (matches(at, 'input')) return void texts.push((at as HTMLInputElement).value);
    for (const child of getFlatChildren(at)) {
      if (child.nodeType === Node.TEXT_NODE && isDrawn(at)) texts.push(getTextContent(child) ?? '');
      if (child.nodeType === Node.ELEMENT_NODE) visit(child as Element);
    }
  };
  visit(element);
  return texts.map((text) => text.trim()).filter((text) => text !== '');
}

/** Months in the order of the texts; name and year may be texts of their own. */
function monthsIn(texts: readonly string[], names: MonthNames): When[] {
  const months: When[] = [];
  const open: { year?: number; month?: number } = {};
  for (const text of texts.filter((one) => one.length < 60)) {
    const whole = readFullDate(text, names);
    const month = whole?.month ?? findMonthName(text, names) ?? monthNumber(text);
    const year = whole?.year ?? yearIn(text);
    if (month !== undefined) open.month = month;
    if (year !== undefined) open.year = year;
    if (open.month === undefined || open.year === undefined) continue;
    months.push({ year: open.year, month: open.month });
    delete open.month;
    delete open.year;
  }
  return months;
}

function monthNumber(text: string): number | undefined {
  const found = /^(\d{1,2})\s*月$/.exec(text) ?? /^(\d{1,2})\s*[/.-]\s*\d{4}$/.exec(text);
  return found ? Number(found[1]) : undefined;
}

function yearIn(text: string): number | undefined {
  const found = /(?<!\d)([12]\d{3})(?!\d)/.exec(text);
  return found ? Number(found[1]) : undefined;
}
