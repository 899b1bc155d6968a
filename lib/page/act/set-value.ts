import { getLocalName, matches } from '../observe/dom';
import type { PageAction } from '../types';
import {
  actError,
  type ActContext,
  type ActError,
  expectElement,
  type PageActionRunner,
  type RunnerOutcome,
} from './actor/act-context';
import { approveParts } from './actor/approve-parts';
import { nameElement, quoteShort } from './actor/name-element';
import { badArgument } from './actor/read-arguments';
import { expectActionable } from './ready/actionable';
import { findEditable } from './text/editable';
import { nextTask } from './effect/next-task';
import { typeText } from './type-text';
import { parseNumber } from './values/parse-number';
import { findMarks, pickMark } from './values/pick-rating';
import { findRange, readRange, showRange } from './values/range-control';
import { isSame, readGoal } from './values/range-goal';
import { setNativeNumber } from './values/set-native-number';
import { setRange } from './values/set-range';

export const setValue: PageActionRunner = {
  name: 'set_value',
  element: 'required',
  reads: false,
  async run(context, action, given) {
    const element = expectElement(given);
    const wanted = expectValue(action);
    const parts = approveParts(context, element);
    const range = findRange(element);
    if (range && getLocalName(range) !== 'input') return moveRange(parts, range, wanted);
    const field = findEditable(element);
    if (field && matches(field, NUMBERS)) return setNumber(parts, field as HTMLInputElement, wanted);
    if (field) return typeNumber(context, action, element, field, wanted);
    const marks = findMarks(element);
    if (marks.length > 0) return rate(parts, element, marks, wanted);
    throw notSettableError(context, element);
  },
};

const NUMBERS = 'input:is([type=range],[type=number])';

function expectValue(action: PageAction): string {
  const { value } = action;
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  throw badArgument(action, 'value', 'a string or a number');
}

async function setNumber(
  context: ActContext,
  input: HTMLInputElement,
  wanted: string,
): Promise<RunnerOutcome> {
  await expectActionable(context, input);
  context.expectApproved(input);
  const name = nameElement(context, input);
  const before = input.value;
  const value = await setNativeNumber(context, input, wanted);
  return { ...report(name, wanted, value), target: input, nothingDone: value === before };
}

async function moveRange(context: ActContext, range: Element, wanted: string): Promise<RunnerOutcome> {
  const name = nameElement(context, range);
  const value = await setRange(context, range, wanted);
  return { ...report(name, wanted, value), target: range };
}

async function rate(
  context: ActContext,
  group: Element,
  marks: readonly Element[],
  wanted: string,
): Promise<RunnerOutcome> {
  const name = nameElement(context, group);
  const { value, done } = await pickMark(context, group, marks, wanted);
  return { ...report(name, wanted, value), target: group, nothingDone: !done };
}

/** A field that is typed into; one that says its value by ARIA may take the text only as it is left. */
async function typeNumber(
  context: ActContext,
  action: PageAction,
  element: Element,
  field: Element,
  wanted: string,
): Promise<RunnerOutcome> {
  const outcome = await typeText.run(context, { name: action.name, text: wanted }, element);
  if (!matches(field, '[aria-valuenow]')) return outcome;
  const goal = readGoal(wanted, { ...readRange(field), min: -Infinity, max: Infinity });
  await nextTask(context.window);
  const value = showRange(readRange(field));
  if (goal?.reached(readRange(field)) ?? false) return outcome;
  return { ...report(nameElement(context, field), wanted, value), target: field };
}

function report(name: string, wanted: string, value: string): Pick<RunnerOutcome, 'message' | 'value'> {
  const exact = value === wanted || isSame(parseNumber(value) ?? NaN, parseNumber(wanted) ?? NaN);
  const message = exact
    ? `set ${name} to ${quoteShort(value)}`
    : `set ${name}, which went to ${quoteShort(value) || 'no value'} when asked for ${quoteShort(wanted)}`;
  return { message, value };
}

function notSettableError(context: ActContext, element: Element): ActError {
  const name = nameElement(context, element);
  const instead =
    getLocalName(element) === 'select'
      ? 'Use select_option.'
      : matches(element, '[type=checkbox],[aria-checked],[aria-pressed]')
        ? 'Use set_checked.'
        : 'Use the ref of the slider, stepper or rating itself.';
  return actError('not-settable', `${name} has no value to set. ${instead}`, { target: name });
}
