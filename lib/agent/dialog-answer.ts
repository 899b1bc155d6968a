import type { ActionCall, ActionResult } from '../trajectories/action';
import type { RunState, StepState } from './state';
import { LOOKING_ACTIONS } from './vocabulary';

/** How the next question of the page is answered, and which question that answer was judged for. */
export interface DialogAnswer {
  accept: boolean;
  text?: string;
  /** Absent: no question had been seen, and the user allowed an answer to any. */
  question?: string;
}

/** The last question (confirm or prompt) that a page of the run asked; undefined when none has. */
export function findLastQuestion(state: RunState): string | undefined {
  for (const { result } of state.steps.toReversed()) {
    const asked = result?.status === 'done' ? result.effect.asked : undefined;
    const question = asked?.findLast(({ kind }) => kind === 'confirm' || kind === 'prompt');
    if (question) return question.text;
  }
  return undefined;
}

/** The answer that was given for the dialogs of this action: by an answer_dialog right before it. */
export function findDialogAnswer(state: RunState, actionId: string): DialogAnswer | undefined {
  const at = state.steps.findIndex((step) => step.actionId === actionId);
  const before = state.steps.slice(0, at).findLast(isNoLook);
  if (before?.call.name !== 'answer_dialog' || before.result?.status !== 'done') return undefined;
  const { accept, text } = before.call.args;
  const question = findLastQuestion(state);
  return {
    accept: accept === true,
    ...(typeof text === 'string' ? { text } : {}),
    ...(question === undefined ? {} : { question }),
  };
}

function isNoLook({ call, phase }: StepState): boolean {
  return phase === 'ended' && (call.name === 'answer_dialog' || !LOOKING_ACTIONS.has(call.name));
}

/** What answer_dialog itself comes to: nothing happens before the next action. */
export function noteDialogAnswer({ args }: ActionCall): ActionResult {
  const answer = args['accept'] === true ? 'accepted' : 'cancelled';
  const message = `The confirm or prompt that the next action opens will be ${answer}.`;
  return { status: 'done', message, effect: {} };
}
