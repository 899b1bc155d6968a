import type { HandOver } from '../trajectories/hand-over';
import { titleOf } from '../trajectories/run-summary';
import type { Sentence } from '../trajectories/verdict';
import { findInFlight, findCurrent } from './batch';
import type { RunState, RunStatus, StepState } from './state';

/** Whether the run has ended; a stopped or failed run can still be resumed. */
export function isRunOver(state: RunState): boolean {
  return state.status === 'stopped' || state.status === 'done' || state.status === 'failed';
}

export function canResume(state: RunState): boolean {
  return (
    !state.broken && (state.status === 'paused' || state.status === 'stopped' || state.status === 'failed')
  );
}

/** First line of the task, at most 80 characters. */
export function runTitle(state: RunState): string {
  return titleOf(state.task.text);
}

/** Key of the word that the panel's status begins with; `ready` when there is no run. */
export function statusWord(state: RunState | undefined): RunStatus | 'ready' {
  return state?.status ?? 'ready';
}

/** The step that moves now: the one under way, else the next to start; none while the planner thinks. */
export function currentStep(state: RunState): StepState | undefined {
  if (isRunOver(state)) return undefined;
  return findInFlight(state) ?? findCurrent(state);
}

/** Items of the plan that are done or skipped, and all of them. */
export function planProgress(state: RunState): { done: number; all: number } {
  const done = state.plan.filter((item) => item.state === 'done' || item.state === 'skipped').length;
  return { done, all: state.plan.length };
}

/** Nonce of the action that waits for what the user does on the page. */
export function waitingNonce({ status, waiting, steps }: RunState): string | undefined {
  if (status !== 'needs-user') return undefined;
  const step = steps.find(({ actionId }) => actionId === waiting?.actionId);
  return step?.handedOver?.nonce ?? step?.nonce;
}

/** What the user is asked to do, the same beside the element and in the panel; a question about an element stands for itself. */
export function handOverSentence({ do: way, target, text }: HandOver): Sentence {
  const params = { target, ...(text === undefined ? {} : { text }) };
  return { key: way === 'type' && text !== undefined ? 'hand_over.type_text' : `hand_over.${way}`, params };
}
