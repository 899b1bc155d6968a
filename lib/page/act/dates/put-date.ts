import { bindApproval } from '../actor/bind-approval';
import {
  ActError,
  actError,
  type ActContext,
  type ActError as Failure,
  type RunnerOutcome,
} from '../actor/act-context';
import { nameElement, quoteShort } from '../actor/name-element';
import { matches } from '../../observe/dom';
import { expectActionable } from '../ready/actionable';
import { surfaceOf } from '../lists/list-control';
import { dateTexts, readDateField, showsDates, type DateField } from './date-field';
import { findDateParts, setDateParts } from './date-parts';
import { findSections, setSections } from './date-sections';
import { isNativeDate, setNativeDate } from './native-date';
import { openCalendar } from './open-calendar';
import { pickDays } from './pick-day';
import { typeDate } from './type-date';
import { formatWhen, type When } from './when';

/**
 * Sets a date, or both ends of a range, in whatever kind of field it is, and reads it back. Failure codes: `bad-value`,
 * `date-not-allowed`, `month-not-reached`, `no-calendar`, `not-set`.
 */
export async function putDate(
  context: ActContext,
  element: Element,
  whens: readonly [When, ...When[]],
): Promise<RunnerOutcome> {
  const bound = bindApproval(context, element);
  const field = readDateField(bound, element);
  const { control } = field;
  const [when] = whens;
  const simple = isNativeDate(control) ? ('native' as const) : undefined;
  const sections = simple ? undefined : findSections(bound, control);
  const parts = simple || sections ? undefined : findDateParts(bound, control, when);
  if (whens.length > 1 && (simple || sections || parts)) throw oneDateError(nameElement(context, element));
  if (isNativeDate(control)) {
    await expectActionable(bound, control);
    bound.expectApproved(element);
    return setNativeDate(bound, control, when);
  }
  if (sections) return setSections(bound, element, sections, when);
  if (parts) return setDateParts(bound, element, parts, when);
  return putInPicker(bound, field, whens);
}

async function putInPicker(
  context: ActContext,
  field: DateField,
  whens: readonly [When, ...When[]],
): Promise<RunnerOutcome> {
  const name = nameElement(context, field.element);
  const date = whens.map(formatWhen).join(' to ');
  if (showsDates(context, field, whens) === 'yes')
    return { message: `${name} was ${date} already`, value: date, nothingDone: true };
  await expectActionable(context, surfaceOf(field.control));
  const hasPicked = whens[0].day !== undefined && (await tryCalendar(context, field, whens));
  const done = hasPicked || (await tryTyping(context, field, whens));
  if (!done) throw notSetError(context, field, name, date);
  return { message: `set ${name} to ${date}`, value: date, target: field.control };
}

/** A calendar that is drawn anew under the hand takes the press for nothing. */
const MAX_ATTEMPTS = 2;

/** False when there is no calendar, or it cannot be worked and the field can be typed into. */
async function tryCalendar(context: ActContext, field: DateField, whens: readonly When[]): Promise<boolean> {
  try {
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const calendar = await openCalendar(context, field);
      if (!calendar) return false;
      if (await pickDays(context, field, calendar, whens)) return true;
    }
    return false;
  } catch (error) {
    const isStuck = error instanceof ActError && error.failure.code === 'month-not-reached';
    if (!isStuck || !field.field) throw error;
    return false;
  }
}

async function tryTyping(
  context: ActContext,
  field: DateField,
  whens: readonly [When, ...When[]],
): Promise<boolean> {
  const { field: input } = field;
  if (!input || whens.length > 1 || matches(input, ':read-only')) return false;
  return typeDate(context, field, input, whens[0]);
}

function oneDateError(name: string): Failure {
  return actError(
    'bad-value',
    `${name} takes one date; the end of the range is a field of its own. Set them one by one.`,
    {
      target: name,
    },
  );
}

function notSetError(context: ActContext, field: DateField, name: string, date: string): Failure {
  const [shown = ''] = dateTexts(context, field);
  return actError(
    'not-set',
    `${name} did not take ${date}; it shows ${quoteShort(shown) || 'no date'}. Observe it and use its own controls.`,
    { target: name },
  );
}
