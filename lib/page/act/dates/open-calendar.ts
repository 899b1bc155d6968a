import { getAttribute, getRect, isConnected, matches, queryWithin } from '../../observe/dom';
import type { ActContext } from '../actor/act-context';
import { renderedAncestorsOf } from '../actor/native-dom';
import { clickElement } from '../click';
import { waitUntil } from '../effect/wait';
import { sendNamedKey } from '../keys/send-named-key';
import { leaveField } from '../lists/close-list';
import { boxOf, surfaceOf } from '../lists/list-control';
import { watchAppearing } from '../lists/watch-appearing';
import { focusElement } from '../pointer/focus';
import { isDisabled, isShown } from '../ready/actionable';
import type { DateField } from './date-field';
import { holds } from './find-calendars';
import { shownMonths, type CalendarView } from './page-calendar';

export interface OpenCalendar extends CalendarView {
  control: Element;
  /** It was on show without being opened. */
  isInline: boolean;
  isOpen(): boolean;
  stop(): void;
}

const OPEN_TIMEOUT_MS = 1200;
const MAX_INLINE_LEVELS = 6;
const MAX_PANEL_PX = 700;

/** The calendar of a field: it is one, or opens one when it or the button beside it is pressed. Undefined when there is none. */
export async function openCalendar(
  context: ActContext,
  { control, names }: DateField,
): Promise<OpenCalendar | undefined> {
  const inline = findInline(control, names);
  if (inline) return { ...inline, control, isInline: true, isOpen: () => false, stop: () => undefined };
  const watch = watchAppearing(context, control);
  const view: CalendarView = { roots: () => watch.roots(), names };
  const isOpen = (): boolean => shownMonths(view).length > 0;
  for (const press of [surfaceOf(control), ...listOpeners(control)]) {
    await clickElement(context, press);
    if (await waitUntil(context.window, OPEN_TIMEOUT_MS, context.signal, () => isOpen() || undefined))
      return { ...view, control, isInline: false, isOpen, stop: () => watch.stop() };
  }
  watch.stop();
  const beside = findBeside(control, names);
  return beside && { ...beside, control, isInline: true, isOpen: () => false, stop: () => undefined };
}

const MAX_BESIDE_LEVELS = 3;

/** A calendar that stands beside its field all the time. */
function findBeside(control: Element, names: CalendarView['names']): CalendarView | undefined {
  let level = 0;
  for (const around of renderedAncestorsOf(control)) {
    if (level++ > MAX_BESIDE_LEVELS || matches(around, 'form,body,html')) return undefined;
    const view = viewFrom(around, names);
    if (shownMonths(view).length > 0) return getRect(around).height > MAX_PANEL_PX ? undefined : view;
  }
  return undefined;
}

/** Calendars that stand in the page: with their head, which may be outside of the element that was named. */
function findInline(control: Element, names: CalendarView['names']): CalendarView | undefined {
  if (matches(control, 'input,select,textarea')) return undefined;
  let level = 0;
  for (const around of renderedAncestorsOf(control)) {
    if (level++ > MAX_INLINE_LEVELS || matches(around, 'body,html')) return undefined;
    const view = viewFrom(around, names);
    const months = shownMonths(view);
    if (months.length > 0 && (getRect(around).height > MAX_PANEL_PX || !isPartOf(control, around, months)))
      return undefined;
    if (months.length > 0 && hasControlsBeside(around, months)) return view;
  }
  return undefined;
}

/** What is drawn anew with each page is found again from around it. */
function viewFrom(around: Element, names: CalendarView['names']): CalendarView {
  const chain = [...renderedAncestorsOf(around)];
  return { roots: () => chain.filter((one) => isConnected(one)).slice(0, 1), names };
}

/** In the grid, around it, or a control of its head: not a button that stands elsewhere on the page. */
function isPartOf(control: Element, around: Element, months: ReturnType<typeof shownMonths>): boolean {
  if (around === control || months.some(({ calendar }) => holds(calendar.grid, control))) return true;
  return queryWithin(around, 'input:not([type=hidden]),textarea').length === 0;
}

function hasControlsBeside(around: Element, months: ReturnType<typeof shownMonths>): boolean {
  return [...queryWithin(around, '*')].some(
    (part) =>
      (matches(part, 'button,a,[role=button]') || getComputedStyle(part).cursor === 'pointer') &&
      isShown(part) &&
      !months.some(({ calendar }) => holds(calendar.grid, part)),
  );
}

/** Buttons in the box of the field; one that clears it does not open anything. */
function listOpeners(control: Element): Element[] {
  const box = boxOf(control);
  const beside = box.nextElementSibling;
  const buttons = [
    ...queryWithin(box, 'button,[role=button]'),
    ...(beside && matches(beside, 'button,[role=button]') ? [beside] : []),
  ];
  return buttons
    .filter((button) => button !== control && isShown(button) && !isDisabled(button))
    .sort((one, other) => Number(opensSomething(other)) - Number(opensSomething(one)))
    .slice(0, 2);
}

function opensSomething(button: Element): boolean {
  return (
    getAttribute(button, 'aria-haspopup') !== null || /date|calendar|kalender|日/i.test(button.outerHTML)
  );
}

const CLOSE_TIMEOUT_MS = 400;

export async function closeCalendar(context: ActContext, calendar: OpenCalendar): Promise<void> {
  const isClosed = (): true | undefined => !calendar.isOpen() || undefined;
  // Most close by themselves when the last day is pressed, with an animation.
  if (!calendar.isInline && !(await waitUntil(context.window, CLOSE_TIMEOUT_MS, context.signal, isClosed))) {
    const escape = (): unknown => sendNamedKey(context, 'Escape');
    const escapeFromField = (): unknown => {
      focusElement(context, calendar.control);
      return escape();
    };
    for (const way of [escape, escapeFromField, () => leaveField(context)]) {
      way();
      if (await waitUntil(context.window, CLOSE_TIMEOUT_MS, context.signal, isClosed)) break;
    }
  }
  calendar.stop();
}
