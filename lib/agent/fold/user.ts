import { grantsFor } from '../../guard/grants';
import type { RunEvent } from '../../trajectories/event';
import { endBatch, updateStep } from '../batch';
import { originOf } from '../../guard/url-policy';
import { omit } from '../omit';
import type { RunState, Waiting } from '../state';
import { endHandOver } from './hand-over';
import { endWall } from './observation';
import { resumeRun } from './lifecycle';
import { accessDenied, DENIED_BY_USER, NOT_DONE } from './reasons';

type Answered = RunEvent & { type: 'answered' };

/** An answer to something that the run does not wait for (any more) changes nothing. */
export function noteAnswer(state: RunState, event: Answered): RunState {
  const { waiting } = state;
  if (waiting?.actionId !== event.actionId) return state;
  if (waiting.kind !== 'access' && waiting.kind !== 'approval') return state;
  const next = omit(state, 'waiting');
  return waiting.kind === 'access' ? noteAccess(next, event, waiting) : noteApproval(next, event, waiting);
}

function noteAccess(state: RunState, event: Answered, { origin }: Waiting & { kind: 'access' }): RunState {
  if (event.answer !== 'deny') {
    const grants = event.answer === 'allow-on-site' ? [{ origin, covers: 'visit' }] : [];
    return { ...addOrigin(state, origin), givenGrants: [...state.givenGrants, ...grants], stale: true };
  }
  const denied = { ...state, deniedOrigins: [...state.deniedOrigins, origin], stale: true };
  if (origin === originOf(state.startUrl)) return denied;
  return {
    ...denied,
    history: [...state.history, { type: 'note', seq: event.seq, text: accessDenied(origin) }],
  };
}

function noteApproval(state: RunState, event: Answered, waiting: Waiting & { kind: 'approval' }): RunState {
  const { actionId, answer } = event;
  if (answer === 'deny') {
    const denied = updateStep(state, actionId, (step) => ({
      ...step,
      phase: 'not-done',
      answer,
      notDone: DENIED_BY_USER,
    }));
    return endBatch(denied, NOT_DONE.denied);
  }
  const approved = updateStep(state, actionId, (step) => ({ ...step, phase: 'answered', answer }));
  const { addsOrigin } = waiting.verdict;
  const grants =
    answer === 'allow-on-site'
      ? grantsFor(waiting.verdict, state.observation?.url ?? '', waiting.target)
      : [];
  const next = { ...approved, givenGrants: [...approved.givenGrants, ...grants] };
  return addsOrigin === undefined ? next : addOrigin(next, addsOrigin);
}

function addOrigin(state: RunState, origin: string): RunState {
  const deniedOrigins = state.deniedOrigins.filter((denied) => denied !== origin);
  return {
    ...state,
    deniedOrigins,
    origins: state.origins.includes(origin) ? state.origins : [...state.origins, origin],
  };
}

export function noteReply(state: RunState, event: RunEvent & { type: 'replied' }): RunState {
  const { waiting } = state;
  if (waiting?.kind !== 'question' || waiting.actionId !== event.actionId) return state;
  return omit(
    updateStep(state, event.actionId, (step) => ({ ...step, reply: event.text })),
    'waiting',
  );
}

type Said = RunEvent & { type: 'user-said' };

/** A run that rests goes on with the words: they answer what it was paused for, too. */
export function noteWords(state: RunState, event: Said): RunState {
  return state.status === 'paused' ? hear(resumeRun(state, event), event) : hear(state, event);
}

/**
 * The planner reads the user's words next: what it proposed before is not done. Words said while a question is
 * open are its reply too; a question about access stays, as nothing can be read without it.
 */
function hear(state: RunState, event: Said): RunState {
  const { text, seq } = event;
  const { waiting } = state;
  const said: RunState = {
    ...omit(endBatch(state, NOT_DONE.userSaid), 'trouble'),
    unread: true,
    history: [...state.history, { type: 'user', seq, text }],
  };
  if (waiting?.kind === 'approval') return omit(said, 'waiting');
  if (waiting?.kind === 'hand-over')
    return omit(endHandOver(said, waiting.actionId, { by: 'panel', did: false }), 'waiting');
  if (waiting?.kind === 'wall') return endWall(said, { actionId: waiting.actionId, by: 'panel', seq });
  if (waiting?.kind !== 'question') return said;
  return omit(
    updateStep(said, waiting.actionId, (step) => ({ ...step, reply: text })),
    'waiting',
  );
}
