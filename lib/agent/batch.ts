import type { RunState, StepPhase, StepState } from './state';

const OPEN_PHASES: ReadonlySet<StepPhase> = new Set(['proposed', 'judged', 'waiting', 'answered']);

/** Steps of the newest proposal. */
export function batchOf(state: RunState): StepState[] {
  return state.steps.slice(state.batchStart);
}

export function findStep(state: RunState, actionId: string): StepState | undefined {
  return state.steps.find((step) => step.actionId === actionId);
}

/** The step that was started and has not ended, if any; there is never more than one. */
export function findInFlight(state: RunState): StepState | undefined {
  return state.steps.findLast((step) => step.phase === 'intended');
}

/** The first step of the batch that has not been started. */
export function findCurrent(state: RunState): StepState | undefined {
  return batchOf(state).find((step) => OPEN_PHASES.has(step.phase));
}

/** Ids of the actions of the newest proposal that have not come to their end: what a word of the user now is about. */
export function listOpen(state: RunState): string[] {
  return batchOf(state)
    .filter(({ phase }) => phase === 'intended' || OPEN_PHASES.has(phase))
    .map(({ actionId }) => actionId);
}

/** The run with one step replaced; unchanged when there is no such step. */
export function updateStep(
  state: RunState,
  actionId: string,
  change: (step: StepState) => StepState,
): RunState {
  return { ...state, steps: state.steps.map((step) => (step.actionId === actionId ? change(step) : step)) };
}

/** The run with every step of the batch that has not been started marked as not done, for this reason. */
export function endBatch(state: RunState, reason: string): RunState {
  if (!findCurrent(state)) return state;
  const steps = state.steps.map((step, index): StepState =>
    index >= state.batchStart && OPEN_PHASES.has(step.phase)
      ? { ...step, phase: 'not-done', notDone: reason }
      : step,
  );
  return { ...state, steps };
}
