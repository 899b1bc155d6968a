import { addCost, addUsage } from '../../trajectories/cost';
import type { RunEvent } from '../../trajectories/event';
import { extendBudget } from '../budget';
import { batchOf, endBatch, findInFlight } from '../batch';
import { omit } from '../omit';
import type { HistoryItem, RunState, Waiting } from '../state';
import { LOOP_RESTED, NOT_DONE, RESUMED, STUCK_RESTED } from './reasons';

type Of<T extends RunEvent['type']> = RunEvent & { type: T };

export function isOver(state: RunState): boolean {
  return state.status === 'stopped' || state.status === 'done' || state.status === 'failed';
}

export function pauseRun(state: RunState, event: Of<'run-paused'>): RunState {
  if (isOver(state)) return state;
  const { why, reached, seq } = event;
  const note = RESTED[why];
  return {
    ...omit(state, 'reached'),
    status: 'paused',
    pausedFor: why,
    ...(reached === undefined ? {} : { reached }),
    history: note === undefined ? state.history : [...state.history, { type: 'note', seq, text: note }],
  };
}

/** What the planner is told of a pause that it has brought about itself. */
const RESTED: Partial<Record<Of<'run-paused'>['why'], string>> = { loop: LOOP_RESTED, stuck: STUCK_RESTED };

export function stopRun(state: RunState, event: Of<'run-stopped'>): RunState {
  return isOver(state) ? state : { ...omit(state, 'waiting'), status: 'stopped', endedAt: event.at };
}

export function failRun(state: RunState, event: Of<'run-failed'>): RunState {
  if (isOver(state)) return state;
  const failed: RunState = {
    ...omit(state, 'waiting'),
    status: 'failed',
    failure: event.failure,
    endedAt: event.at,
  };
  const { spent } = event;
  if (spent === undefined) return failed;
  const cost = addCost(state.cost, spent, state.planner);
  return { ...failed, usage: addUsage(state.usage, spent.usage), cost };
}

export function finishRun(state: RunState, event: Of<'run-finished'>): RunState {
  if (isOver(state)) return state;
  const { success, answer, evidence } = event;
  const proof = evidence === undefined ? {} : { evidence, ...wasSeen(state) };
  const outcome = { success, answer, ...proof };
  return {
    ...omit(endBatch(state, NOT_DONE.finished), 'waiting'),
    status: 'done',
    outcome,
    endedAt: event.at,
  };
}

/** What the finish that was accepted says of its evidence. */
function wasSeen(state: RunState): { seen?: boolean } {
  const end = batchOf(state).find(({ call, result }) => call.name === 'finish' && result?.status === 'done');
  const check = end?.result?.status === 'done' ? end.result.effect.evidence : undefined;
  return check === undefined ? {} : { seen: check === 'seen' };
}

/**
 * Goes on with a paused, stopped, failed or done run. What was proposed before is not done any more: time has
 * passed and the page is looked at first. Only an open question stays open.
 */
export function resumeRun(state: RunState, event: { seq: number; more?: number | undefined }): RunState {
  if (!isOver(state) && state.status !== 'paused') return state;
  const ended = endBatch(extendBudget(state, event.more), NOT_DONE.resumed);
  const question = findQuestion(ended);
  const resumed = beginAgain(
    ended,
    isTakenOver(state) ? [] : [{ type: 'note', seq: event.seq, text: RESUMED }],
  );
  return {
    ...resumed,
    // A run that is done has nothing left to finish with: the planner is asked again.
    batchStart: state.status === 'done' ? state.steps.length : state.batchStart,
    ...(question === undefined ? {} : { waiting: question }),
  };
}

/** The run at work again after it had rested or ended, with this in its history; the page is looked at first. */
export function beginAgain(state: RunState, told: HistoryItem[]): RunState {
  return {
    ...omit(
      state,
      'waiting',
      'failure',
      'outcome',
      'endedAt',
      'trouble',
      'observeFailure',
      'pausedFor',
      'reached',
    ),
    status: 'working',
    emptyProposals: 0,
    tabLost: false,
    deniedOrigins: [],
    stale: true,
    history: [...state.history, ...told],
  };
}

/** What the user did is told then, and says the same. */
function isTakenOver({ pausedFor, acts }: RunState): boolean {
  return pausedFor === 'user-acted' && acts.length > 0;
}

/** The question of an ask_user that has been asked and not answered. */
export function findQuestion(state: RunState): Waiting | undefined {
  const step = findInFlight(state);
  if (step?.call.name !== 'ask_user' || step.reply !== undefined) return undefined;
  const { question, choices } = step.call.args;
  return {
    kind: 'question',
    actionId: step.actionId,
    question: typeof question === 'string' ? question : '',
    choices: Array.isArray(choices) ? choices.filter((choice) => typeof choice === 'string') : [],
  };
}
