import type { ActionCall, ActionResult } from '../../trajectories/action';
import { findHandOver } from '../hand-over';
import { findDialogAnswer, noteDialogAnswer } from '../dialog-answer';
import { findStep } from '../batch';
import { UNKNOWN_END } from '../fold/reasons';
import { wholeTask } from '../tasks';
import type { ActionDefinition } from '../../actions/define-action';
import type { StepState } from '../state';
import type { Target } from '../../trajectories/target';
import { withDeadline, type Ending } from './deadline';
import { findFiles } from './find-files';
import { checkCall, checkPlace, endUnstarted } from './judge';
import { performEndHandOver, performHandOver } from './hand-over';
import { ACT_TIMEOUT_MS, COLLECT_TIMEOUT_MS, PAUSED, STOP_GRACE_MS } from './limits';
import { withLostRefs } from './lost-refs';
import { withOpenedTab } from './opened-tab';
import type { Session } from './session';

/** Starts an action that may be done: first the intent is written, then the page or the browser is told. */
export async function performAct(session: Session, actionId: string): Promise<void> {
  const step = findStep(session.state, actionId);
  if (!step) return;
  const checked = checkCall(session, step);
  if (!checked.ok) return endUnstarted(session, actionId, checked.failure);
  const place = await checkPlace(session);
  if (!place.ok) return endUnstarted(session, actionId, place.failure);
  if (session.signal.aborted) return;
  await startAction(session, step, { ...step.call, args: checked.args }, checked.definition);
}

/** A started action of which nobody knows how it ended: readers are done again, the rest is only written down. */
export async function performRecover(session: Session, actionId: string): Promise<void> {
  const step = findStep(session.state, actionId);
  if (!step) return;
  if (step.handedOver) return performEndHandOver(session, actionId);
  if (isReader(step)) return performAct(session, actionId);
  const result: ActionResult = { status: 'unknown', message: UNKNOWN_END };
  await session.append({ type: 'action-ended', actionId, result });
}

async function startAction(
  session: Session,
  step: StepState,
  call: ActionCall,
  definition: ActionDefinition,
): Promise<void> {
  const { ports, signal, state } = session;
  const { actionId } = step;
  const tabId = state.activeTab;
  const nonce = ports.nonces.next();
  const isStarted = await session.append({ type: 'action-intended', actionId, nonce, call, tabId });
  if (!isStarted) return;
  const result = signal.aborted
    ? neverStarted()
    : await execute(session, step, call, definition, nonce, tabId);
  const handOver = signal.aborted
    ? undefined
    : findHandOver(session.state, findStep(session.state, actionId) ?? step, result);
  if (handOver && (await performHandOver(session, actionId, handOver))) return;
  await session.append({ type: 'action-ended', actionId, result: await withLostRefs(session, step, result) });
}

async function execute(
  session: Session,
  step: StepState,
  call: ActionCall,
  definition: ActionDefinition,
  nonce: string,
  tabId: number,
): Promise<ActionResult> {
  const { ports, state } = session;
  const frames = state.observation?.frames ?? [];
  const target = step.target === undefined ? {} : { target: step.target };
  const others = step.others === undefined ? {} : { others: step.others };
  if (call.name === 'answer_dialog') return noteDialogAnswer(call);
  const answer = findDialogAnswer(state, step.actionId);
  const prepared = answer === undefined ? {} : { dialogAnswer: answer };
  const found = definition.takesFiles ? findFiles(wholeTask(state), call.args) : undefined;
  const files = found?.ok ? { files: found.files } : {};
  const ending = await awaitResult(session, call, (signal) =>
    definition.runsIn === 'page'
      ? ports.page.act(tabId, { call, nonce, ...target, ...others, ...prepared, ...files, frames, signal })
      : ports.tabs.act(tabId, withAddress(call, step.target), state.tabs, signal),
  );
  return ending.kind === 'value'
    ? withOpenedTab(session, ending.value)
    : explainEnding(ending, isReader(step));
}

/** What is done with a link by way of the browser is done with the address that was judged. */
function withAddress(call: ActionCall, target: Target | undefined): ActionCall {
  return target?.href === undefined ? call : { ...call, args: { ...call.args, url: target.href } };
}

/** A stopped driver gives the action under way a moment to say how it ended. */
async function awaitResult(
  { ports, signal }: Session,
  call: ActionCall,
  start: (signal: AbortSignal) => Promise<ActionResult>,
): Promise<Ending<ActionResult>> {
  const control = new AbortController();
  let running: Promise<ActionResult> | undefined;
  const ending = await withDeadline(
    ports.clock,
    signal,
    timeoutOf(call),
    () => (running = start(control.signal)),
  );
  if (ending.kind === 'value' || ending.kind === 'threw') return ending;
  const isPaused = ending.kind === 'aborted' && signal.reason === PAUSED;
  if (!isPaused) control.abort();
  if (ending.kind === 'timeout' || !running) return ending;
  const never = new AbortController().signal;
  const last = running;
  const late = await withDeadline(ports.clock, never, isPaused ? timeoutOf(call) : STOP_GRACE_MS, () => last);
  return late.kind === 'value' ? late : ending;
}

function timeoutOf(call: ActionCall): number {
  if (call.name === 'collect') return COLLECT_TIMEOUT_MS;
  const seconds = call.name === 'wait_for' ? call.args['seconds'] : 0;
  return ACT_TIMEOUT_MS + (typeof seconds === 'number' ? seconds * 1000 : 0);
}

function isReader(step: StepState): boolean {
  return step.verdict?.risk === 'reads';
}

function explainEnding(ending: Ending<ActionResult>, isReading: boolean): ActionResult {
  const reason = ending.kind === 'timeout' ? 'it did not end in time' : 'it was interrupted';
  if (isReading)
    return { status: 'failed', failure: { code: 'action-timeout', message: `Not done: ${reason}.` } };
  const message = `${reason}; it may or may not have happened. Look for signs of it before you think of doing it again.`;
  return { status: 'unknown', message };
}

function neverStarted(): ActionResult {
  const message = 'The run was stopped before this was started.';
  return { status: 'failed', failure: { code: 'stopped', message } };
}
