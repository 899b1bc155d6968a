import type { RunEvent } from '../../trajectories/event';
import { findStep, updateStep } from '../batch';
import { omit } from '../omit';
import type { RunState } from '../state';
import { endWall } from './observation';

export function noteHandOver(state: RunState, event: RunEvent & { type: 'hand-over-asked' }): RunState {
  const { actionId, nonce, handOver } = event;
  const step = findStep(state, actionId);
  if (step?.phase !== 'intended') return state;
  const handed = updateStep(state, actionId, (each) => ({ ...each, handedOver: { ...handOver, nonce } }));
  return { ...handed, waiting: { kind: 'hand-over', actionId, ...handOver } };
}

/** An end of something that the run does not wait for (any more) changes nothing. A question about an element is answered by it. */
export function noteHandOverEnd(state: RunState, event: RunEvent & { type: 'hand-over-ended' }): RunState {
  const { actionId, by, did, result } = event;
  const { waiting } = state;
  if (waiting?.actionId !== actionId) return state;
  if (waiting.kind === 'wall') return endWall(state, event);
  if (waiting.kind === 'question') {
    const words = result?.status === 'done' ? result.message : 'the user acted on the element';
    const replied = updateStep(state, actionId, (step) => ({ ...step, reply: words }));
    return omit(replied, 'waiting');
  }
  if (waiting.kind !== 'hand-over') return state;
  const ended = { by, did, ...(result === undefined ? {} : { result }) };
  return omit(endHandOver(state, actionId, ended), 'waiting');
}

/** The run with the hand-over of an action ended like this. */
export function endHandOver(
  state: RunState,
  actionId: string,
  ended: NonNullable<NonNullable<RunState['steps'][number]['handedOver']>['ended']>,
): RunState {
  return updateStep(state, actionId, (step) =>
    step.handedOver === undefined ? step : { ...step, handedOver: { ...step.handedOver, ended } },
  );
}
