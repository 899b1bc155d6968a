import { getAttribute, getAttributeNames, matches, queryWithin } from '../../observe/dom';
import { actError, type ActContext, type ActError } from '../actor/act-context';
import { clickElement } from '../click';
import { waitUntil } from '../effect/wait';
import { showsDates, type DateField } from './date-field';
import type { DayCell } from './find-calendars';
import { closeCalendar, type OpenCalendar } from './open-calendar';
import { pageTo, shownMonths, type ShownMonth } from './page-calendar';
import { confirmPopup, setClock } from './popup-parts';
import { formatWhen, monthsBetween, type When } from './when';

/** Months that are paged through where typing is an alternative. */
const MAX_PAGES = 48;
/** How long the application may take to show the date. */
const TAKE_TIMEOUT_MS = 1500;

/**
 * Presses the days in the calendar, one after the other for a range, and reads back what the field shows, or what the
 * calendar marks when there is no field. True when that is the date. Failure codes: `date-not-allowed`, `month-not-reached`.
 */
export async function pickDays(
  context: ActContext,
  field: DateField,
  calendar: OpenCalendar,
  whens: readonly When[],
): Promise<boolean> {
  try {
    let isMarked = true;
    for (const when of whens) {
      const before = await pressDay(context, calendar, when, field.field !== undefined);
      isMarked = (await awaitMark(context, calendar, when, before)) && isMarked;
    }
    const [last] = whens.slice(-1);
    if (last?.hour !== undefined) await setClock(context, calendar, last);
    if (calendar.isInline) return isMarked || showsDates(context, field, whens) !== 'no';
    await confirmPopup(context, calendar.roots());
  } finally {
    // What is shown while the pointer rests on a day may be no more than a preview of it.
    if (!context.signal.aborted) await closeCalendar(context, calendar);
  }
  const isShown = (): true | undefined => showsDates(context, field, whens) !== 'no' || undefined;
  return (await waitUntil(context.window, TAKE_TIMEOUT_MS, context.signal, isShown)) ?? false;
}

/** Returns how the cell looked before. */
async function pressDay(
  context: ActContext,
  calendar: OpenCalendar,
  when: When,
  canBeTyped: boolean,
): Promise<string> {
  const shown = await pageTo(context, calendar, when, canBeTyped ? MAX_PAGES : Infinity);
  const cell = findCell(shown, when);
  if (!cell || cell.isDisabled) throw notAllowedError(when);
  const looks = looksOf(cell.cell);
  await clickElement(context, pressedPartOf(cell.cell));
  return looks;
}

/** What the cell itself says wins over its place. */
function findCell({ calendar, month }: ShownMonth, when: When): DayCell | undefined {
  const isDay = ({ date, day, isOutside }: DayCell): boolean =>
    date?.year !== undefined
      ? monthsBetween(date, when) === 0 && day === when.day
      : !isOutside && day === when.day;
  return monthsBetween(month, when) === 0 ? calendar.cells.find(isDay) : undefined;
}

function pressedPartOf(cell: Element): Element {
  const PRESSED = 'button,a,[role=button],[role=gridcell],[role=option]';
  return [...queryWithin(cell, PRESSED)].at(-1) ?? cell;
}

/** Whether the calendar shows the day as chosen: it says so, or draws it otherwise than before. */
async function awaitMark(
  context: ActContext,
  calendar: OpenCalendar,
  when: When,
  before: string,
): Promise<boolean> {
  if (!calendar.isInline) return true;
  const isMarked = (): true | undefined => {
    const shown = shownMonths(calendar).find(({ month }) => monthsBetween(month, when) === 0);
    const cell = shown && findCell(shown, when)?.cell;
    return cell && (saysChosen(cell) || (!saysAnything(cell) && looksOf(cell) !== before)) ? true : undefined;
  };
  return (await waitUntil(context.window, TAKE_TIMEOUT_MS, context.signal, isMarked)) ?? false;
}

const CHOSEN = '[aria-selected=true],[aria-pressed=true],[aria-checked=true]';
const SAYING = '[aria-selected],[aria-pressed],[aria-checked]';

function saysChosen(cell: Element): boolean {
  return matches(cell, CHOSEN) || queryWithin(cell, CHOSEN).length > 0;
}

function saysAnything(cell: Element): boolean {
  return matches(cell, SAYING) || queryWithin(cell, SAYING).length > 0;
}

/** Its attributes, the focus left out. */
function looksOf(cell: Element): string {
  return [cell, ...queryWithin(cell, '*')]
    .flatMap((element) =>
      getAttributeNames(element)
        .filter((name) => name !== 'tabindex')
        .map((name) => `${name}=${getAttribute(element, name)}`),
    )
    .join('\n');
}

function notAllowedError(when: When): ActError {
  const date = formatWhen(when);
  return actError(
    'date-not-allowed',
    `${date} cannot be chosen in this calendar: the day is disabled. Nothing was set. Choose another date.`,
    { date },
  );
}
