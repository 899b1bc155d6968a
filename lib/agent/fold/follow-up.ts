import type { RunEvent } from '../../trajectories/event';
import { findInFlight, updateStep } from '../batch';
import { limitsFrom, usedBy } from '../budget';
import type { RunState } from '../state';
import { beginAgain, findQuestion } from './lifecycle';
import { FOLLOW_UP, NOT_DONE } from './reasons';

type FollowUp = RunEvent & { type: 'follow-up' };

/** The run goes on with another task after it has ended; what it knows it keeps, its plan and budgets begin anew. */
export function noteFollowUp(state: RunState, event: FollowUp): RunState {
  if (state.endedAt === undefined) return state;
  const { task, seq, planner = state.planner, budgets = state.budgets } = event;
  const begun = beginAgain(closeQuestion(state), [
    { type: 'note', seq, text: FOLLOW_UP },
    { type: 'task', seq, task },
  ]);
  return {
    ...begun,
    ...placeOf(state, event),
    planner,
    budgets,
    limits: limitsFrom(usedBy(state), budgets),
    taskStart: state.steps.length,
    batchStart: state.steps.length,
    plan: [],
    say: '',
    unread: false,
  };
}

/** Tab ids do not outlive the browser: in another tab than before, all the old ones mean nothing. */
function placeOf(state: RunState, { tab, origins = [] }: FollowUp): Partial<RunState> {
  const all = { origins: [...new Set([...state.origins, ...origins])] };
  return tab === undefined ? all : { ...all, tabs: [tab.tabId], activeTab: tab.tabId };
}

/** A question that was still open when the run was stopped is not asked any more. */
function closeQuestion(state: RunState): RunState {
  const open = findInFlight(state);
  if (open === undefined || findQuestion(state) === undefined) return state;
  return updateStep(state, open.actionId, (step) => ({
    ...step,
    phase: 'not-done',
    notDone: NOT_DONE.followUp,
  }));
}
