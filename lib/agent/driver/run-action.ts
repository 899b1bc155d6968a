import type { ActionResult } from '../../trajectories/action';
import { findStep } from '../batch';
import type { StepState } from '../state';
import type { HandOver } from '../../trajectories/hand-over';
import { finishResult } from './finish';
import { showHandOver } from './hand-over';
import { checkCall, endUnstarted } from './judge';
import type { Session } from './session';

/** Runs an action of the loop itself. A question counts as started when it is asked, and ends with the reply. */
export async function performRunAction(session: Session, actionId: string): Promise<void> {
  const { ports, state } = session;
  const step = findStep(state, actionId);
  if (!step) return;
  const checked = checkCall(session, step);
  if (!checked.ok) return endUnstarted(session, actionId, checked.failure);
  const call = { ...step.call, args: checked.args };
  if (call.name === 'ask_user' && step.phase !== 'intended') {
    const nonce = ports.nonces.next();
    const { ref } = checked.args;
    // A question about an element is also answered by what the user does with that.
    if (typeof ref === 'string')
      await showHandOver(session, nonce, questionAbout(ref, String(checked.args['question'])));
    await session.append({ type: 'action-intended', actionId, nonce, call, tabId: state.activeTab });
    return;
  }
  const result = call.name === 'finish' ? await finishResult(session, call.args) : resultOf(step);
  if (session.signal.aborted) return;
  await session.append({ type: 'action-ended', actionId, result });
}

function questionAbout(ref: string, question: string): HandOver {
  return { do: 'any', ref, target: question, why: 'real-input' };
}

function resultOf(step: StepState): ActionResult {
  if (step.call.name !== 'ask_user') return { status: 'done', message: 'Plan updated.', effect: {} };
  return { status: 'done', message: 'The user answered:', effect: {}, data: step.reply ?? '' };
}
