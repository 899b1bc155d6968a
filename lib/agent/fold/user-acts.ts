import type { RunEvent } from '../../trajectories/event';
import { endBatch, updateStep } from '../batch';
import { omit } from '../omit';
import type { RunState } from '../state';
import { addAct, describeActs, isWhatIsAsked } from '../user-acts';
import { isOver } from './lifecycle';
import { ACTED_MEANWHILE, DONE_BY_USER, NOT_DONE, TOOK_OVER } from './reasons';

/**
 * The user did something on a page of the run. A run at work rests: they have taken over. One that waits for them goes on
 * waiting, unless they did what they were asked to allow.
 */
export function noteUserAct(state: RunState, event: RunEvent & { type: 'user-acted' }): RunState {
  const { tabId, act } = event;
  if (isOver(state) || !state.tabs.includes(tabId)) return state;
  const noted = { ...state, acts: addAct(state.acts, { ...act, tabId }), stale: true };
  if (state.status === 'working') return { ...noted, status: 'paused', pausedFor: 'user-acted' };
  const { waiting } = state;
  if (state.status !== 'needs-user' || !waiting || !isWhatIsAsked(waiting, act)) return noted;
  const done = updateStep(noted, waiting.actionId, (step) => ({
    ...step,
    phase: 'not-done',
    notDone: DONE_BY_USER,
  }));
  return omit(endBatch(done, NOT_DONE.userActed), 'waiting');
}

/** A run that goes on is told what the user did meanwhile. */
export function tellUserActs(before: RunState, state: RunState, seq: number): RunState {
  if (state.status !== 'working' || state.acts.length === 0) return state;
  const text = before.pausedFor === 'user-acted' ? TOOK_OVER : ACTED_MEANWHILE;
  return {
    ...state,
    acts: [],
    history: [...state.history, { type: 'note', seq, text, page: describeActs(state.acts) }],
  };
}
