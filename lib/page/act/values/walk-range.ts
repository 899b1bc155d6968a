import { isConnected, matches } from '../../observe/dom';
import type { ActContext } from '../actor/act-context';
import { nextTask } from '../effect/next-task';
import { waitUntil } from '../effect/wait';
import { parseKeys, type KeyPress } from '../keys/parse-keys';
import { sendKey } from '../keys/send-key';
import { readRange, showRange, type RangeState } from './range-control';
import type { RangeGoal } from './range-goal';

/** How long a control may take to show what a key did. */
const ANSWER_MS = 150;
/** A scale of words is walked through whole; one of numbers only while that is quicker than the pointer. */
const MAX_WORD_PRESSES = 200;
const MAX_PRESSES = 120;

interface Way {
  up: string;
  down: string;
}

const STEPS: readonly Way[] = [
  { up: 'ArrowUp', down: 'ArrowDown' },
  { up: 'ArrowRight', down: 'ArrowLeft' },
];
const STRIDES: readonly Way[] = [
  { up: 'PageUp', down: 'PageDown' },
  { up: 'Shift+ArrowRight', down: 'Shift+ArrowLeft' },
];

/** Moves a range that has the focus towards the goal with the keys that ARIA ranges answer to. */
export async function walkRange(context: ActContext, range: Element, goal: RangeGoal): Promise<void> {
  const keys = { press: (name: string) => pressAndRead(context, range, name), goal };
  const start = readRange(range);
  if (goal.reached(start)) return;
  if (goal.number === undefined) return walkWords(keys, start);
  const end = goal.number === start.max ? 'End' : goal.number === start.min ? 'Home' : undefined;
  const state = end ? ((await keys.press(end)) ?? start) : start;
  if (goal.reached(state)) return;
  const step = await findWay(keys, orderSteps(range), state);
  if (step) await walkNumbers(keys, step);
}

interface Keys {
  goal: RangeGoal;
  /** The state after a key; undefined when nothing came of it. */
  press(name: string): Promise<RangeState | undefined>;
}

interface LearntWay extends Way {
  /** What one press moves, on the goal's scale. */
  length: number;
  state: RangeState;
}

/** Splitters move across before they move up; right is not always more: the first press tells. */
function orderSteps(range: Element): readonly Way[] {
  return matches(range, '[role=separator],[aria-orientation=horizontal]') ? [...STEPS].reverse() : STEPS;
}

async function findWay(keys: Keys, ways: readonly Way[], state: RangeState): Promise<LearntWay | undefined> {
  const from = keys.goal.measure(state);
  const wanted = keys.goal.number ?? from;
  for (const { up, down } of ways) {
    const towards = wanted > from ? up : down;
    const after = await keys.press(towards);
    const moved = after ? keys.goal.measure(after) - from : 0;
    if (!after || !moved) continue;
    const swapped = moved > 0 !== (towards === up);
    return { ...(swapped ? { up: down, down: up } : { up, down }), length: Math.abs(moved), state: after };
  }
  return undefined;
}

async function walkNumbers(keys: Keys, step: LearntWay): Promise<void> {
  let state = step.state;
  const far = distance(keys.goal, state) / step.length;
  if (far > 10) {
    const stride = await findWay(keys, STRIDES, state);
    if (stride) state = stride.state;
    if (stride && stride.length > step.length) state = await walkBy(keys, stride, state);
  }
  if (distance(keys.goal, state) / step.length > MAX_PRESSES) return;
  state = await walkBy(keys, step, state);
  await passIfNearer(keys, step, state);
}

/** Presses while a whole step fits in before the goal; returns the state then. */
async function walkBy(keys: Keys, way: LearntWay, from: RangeState): Promise<RangeState> {
  let state = from;
  for (let presses = 0; presses < MAX_PRESSES; presses++) {
    const left = distance(keys.goal, state);
    if (keys.goal.reached(state) || left < way.length * (1 - 1e-6)) break;
    const next = await keys.press(keyTowards(keys.goal, way, state));
    if (!next || distance(keys.goal, next) >= left) break;
    state = next;
  }
  return state;
}

/** The goal lies between two steps: the nearer one is taken. */
async function passIfNearer(keys: Keys, way: LearntWay, state: RangeState): Promise<void> {
  if (keys.goal.reached(state) || distance(keys.goal, state) * 2 <= way.length) return;
  const key = keyTowards(keys.goal, way, state);
  const next = await keys.press(key);
  if (next && distance(keys.goal, next) > distance(keys.goal, state))
    await keys.press(key === way.up ? way.down : way.up);
}

function keyTowards(goal: RangeGoal, way: Way, state: RangeState): string {
  return (goal.number ?? 0) > goal.measure(state) ? way.up : way.down;
}

function distance(goal: RangeGoal, state: RangeState): number {
  return Math.abs(goal.measure(state) - (goal.number ?? Number.NaN));
}

/** Up to the end, then from the other end: a word may stand on either side. */
async function walkWords(keys: Keys, start: RangeState): Promise<void> {
  let state: RangeState | undefined = start;
  for (const key of ['ArrowRight', 'ArrowLeft']) {
    for (let presses = 0; state && presses < MAX_WORD_PRESSES; presses++) {
      state = await keys.press(key);
      if (state && keys.goal.reached(state)) return;
    }
    state = start;
  }
}

async function pressAndRead(
  context: ActContext,
  range: Element,
  name: string,
): Promise<RangeState | undefined> {
  const before = showState(readRange(range));
  const press = parseKeys(name)?.[0];
  if (!press || !isConnected(range)) return undefined;
  sendPress(context, range, press);
  await nextTask(context.window);
  return waitUntil(context.window, ANSWER_MS, context.signal, () => {
    const state = readRange(range);
    return showState(state) === before ? undefined : state;
  });
}

function sendPress(context: ActContext, range: Element, press: KeyPress): void {
  sendKey(context, range, 'keydown', press);
  sendKey(context, range, 'keyup', press);
}

function showState(state: RangeState): string {
  return `${state.now} ${showRange(state)}`;
}
