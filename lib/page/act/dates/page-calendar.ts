import {
  getAttribute,
  getParentNode,
  getRect,
  getTextContent,
  isConnected,
  matches,
  queryWithin,
} from '../../observe/dom';
import { actError, type ActContext } from '../actor/act-context';
import { clickElement } from '../click';
import { nextChange, waitUntil } from '../effect/wait';
import { writeValueNatively } from '../actor/native-dom';
import { sendNamedKey } from '../keys/send-named-key';
import { chooseNatively } from '../lists/native-select';
import { focusElement } from '../pointer/focus';
import { announceChange } from '../text/announce-change';
import { isDrawn } from '../lists/watch-appearing';
import { isDisabled } from '../ready/actionable';
import { findCalendars, holds, type Calendar } from './find-calendars';
import type { MonthNames } from './month-names';
import { findMonthName } from './read-date';
import { readMonth } from './read-month';
import { monthsBetween, type When } from './when';

/** What is needed to look at the calendars again after each press. */
export interface CalendarView {
  roots(): Element[];
  names: MonthNames;
}

/** A calendar with the month that it shows. */
export interface ShownMonth {
  calendar: Calendar;
  month: When;
}

export function shownMonths({ roots, names }: CalendarView): ShownMonth[] {
  const calendars = findCalendars(roots(), names);
  return calendars.flatMap((calendar) => {
    const month = readMonth(calendar, calendars, names);
    return month ? [{ calendar, month }] : [];
  });
}

const PAGE_TIMEOUT_MS = 15_000;
const TURN_MS = 700;

/** Turns the pages until a calendar shows the month. Failure code: `month-not-reached`. */
export async function pageTo(
  context: ActContext,
  view: CalendarView,
  wanted: When,
  maxPages: number,
): Promise<ShownMonth> {
  const steps = new Map<string, number>();
  let hasJumped = false;
  const end = context.window.performance.now() + PAGE_TIMEOUT_MS;
  for (;;) {
    const shown = shownMonths(view);
    const there = shown.find(({ month }) => monthsBetween(month, wanted) === 0);
    if (there) return there;
    const nearest = nearestOf(shown, wanted);
    if (!nearest || context.window.performance.now() > end) throw notReachedError(nearest?.month, wanted);
    if (!hasJumped && Math.abs(monthsBetween(nearest.month, wanted)) > 12) {
      hasJumped = true;
      if (await jumpToYear(context, view, nearest.calendar, wanted.year ?? 0)) continue;
    }
    const turner = pickTurner(context, view, nearest, monthsBetween(nearest.month, wanted), steps);
    if (!turner || isTooFar(steps.get(keyOf(turner)), monthsBetween(nearest.month, wanted), maxPages))
      throw notReachedError(nearest.month, wanted);
    const key = keyOf(turner);
    await clickElement(context, turner);
    const moved = await awaitTurn(context, view, nearest);
    steps.set(key, moved);
  }
}

/** Whether it takes too many presses of a control whose step is known. */
function isTooFar(step: number | undefined, distance: number, maxPages: number): boolean {
  return step !== undefined && step !== 0 && Math.abs(distance / step) > maxPages;
}

/** Sets the year where the head has a field or a select for it. */
async function jumpToYear(
  context: ActContext,
  { roots }: CalendarView,
  { grid }: Calendar,
  year: number,
): Promise<boolean> {
  const root = roots().find((one) => holds(one, grid));
  const fields = root ? queryAll(root).filter((one) => matches(one, 'select,input') && isDrawn(one)) : [];
  const field = fields.find((one) => /^[12]\d{3}$/.test((one as HTMLInputElement).value));
  if (!field) return false;
  if (matches(field, 'select')) {
    const options = Array.from((field as HTMLSelectElement).options, (option) => option.label.trim());
    if (!options.includes(String(year))) return false;
    chooseNatively(context, field as HTMLSelectElement, { wanted: [String(year)], adds: false });
  } else {
    focusElement(context, field);
    writeValueNatively(context.window, field as HTMLInputElement, String(year));
    announceChange(context, field);
    sendNamedKey(context, 'Enter', field);
  }
  await nextChange(context.window, TURN_MS, context.signal);
  return true;
}

function nearestOf(shown: readonly ShownMonth[], wanted: When): ShownMonth | undefined {
  const away = ({ month }: ShownMonth): number => Math.abs(monthsBetween(month, wanted));
  return [...shown].sort((one, other) => away(one) - away(other))[0];
}

/** Months by which the pages moved; 0 when nothing did. */
async function awaitTurn(context: ActContext, view: CalendarView, before: ShownMonth): Promise<number> {
  const place = shownMonths(view).findIndex(({ calendar }) => calendar.grid === before.calendar.grid);
  const moved = await waitUntil(context.window, TURN_MS, context.signal, () => {
    const now = shownMonths(view);
    const after = now[Math.max(0, place)] ?? now[0];
    const by = after ? monthsBetween(before.month, after.month) : 0;
    return by === 0 ? undefined : by;
  });
  return moved ?? 0;
}

const NEXT =
  /next|forward|right|later|nächst|vor(wärts)?\b|weiter|suivant|siguiente|próxim|successiv|следующ|volgende|下|后|後|次|다음|[›»>→]/i;
const PREVIOUS =
  /prev|back|left|earlier|vorig|vorher|zurück|précédent|anterior|precedente|предыдущ|vorige|上|前|이전|[‹«<←]/i;

/** The control that leads there in the fewest presses, among those tried; else the likeliest that has not been tried. */
function pickTurner(
  context: ActContext,
  view: CalendarView,
  { calendar }: ShownMonth,
  distance: number,
  steps: ReadonlyMap<string, number>,
): Element | undefined {
  const turners = listTurners(view, calendar);
  const stepOf = (turner: Element): number => steps.get(keyOf(turner)) ?? 0;
  const leading = turners
    .filter((turner) => stepOf(turner) * distance > 0 && Math.abs(stepOf(turner)) <= Math.abs(distance))
    .sort((one, other) => Math.abs(stepOf(other)) - Math.abs(stepOf(one)));
  const isFar = Math.abs(distance) > 12;
  const knowsYears = turners.some((turner) => Math.abs(stepOf(turner)) >= 12);
  if (leading[0] && (!isFar || knowsYears)) return leading[0];
  const [likely] = turners
    .filter((turner) => !steps.has(keyOf(turner)))
    .map((turner) => ({ turner, likelihood: likelihood(context, turner, distance) }))
    .filter((one) => one.likelihood > 0)
    .sort((one, other) => other.likelihood - one.likelihood)
    .map(({ turner }) => turner);
  if (isFar && likely) return likely;
  return leading[0] ?? likely;
}

function likelihood(context: ActContext, turner: Element, distance: number): number {
  const words = `${context.deps.describe(turner).name} ${getAttribute(turner, 'title') ?? ''} ${getTextContent(turner) ?? ''}`;
  const [towards, away] = distance > 0 ? [NEXT, PREVIOUS] : [PREVIOUS, NEXT];
  if (away.test(words) && !towards.test(words)) return -1;
  return towards.test(words) ? 2 : isOnSide(turner, distance) ? 1 : -1;
}

/** Arrows without words: those to the right of the head lead on, to the left back. */
function isOnSide(turner: Element, distance: number): boolean {
  const parent = getParentNode(turner);
  if (!(parent instanceof Element)) return false;
  const { left, width } = getRect(turner);
  const around = getRect(parent);
  const isRight = left + width / 2 > around.left + around.width / 2;
  const leadsRight = distance > 0 === (getComputedStyle(turner).direction !== 'rtl');
  return isRight === leadsRight;
}

const PRESSED = 'button,a,[role=button],[tabindex],[aria-label]';
const MAX_WORDS = 30;

/** Small controls beside the calendar that say no month and no year. */
function listTurners({ roots, names }: CalendarView, { grid }: Calendar): Element[] {
  const root = roots().find((one) => holds(one, grid));
  if (!root) return [];
  const calendars = findCalendars([root], names);
  const parts = [...queryAll(root)].filter((part) => {
    if (!isDrawn(part) || isDisabled(part) || calendars.some((one) => holds(one.grid, part))) return false;
    if (calendars.some((one) => holds(part, one.grid)) || matches(part, 'input,select,table,svg *'))
      return false;
    return matches(part, PRESSED) || getComputedStyle(part).cursor === 'pointer';
  });
  const outermost = parts.filter((part) => !parts.some((other) => other !== part && holds(other, part)));
  return outermost.filter((part) => {
    const text = (getTextContent(part) ?? '').trim();
    return text.length < MAX_WORDS && findMonthName(text, names) === undefined && !/\d{4}/.test(text);
  });
}

function queryAll(root: Element): Element[] {
  const shadow = root.shadowRoot;
  return [...queryWithin(root, '*'), ...(shadow ? [...shadow.querySelectorAll('*')] : [])];
}

/** A control is known again by its looks: the head may be drawn anew with each page. */
function keyOf(turner: Element): string {
  const parent = getParentNode(turner);
  const place = parent instanceof Element && isConnected(turner) ? [...parent.children].indexOf(turner) : 0;
  return [getAttribute(turner, 'aria-label'), getAttribute(turner, 'class'), turner.localName, place].join(
    '|',
  );
}

function notReachedError(month: When | undefined, wanted: When) {
  const at = month ? ` from ${month.year}-${String(month.month).padStart(2, '0')}` : '';
  return actError(
    'month-not-reached',
    `The calendar could not be turned${at} to ${wanted.year}-${String(wanted.month).padStart(2, '0')}. Observe it and use its own controls.`,
  );
}
