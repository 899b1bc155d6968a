import type { RunEvent } from '../trajectories/event';
import { isUserEvent } from './event-author';
import { noteEnd, noteIntent, noteVerdict } from './fold/action';
import { noteHandOver, noteHandOverEnd } from './fold/hand-over';
import { breakLog, emptyState, startRun } from './fold/initial';
import { noteFollowUp } from './fold/follow-up';
import { failRun, finishRun, pauseRun, resumeRun, stopRun } from './fold/lifecycle';
import { watchLoops } from './fold/watch-loops';
import { noteObservation, noteObserveFailure } from './fold/observation';
import { noteProposal } from './fold/proposal';
import { attachTab, detachTab } from './fold/tabs';
import { noteAnswer, noteReply, noteWords } from './fold/user';
import { noteUserAct, tellUserActs } from './fold/user-acts';
import { noteTime } from './fold/working-time';
import type { RunState } from './state';

/** The state of a run after these events, which are in order. Total: a damaged log folds to a failed, `broken` run. */
export function fold(events: readonly RunEvent[]): RunState {
  return events.reduce(applyEvent, emptyState(events[0]?.runId ?? ''));
}

/**
 * The state after one more event. An event that is already in is ignored; one that leaves a gap breaks the run.
 * Neither argument is changed.
 */
export function applyEvent(state: RunState, event: RunEvent): RunState {
  if (state.broken || event.seq < state.nextSeq) return state;
  if (!continues(state, event)) return breakLog(state);
  const next = { ...reduce(noteTime(state, event), event), nextSeq: event.seq + 1 };
  const whole = withStatus(isUserEvent(event) ? next : { ...next, givenGrants: [] });
  return watchLoops(tellUserActs(state, whole, event.seq), event);
}

function continues(state: RunState, event: RunEvent): boolean {
  const isFirst = state.nextSeq === 0;
  return (
    event.seq === state.nextSeq &&
    (event.type === 'run-started') === isFirst &&
    (isFirst || event.runId === state.runId)
  );
}

function reduce(state: RunState, event: RunEvent): RunState {
  switch (event.type) {
    case 'run-started':
      return startRun(state, event);
    case 'tab-attached':
      return attachTab(state, event);
    case 'tab-detached':
      return detachTab(state, event);
    case 'observed':
      return noteObservation(state, event);
    case 'observe-failed':
      return noteObserveFailure(state, event);
    case 'proposed':
      return noteProposal(state, event);
    case 'judged':
      return noteVerdict(state, event);
    case 'access-asked': {
      const { actionId, origin, reasons } = event;
      return { ...state, waiting: { kind: 'access', actionId, origin, reasons } };
    }
    case 'answered':
      return noteAnswer(state, event);
    case 'replied':
      return noteReply(state, event);
    case 'action-intended':
      return noteIntent(state, event);
    case 'action-ended':
      return noteEnd(state, event);
    case 'hand-over-asked':
      return noteHandOver(state, event);
    case 'hand-over-ended':
      return noteHandOverEnd(state, event);
    case 'user-said':
      return noteWords(state, event);
    case 'follow-up':
      return noteFollowUp(state, event);
    case 'user-acted':
      return noteUserAct(state, event);
    case 'run-paused':
      return pauseRun(state, event);
    case 'run-resumed':
      return resumeRun(state, event);
    case 'run-stopped':
      return stopRun(state, event);
    case 'run-failed':
      return failRun(state, event);
    case 'run-finished':
      return finishRun(state, event);
  }
}

/** `needs-user` is `working` with something to wait for. */
function withStatus(state: RunState): RunState {
  if (state.status === 'working' && state.waiting) return { ...state, status: 'needs-user' };
  if (state.status === 'needs-user' && !state.waiting) return { ...state, status: 'working' };
  return state;
}
