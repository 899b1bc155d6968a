import { listRefs } from '../../actions/ref-arguments';
import type { ActionResult } from '../../trajectories/action';
import { batchOf } from '../batch';
import type { RunState, StepState } from '../state';
import { withDeadline } from './deadline';
import { checkCall } from './judge';
import { LOOKUP_TIMEOUT_MS } from './limits';
import type { Session } from './session';

/** What the rest of the proposal was going to act on may have gone away with this action. */
export async function withLostRefs(
  session: Session,
  step: StepState,
  result: ActionResult,
): Promise<ActionResult> {
  const { ports, signal, state } = session;
  const refs = [...new Set(listLater(state, step).flatMap((later) => refsOf(session, later)))];
  if (result.status !== 'done' || refs.length === 0) return result;
  const frames = state.observation?.frames ?? [];
  const ending = await withDeadline(ports.clock, signal, LOOKUP_TIMEOUT_MS, (inner) =>
    ports.page.findLost(state.activeTab, refs, frames, inner),
  );
  if (ending.kind !== 'value' || ending.value.length === 0) return result;
  return { ...result, effect: { ...result.effect, lostRefs: ending.value } };
}

function listLater(state: RunState, { actionId }: StepState): StepState[] {
  const batch = batchOf(state);
  return batch.slice(batch.findIndex((step) => step.actionId === actionId) + 1);
}

function refsOf(session: Session, step: StepState): string[] {
  const checked = checkCall(session, step);
  return checked.ok ? listRefs(checked.definition, checked.args) : [];
}
