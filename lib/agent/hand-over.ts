import { isTextField } from '../guard/interaction';
import { findSensitiveKind } from '../guard/sensitive-field';
import type { ActionResult } from '../trajectories/action';
import type { Failure } from '../trajectories/failure';
import { HAND_OVER_WAYS, type HandOver, type HandOverWay } from '../trajectories/hand-over';
import type { Target } from '../trajectories/target';
import { addNews } from '../trajectories/result-message';
import type { HandedOver, RunState, StepState } from './state';
import { wholeTask } from './tasks';
import { LOOKING_ACTIONS, RUN_ACTIONS } from './vocabulary';

/** What of this action, having come to this, is for the user to do; undefined when that would not help. */
export function findHandOver(state: RunState, step: StepState, result: ActionResult): HandOver | undefined {
  if (step.target === undefined) return undefined;
  if (result.status === 'failed') return ofFailure(state, step, step.target, result.failure);
  return didNothingAgain(state, step, result)
    ? { do: step.call.name === 'hover' ? 'hover' : 'click', ...nameTarget(step.target), why: 'no-effect' }
    : undefined;
}

function ofFailure(
  state: RunState,
  step: StepState,
  target: Target,
  { code, params }: Failure,
): HandOver | undefined {
  if (code === 'not-typed')
    return { do: 'type', ...nameTarget(target), why: 'not-typed', ...readText(step, target) };
  if (code !== 'needs-user') return undefined;
  const way = readWay(params?.['do']);
  // The planner can give it one of the task's own files.
  if (way === 'choose-file' && wholeTask(state).attachments.some(({ kind }) => String(kind) === 'file'))
    return undefined;
  const { ref, target: name } = nameTarget(target);
  return { do: way, target: params?.['target'] ?? name, ref: params?.['ref'] ?? ref, why: 'real-input' };
}

function readWay(text: string | undefined): HandOverWay {
  return HAND_OVER_WAYS.find((way) => way === text) ?? 'click';
}

function nameTarget({ fingerprint, ref }: Target): { target: string; ref: string } {
  return { target: `${fingerprint.role} ${JSON.stringify(fingerprint.name)}`, ref };
}

function readText({ call }: StepState, target: Target): { text?: string } {
  const { text } = call.args;
  return typeof text === 'string' && findSensitiveKind(target) === undefined ? { text } : {};
}

const REPEATABLE = new Set(['click', 'hover']);

/** The same click on the same element changed nothing twice in a row: the page may hear real input only. */
function didNothingAgain(state: RunState, step: StepState, result: ActionResult): boolean {
  if (!REPEATABLE.has(step.call.name) || !didNothing(result)) return false;
  const { target } = step;
  // What a canvas shows cannot be seen, and a click in a field is meant to change nothing.
  if (target === undefined || target.fingerprint.tag === 'canvas' || isTextField(target)) return false;
  const at = state.steps.indexOf(step);
  const before = state.steps.slice(0, at).findLast(wasDone);
  return (
    before?.call.name === step.call.name &&
    // Refs are given once in a run: the same one is the same element of the same document.
    before.target?.ref === target.ref &&
    before.handedOver === undefined &&
    before.result !== undefined &&
    didNothing(before.result)
  );
}

function wasDone({ call, phase }: StepState): boolean {
  return phase === 'ended' && !LOOKING_ACTIONS.has(call.name) && !RUN_ACTIONS.has(call.name);
}

function didNothing(result: ActionResult): boolean {
  return result.status === 'done' && Object.keys(result.effect).length === 0;
}

/** How an action ended that was handed to the user. */
export function resultOfHandOver({ ended, target }: HandedOver): ActionResult {
  if (!ended?.did) {
    const message = `Only the user can do this, and they did not (${target}). Do without it, ask, or finish.`;
    return { status: 'failed', failure: { code: 'hand-over-skipped', message, params: { target } } };
  }
  const { result } = ended;
  if (result?.status === 'done') return { ...result, message: `the user did it: ${result.message}` };
  return { status: 'done', message: addNews('the user did it', 'what changed is not known'), effect: {} };
}
