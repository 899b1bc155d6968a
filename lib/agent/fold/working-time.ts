import type { RunEvent } from '../../trajectories/event';
import type { RunState } from '../state';

/** Nothing that a run does takes so long without an event: a longer gap is a machine that slept, or a clock that was set. */
const LONGEST_GAP_MS = 10 * 60_000;

/** Time up to this event counts as work while the run was at work, and not while it waited for the user or rested. */
export function noteTime(state: RunState, { at }: RunEvent): RunState {
  const gap = state.status === 'working' ? Math.max(0, at - state.lastAt) : 0;
  return { ...state, workedMs: state.workedMs + Math.min(gap, LONGEST_GAP_MS), lastAt: at };
}
