import type { Failure } from '../../trajectories/failure';
import { isModelPlanner } from '../../trajectories/task';
import { findStep } from '../batch';
import { nameStep } from '../loops/name-step';
import type { HistoryItem, RunState } from '../state';
import { stuckFound } from './reasons';

/** Failures in the same way in a row after which the planner is told what it has tried. */
const TOLD_AFTER = 2;

const PLAIN_CODE = /^[a-z-]{1,40}$/;

/** Counts proposals in a row that came to grief in exactly the same way before they got anything done. */
export function noteTrouble(state: RunState, actionId: string, failure: Failure, seq: number): RunState {
  const { trouble } = state;
  const isSame = trouble?.failure.code === failure.code && trouble.failure.message === failure.message;
  const isInARow = trouble !== undefined && trouble.proposal === state.proposals - 1;
  const count = isSame && isInARow ? trouble.count + 1 : 1;
  return {
    ...state,
    trouble: { failure, proposal: state.proposals, count },
    history: [...state.history, ...tell(state, actionId, failure, count, seq)],
  };
}

function tell(
  state: RunState,
  actionId: string,
  { code }: Failure,
  count: number,
  seq: number,
): HistoryItem[] {
  const step = findStep(state, actionId);
  if (count !== TOLD_AFTER || !step || !isModelPlanner(state.planner)) return [];
  const text = stuckFound({ tried: nameStep(step), code: PLAIN_CODE.test(code) ? code : 'failed' });
  return [{ type: 'note', seq, text }];
}
