import type { Reached } from '../trajectories/budget';
import type { Failure } from '../trajectories/failure';
import type { RunState } from './state';

/** What a run that rests asks the user. */
export type PauseQuestion =
  /** `again`: how much more it may use, unless the user says otherwise. */
  | { kind: 'run-budget'; reached: Reached; again: number }
  | { kind: 'day-budget'; reached: Reached }
  | { kind: 'loop' }
  | { kind: 'stuck'; failure?: Failure };

/** Undefined for a run that does not rest, or that rests because the user or a restart said so. */
export function pauseQuestion(state: RunState): PauseQuestion | undefined {
  const { status, pausedFor, trouble } = state;
  if (status !== 'paused') return undefined;
  if (pausedFor === 'loop') return { kind: 'loop' };
  if (pausedFor === 'stuck')
    return { kind: 'stuck', ...(trouble === undefined ? {} : { failure: trouble.failure }) };
  const reached = reachedBy(state);
  if (!reached) return undefined;
  if (reached.per === 'day') return { kind: 'day-budget', reached };
  return { kind: 'run-budget', reached, again: state.budgets[reached.measure] ?? reached.limit };
}

/** Whether a budget of money was given that cannot be checked, because the price of what was asked is not known. */
export function isMoneyUnknown({ budgets, cost }: RunState, hasDayBudget = false): boolean {
  return cost.unknownProposals > 0 && (budgets.money !== undefined || hasDayBudget);
}

/** The budget that a run rests for. Logs from before there were others know the steps only. */
export function reachedBy(state: RunState): Reached | undefined {
  if (state.pausedFor === 'budget') return state.reached;
  const limit = state.limits.steps;
  if (state.pausedFor !== 'steps' || limit === undefined) return undefined;
  return { per: 'run', measure: 'steps', limit, used: state.proposals };
}
