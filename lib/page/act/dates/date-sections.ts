import { getAttribute, getTextContent, matches, queryWithin } from '../../observe/dom';
import { actError, type ActContext, type RunnerOutcome } from '../actor/act-context';
import { nameElement, quoteShort } from '../actor/name-element';
import { executeCommand, rectsOf, renderedAncestorsOf } from '../actor/native-dom';
import { nextChange, waitUntil } from '../effect/wait';
import { sendKey } from '../keys/send-key';
import { pressOf } from '../keys/parse-keys';
import { focusElement } from '../pointer/focus';
import { isShown } from '../ready/actionable';
import { languagesOf, monthNames } from './month-names';
import { findMonthName } from './read-date';
import { formatWhen, pad, type When } from './when';

type Unit = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'half';

const SECTION = '[role=spinbutton]';
const MAX_LEVELS = 4;

/** The sections of a field in which each part of a date is a spin button of its own; undefined when there are no such. */
export function findSections(context: ActContext, element: Element): Map<Unit, Element> | undefined {
  let level = 0;
  for (const around of renderedAncestorsOf(element)) {
    if (level++ > MAX_LEVELS || matches(around, 'form,body,html')) return undefined;
    const sections = [...queryWithin(around, SECTION)].filter(isLaidOut);
    if (sections.length < 2) continue;
    return holdsOthers(around, element) ? undefined : unitsOf(context, sections);
  }
  return undefined;
}

/** Transparent ones count: an empty field shows its label in their place. */
function isLaidOut(section: Element): boolean {
  return !matches(section, 'input') && rectsOf(section).some(({ width, height }) => width > 0 && height > 0);
}

/** Fields of their own beside the sections: those are not of this control. */
function holdsOthers(around: Element, element: Element): boolean {
  const others = [...queryWithin(around, 'input,select,textarea')];
  return others.some(
    (field) => field !== element && isShown(field) && !matches(field, '[aria-hidden=true],[type=hidden]'),
  );
}

function unitsOf(context: ActContext, sections: readonly Element[]): Map<Unit, Element> | undefined {
  const units = new Map<Unit, Element>();
  for (const section of sections) {
    const unit = unitOf(context, section);
    if (unit && units.has(unit)) return undefined;
    if (unit) units.set(unit, section);
  }
  return units.has('year') || units.has('hour') ? units : undefined;
}

const WORDS: readonly (readonly [Unit, RegExp])[] = [
  ['half', /am\/pm|meridiem|day ?period|上午|下午/i],
  ['year', /year|jahr|ann|año|anno|年/i],
  ['month', /month|monat|mois|mes|maand|月/i],
  ['day', /day|tag|jour|d[ií]a|giorno|dag|日/i],
  ['hour', /hour|stunde|heure|hora|ora|uur|时|時/i],
  ['minute', /minute|minut|分/i],
];

/** By its name, else by how far it goes. */
function unitOf(context: ActContext, section: Element): Unit | undefined {
  const { name } = context.deps.describe(section);
  const named = WORDS.find(([, words]) => words.test(name))?.[0];
  if (named) return named;
  const most = Number(getAttribute(section, 'aria-valuemax') ?? 'NaN');
  if (most >= 1000) return 'year';
  if (most === 12) return 'month';
  if (most >= 28 && most <= 31) return 'day';
  return most === 59 ? 'minute' : most === 23 ? 'hour' : undefined;
}

export async function setSections(
  context: ActContext,
  element: Element,
  sections: ReadonlyMap<Unit, Element>,
  when: When,
): Promise<RunnerOutcome> {
  const name = nameElement(context, element);
  const date = formatWhen(when);
  if (findWrong(context, sections, when) === undefined)
    return { message: `${name} was ${date} already`, value: date, nothingDone: true };
  for (const unit of ['year', 'month', 'day', 'hour', 'minute'] as const) {
    const section = sections.get(unit);
    const wanted = when[unit];
    if (!section || wanted === undefined) continue;
    context.expectApproved(element);
    await typeDigits(
      context,
      section,
      unit === 'year' ? String(wanted) : pad(hourIn(sections, unit, wanted)),
    );
  }
  await setHalf(context, sections, when);
  const isSet = (): true | undefined => findWrong(context, sections, when) === undefined || undefined;
  if (await waitUntil(context.window, 1000, context.signal, isSet)) {
    return { message: `set ${name} to ${date}`, value: date, target: element };
  }
  const held = [...sections.values()].map((section) => (getTextContent(section) ?? '').trim()).join(' ');
  throw actError('not-set', `${name} did not take ${date}; it holds ${quoteShort(held)}. Observe again.`, {
    target: name,
  });
}

function hourIn(sections: ReadonlyMap<Unit, Element>, unit: Unit, wanted: number): number {
  return unit === 'hour' && sections.has('half') ? wanted % 12 || 12 : wanted;
}

async function setHalf(context: ActContext, sections: ReadonlyMap<Unit, Element>, when: When): Promise<void> {
  const half = sections.get('half');
  if (half && when.hour !== undefined) await typeDigits(context, half, when.hour >= 12 ? 'p' : 'a');
}

/** Key by key, as a hand would: sections take single characters and go on to the next by themselves. */
async function typeDigits(context: ActContext, section: Element, digits: string): Promise<void> {
  focusElement(context, section);
  await nextChange(context.window, 50, context.signal);
  for (const digit of digits) {
    selectContent(context, section);
    const press = pressOf(digit);
    if (!sendKey(context, section, 'keydown', press)) continue;
    const init = { inputType: 'insertText', data: digit, bubbles: true, cancelable: true, composed: true };
    const unhandled = section.dispatchEvent(new context.window.InputEvent('beforeinput', init));
    if (unhandled) executeCommand(context.document, 'insertText', digit);
    sendKey(context, section, 'keyup', press);
    await nextChange(context.window, 30, context.signal);
  }
}

function selectContent(context: ActContext, section: Element): void {
  context.window.getSelection()?.selectAllChildren(section);
}

function findWrong(context: ActContext, sections: ReadonlyMap<Unit, Element>, when: When): Unit | undefined {
  const names = monthNames(languagesOf(context.window));
  return (['year', 'month', 'day', 'hour', 'minute'] as const).find((unit) => {
    const section = sections.get(unit);
    const wanted = when[unit];
    if (!section || wanted === undefined) return false;
    const text = (getTextContent(section) ?? '').trim();
    const said = Number(getAttribute(section, 'aria-valuenow') ?? 'NaN');
    const read = unit === 'month' ? (findMonthName(text, names) ?? Number(text)) : Number(text);
    const shown = hourIn(sections, unit, wanted);
    return ![said, read].some((number) => number === wanted || number === shown);
  });
}
