import { getAttribute, matches, queryWithin } from '../../observe/dom';
import { actError, type ActContext } from '../actor/act-context';
import { nameElement, quoteShort } from '../actor/name-element';
import { closestRendered } from '../actor/native-dom';
import { clickElement } from '../click';
import { waitUntil } from '../effect/wait';
import { matchOption } from '../lists/match-option';
import { isSame } from './range-goal';
import { parseNumber } from './parse-number';

const MARKS = 'input[type=radio],[role=radio]';
/** How long a rating may take to show its new state. */
const STATE_TIMEOUT_MS = 1000;

/** The marks (stars, faces, numbers) of a rating or radio group: of the element, or of the group that it belongs to. */
export function findMarks(element: Element): Element[] {
  const group = matches(element, MARKS) ? findGroup(element) : element;
  const marks = [...queryWithin(group, MARKS)];
  return marks.length > 1 && isOneGroup(marks) ? marks : [];
}

function findGroup(mark: Element): Element {
  const group = closestRendered(mark, '[role=radiogroup],fieldset');
  if (group) return group;
  const form = mark instanceof HTMLInputElement ? mark.form : null;
  return form ?? mark.parentElement ?? mark;
}

/** Two questions within one wrapper are no rating. */
function isOneGroup(marks: readonly Element[]): boolean {
  return new Set(marks.map((mark) => getAttribute(mark, 'name'))).size === 1;
}

/** Clicks the mark that stands for the value, and returns the name of the one that is checked then. */
export async function pickMark(
  context: ActContext,
  group: Element,
  marks: readonly Element[],
  wanted: string,
): Promise<{ value: string; done: boolean }> {
  const mark = findMark(context, marks, wanted);
  const name = nameElement(context, group);
  if (!mark) {
    const offered = marks.map((one) => quoteShort(labelOf(context, one))).join(', ');
    throw actError('bad-value', `${name} has no mark for ${quoteShort(wanted)}. It has ${offered}.`, {
      target: name,
      value: wanted,
    });
  }
  const value = labelOf(context, mark);
  if (isChecked(mark)) return { value, done: false };
  await clickElement(context, mark);
  const reached = await waitUntil(context.window, STATE_TIMEOUT_MS, context.signal, () =>
    isChecked(mark) ? true : undefined,
  );
  if (reached) return { value, done: true };
  throw actError('not-set', `${name} was clicked and does not show ${quoteShort(value)}. Observe again.`, {
    target: name,
  });
}

/** By its label or value; else by the number that its label begins with; else the nth of them. */
function findMark(context: ActContext, marks: readonly Element[], wanted: string): Element | undefined {
  const choices = marks.map((mark) => ({
    label: labelOf(context, mark),
    value: getAttribute(mark, 'value') ?? undefined,
    item: mark,
  }));
  const named = matchOption(choices, wanted)?.item;
  const number = parseNumber(wanted);
  if (named || number === undefined) return named;
  const numbers = choices.map(({ label, value }) => parseNumber(value ?? '') ?? parseNumber(label));
  if (numbers.every((one) => one === undefined)) return marks[number - 1];
  return marks[numbers.findIndex((one) => one !== undefined && isSame(one, number))];
}

function labelOf(context: ActContext, mark: Element): string {
  return context.deps.describe(mark).name || (getAttribute(mark, 'value') ?? '');
}

function isChecked(mark: Element): boolean {
  return mark instanceof HTMLInputElement ? mark.checked : getAttribute(mark, 'aria-checked') === 'true';
}
