import type { ActionResult } from '../../trajectories/action';
import type { HandOver } from '../../trajectories/hand-over';
import { findStep } from '../batch';
import { resultOfHandOver } from '../hand-over';
import { withDeadline } from './deadline';
import { LOOKUP_TIMEOUT_MS } from './limits';
import { withLostRefs } from './lost-refs';
import { withOpenedTab } from './opened-tab';
import type { Session } from './session';

/**
 * Hands what a program cannot do to the user: the page outlines the element and listens for real input, then the log
 * says so and the run waits. False when the page cannot (the element is gone): then the action has ended as it did.
 */
export async function performHandOver(
  session: Session,
  actionId: string,
  handOver: HandOver,
): Promise<boolean> {
  const nonce = session.ports.nonces.next();
  if (!(await showHandOver(session, nonce, handOver))) return false;
  return session.append({ type: 'hand-over-asked', actionId, nonce, handOver });
}

/** Outlines the element in its page; false when that does not work. */
export async function showHandOver(session: Session, nonce: string, handOver: HandOver): Promise<boolean> {
  const { ports, signal, state, runId } = session;
  const frames = state.observation?.frames ?? [];
  const ending = await withDeadline(ports.clock, signal, LOOKUP_TIMEOUT_MS, () =>
    ports.page.handOver(state.activeTab, { runId, nonce, handOver, frames }),
  );
  return ending.kind === 'value' && ending.value;
}

/** Writes down how an action ended that the user was to do. */
export async function performEndHandOver(session: Session, actionId: string): Promise<void> {
  const step = findStep(session.state, actionId);
  if (!step?.handedOver) return;
  const ended: ActionResult = await withOpenedTab(session, resultOfHandOver(step.handedOver));
  const result = await withLostRefs(session, step, ended);
  await session.append({ type: 'action-ended', actionId, result });
}
