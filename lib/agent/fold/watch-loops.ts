import type { RunEvent } from '../../trajectories/event';
import { isModelPlanner } from '../../trajectories/task';
import { findLoop, wordsOf, type Loop } from '../loops/find-loop';
import { next } from '../next';
import type { LoopWatch, RunState } from '../state';
import { loopFound } from './reasons';

/** With these the user has said how to go on: what was tried before does not count any more. */
const FRESH_STARTS: ReadonlySet<RunEvent['type']> = new Set([
  'user-said',
  'replied',
  'run-resumed',
  'follow-up',
]);

/** How often a planner is told of loops, the user saying nothing, before the next one makes the run rest at once. */
const TELLINGS = 3;

export function watchFrom(seq: number): LoopWatch {
  return { from: seq, checked: 0, told: 0, rests: false };
}

/**
 * Looks, whenever everything that was proposed has come to its end, whether the planner goes round in circles: it is
 * told once; when it goes on all the same the run rests. Recipes and rules know by themselves when to end.
 */
export function watchLoops(state: RunState, event: RunEvent): RunState {
  if (FRESH_STARTS.has(event.type))
    return { ...state, loops: { ...watchFrom(event.seq), checked: state.proposals } };
  const { loops, planner, proposals } = state;
  if (!isModelPlanner(planner) || loops.checked === proposals || next(state).type !== 'propose') return state;
  const checked = { ...state, loops: { ...loops, checked: proposals } };
  const loop = findLoop(checked, loops.from);
  return loop === undefined ? checked : noteLoop(checked, loop, event.seq);
}

function noteLoop(state: RunState, loop: Loop, seq: number): RunState {
  const { loops } = state;
  const start = loop.rounds[0]?.seq ?? 0;
  const { last } = loops;
  if (last?.kind === loop.kind && last.start === start) {
    const since = loop.rounds.filter((round) => round.seq > last.end).length;
    return since < loop.patience ? state : { ...state, loops: { ...loops, rests: true } };
  }
  if (loops.told === TELLINGS) return { ...state, loops: { ...loops, rests: true } };
  const told = { kind: loop.kind, start, end: loop.rounds.at(-1)?.seq ?? 0 };
  return {
    ...state,
    loops: { ...loops, told: loops.told + 1, last: told },
    history: [...state.history, { type: 'note', seq, text: loopFound(wordsOf(loop)) }],
  };
}
