import { matches } from '../../observe/dom';
import { actError, type ActContext, type ActError } from '../actor/act-context';
import { nameElement, quoteShort } from '../actor/name-element';
import { focusElement } from '../pointer/focus';
import { expectActionable } from '../ready/actionable';
import { dragRange } from './drag-range';
import { readRange, showRange, type RangeState } from './range-control';
import { readGoal, type RangeGoal } from './range-goal';
import { walkRange } from './walk-range';

/** A scale has rarely less steps than this between what was reached by keys and its ends. */
const ROUNDING = 1000;

/**
 * Moves a range that the page draws itself to a value, and returns what it says then.
 * Failure codes: `bad-value`, `not-set`, and those of `expectActionable`.
 */
export async function setRange(context: ActContext, range: Element, wanted: string): Promise<string> {
  const start = readRange(range);
  const goal = readGoal(wanted, start);
  if (!goal) throw limitsError(context, range, wanted, start);
  if (goal.reached(start)) return showRange(start);
  await expectActionable(context, range);
  context.expectApproved(range);
  focusElement(context, range);
  await walkRange(context, range, goal);
  if (isFar(goal, readRange(range))) {
    await dragRange(context, range, goal);
    focusElement(context, range);
    await walkRange(context, range, goal);
  }
  const end = readRange(range);
  if (!goal.reached(end) && !isNearer(goal, start, end)) throw notSetError(context, range, wanted, end);
  return showRange(end);
}

/** More than rounding to the next step could explain. */
function isFar(goal: RangeGoal, state: RangeState): boolean {
  if (goal.number === undefined || goal.reached(state)) return false;
  return Math.abs(goal.measure(state) - goal.number) > (state.max - state.min) / ROUNDING;
}

/** Between two steps of the scale the nearest is as good as it gets; that is reported, not hidden. */
function isNearer(goal: RangeGoal, start: RangeState, end: RangeState): boolean {
  if (goal.number === undefined) return false;
  return Math.abs(goal.measure(end) - goal.number) < Math.abs(goal.measure(start) - goal.number);
}

function limitsError(context: ActContext, range: Element, wanted: string, state: RangeState): ActError {
  const name = nameElement(context, range);
  return actError(
    'bad-value',
    `${name} goes from ${state.min} to ${state.max}: ${quoteShort(wanted)} is outside. Choose a value within.`,
    { target: name, value: wanted },
  );
}

function notSetError(context: ActContext, range: Element, wanted: string, state: RangeState): ActError {
  const name = nameElement(context, range);
  const held = quoteShort(showRange(state));
  const instead = matches(range, '[role=meter],[role=progressbar]')
    ? 'It may only show something.'
    : 'Try drag or press_keys, or ask the user.';
  return actError(
    'not-set',
    `${name} could not be moved to ${quoteShort(wanted)}${held ? `; it says ${held}` : ''}. ${instead}`,
    { target: name, value: wanted },
  );
}
