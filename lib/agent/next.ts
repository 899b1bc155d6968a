import type { Failure } from '../trajectories/failure';
import { isModelPlanner } from '../trajectories/task';
import { findReached } from './budget';
import { batchOf, findCurrent, findInFlight } from './batch';
import type { Effect } from './effect';
import type { RunState } from './state';
import { RUN_ACTIONS } from './vocabulary';
import { originOf } from '../guard/url-policy';

/** Proposals in a row that may fail in the same way before the user is asked, or the run gives up. */
export const SAME_FAILURE_LIMIT = 3;

/** Observations in a row that may fail before the run gives up. */
export const OBSERVE_FAILURE_LIMIT = 3;

/** What the driver does next. Pure and total: the same state gives the same effect. */
export function next(state: RunState): Effect {
  if (state.broken || state.status !== 'working') return { type: 'wait' };
  const failure = findFailure(state);
  if (failure) return { type: 'fail', failure };
  return nextOfBatch(state) ?? nextOfRun(state);
}

/** What the newest proposal still asks for. */
function nextOfBatch(state: RunState): Effect | undefined {
  const inFlight = findInFlight(state);
  if (inFlight) {
    const { actionId, call, handedOver } = inFlight;
    if (handedOver?.ended) return { type: 'end-hand-over', actionId };
    return call.name === 'ask_user' ? { type: 'run-action', actionId } : { type: 'recover', actionId };
  }
  if (state.tabChange) return { type: 'change-tab', change: state.tabChange };
  if (state.unread) return undefined;
  const current = findCurrent(state);
  if (!current) return findFinish(state);
  const { actionId, call, phase } = current;
  if (RUN_ACTIONS.has(call.name)) return { type: 'run-action', actionId };
  return phase === 'proposed' ? { type: 'judge', actionId } : { type: 'act', actionId };
}

function nextOfRun(state: RunState): Effect {
  if (!state.unread) {
    const ending = findEnding(state);
    if (ending) return ending;
  }
  if (isStuck(state)) return { type: 'pause', why: 'stuck' };
  if (state.loops.rests) return { type: 'pause', why: 'loop' };
  const reached = findReached(state);
  if (reached) return { type: 'pause', why: 'budget', reached };
  if (state.stale || !state.observation || state.observation.tabId !== state.activeTab)
    return { type: 'observe' };
  return { type: 'propose' };
}

function findFinish(state: RunState): Effect | undefined {
  const step = batchOf(state).find(({ call, result }) => call.name === 'finish' && result?.status === 'done');
  if (!step) return undefined;
  const { success, answer, evidence } = step.call.args;
  return {
    type: 'finish',
    success: success === true,
    answer: typeof answer === 'string' ? answer : '',
    ...(typeof evidence === 'string' ? { evidence } : {}),
  };
}

/** A planner that proposes no actions has ended; a chat model is nudged once before it is taken at its word. */
function findEnding(state: RunState): Effect | undefined {
  const patience = isModelPlanner(state.planner) ? 2 : 1;
  if (state.emptyProposals < patience) return undefined;
  if (state.say !== '') return { type: 'finish', success: true, answer: state.say };
  const message = 'The planner proposed nothing and said nothing.';
  return { type: 'fail', failure: { code: 'empty-proposal', message } };
}

function findFailure(state: RunState): Failure | undefined {
  const { observeFailure, trouble } = state;
  if (state.tabLost) return { code: 'tab-gone', message: 'The tab that the run works on was closed.' };
  const start = originOf(state.startUrl);
  if (start !== undefined && state.deniedOrigins.includes(start)) {
    return {
      code: 'access-denied',
      message: `The user does not want work on ${start}.`,
      params: { origin: start },
    };
  }
  if (observeFailure && observeFailure.count >= observeLimit(state)) return observeFailure.failure;
  if (trouble && trouble.count >= SAME_FAILURE_LIMIT && !isModelPlanner(state.planner)) {
    const message = `The same failure ${trouble.count} times in a row: ${trouble.failure.message}`;
    return {
      code: 'stuck',
      message,
      params: { reason: trouble.failure.message, code: trouble.failure.code },
    };
  }
  return undefined;
}

/** A chat model was told before, and went on like that. */
function isStuck(state: RunState): boolean {
  return isModelPlanner(state.planner) && (state.trouble?.count ?? 0) >= SAME_FAILURE_LIMIT;
}

/** A page that cannot be touched stays so: nothing is tried again but to go back to the one before. */
function observeLimit({ observeFailure, observation }: RunState): number {
  if (observeFailure?.failure.code !== 'restricted-page') return OBSERVE_FAILURE_LIMIT;
  return observation === undefined ? 1 : 2;
}
