import { holds } from '../../recipes/check-condition';
import type { Condition } from '../../recipes/condition';
import type { ObservationLine } from '../../recipes/observation-lines';
import { parseObservation } from '../../recipes/observation-lines';
import { readFromLines } from '../../recipes/answer';
import { IDEMPOTENT_ACTIONS } from '../../recipes/recipe-actions';
import type { ActStep, AskStep, ReadStep, Recipe, RecipeStep } from '../../recipes/schema';
import type { ParamValues } from '../../recipes/value';
import type { Failure } from '../../trajectories/failure';
import type { Progress } from './progress';

/** What the recipe does next. */
export type NextStep =
  | { type: 'do'; step: ActStep | AskStep }
  | { type: 'wait'; step: RecipeStep; condition?: Condition }
  | { type: 'stop'; step: RecipeStep; why: StopReason }
  | { type: 'finish' };

export type StopReason =
  | { kind: 'failed'; failure: Failure }
  | { kind: 'denied'; message: string }
  | { kind: 'unknown' }
  | { kind: 'expected'; condition: Condition }
  | { kind: 'unreadable' };

export interface Situation {
  recipe: Recipe;
  params: ParamValues;
  progress: Progress;
  page: { url: string; lines: readonly ObservationLine[] };
}

/** Failures of an action that was not begun, because its element was not there yet. */
const NOT_BEGUN = new Set(['not-found', 'stale-ref', 'page-timeout']);

/** Decides from the history and the page alone, so that a planner made anew goes on where the last one was. */
export function findNextStep(situation: Situation): NextStep {
  const { steps } = situation.recipe;
  let last: ActStep | AskStep | undefined;
  for (const [index, step] of steps.entries()) {
    const isOver = steps.slice(index + 1).some((later) => situation.progress.attemptsOf(later.id).length > 0);
    if (step.type === 'read') {
      if (isOver) continue;
      const next = checkLast(last, situation) ?? checkReadable(step, situation);
      if (next !== undefined) return next;
    } else if (!isOver) {
      const next = continueStep(step, situation, last);
      if (next !== undefined) return next;
    }
    if (step.type !== 'read') last = step;
  }
  return checkLast(last, situation) ?? { type: 'finish' };
}

/** What is to be done about a step that may have been tried; undefined when it is done. */
function continueStep(
  step: ActStep | AskStep,
  situation: Situation,
  last: ActStep | AskStep | undefined,
): NextStep | undefined {
  const attempts = situation.progress.attemptsOf(step.id);
  const result = attempts.at(-1)?.result;
  if (result === undefined) return checkLast(last, situation) ?? { type: 'do', step };
  switch (result.status) {
    case 'done':
      return undefined;
    case 'unknown':
      return continueUnknown(step, situation);
    case 'failed':
      if (attempts.length > 1 || !NOT_BEGUN.has(result.failure.code)) {
        return { type: 'stop', step, why: { kind: 'failed', failure: result.failure } };
      }
      return situation.progress.hasWaited(step.id) ? { type: 'do', step } : { type: 'wait', step };
    case 'not-done':
      // Without an answer it may only have been overtaken by a word of the user: it is proposed once more.
      if (result.answer === undefined && attempts.length < 2) return { type: 'do', step };
      return { type: 'stop', step, why: { kind: 'denied', message: result.message } };
  }
}

/** The browser went away in the middle of the step. It counts as done only when the page shows it. */
function continueUnknown(step: ActStep | AskStep, situation: Situation): NextStep | undefined {
  if (step.type === 'ask' || IDEMPOTENT_ACTIONS.has(step.action)) {
    return situation.progress.attemptsOf(step.id).length > 2
      ? { type: 'stop', step, why: { kind: 'unknown' } }
      : { type: 'do', step };
  }
  if (!isTelling(step, situation)) return { type: 'stop', step, why: { kind: 'unknown' } };
  const broken = findBroken(step, situation);
  if (broken === undefined) return undefined;
  if (!situation.progress.hasWaited(step.id)) return { type: 'wait', step, condition: broken };
  return { type: 'stop', step, why: { kind: 'unknown' } };
}

/** Whether the step's conditions can tell that it happened: they did not hold before it. */
function isTelling(step: ActStep, { progress, params }: Situation): boolean {
  const tried = progress.attemptsOf(step.id)[0]?.seq ?? 0;
  const before = progress.findObservation(-1, tried);
  if (before === undefined) return false;
  const page = { url: before.url, lines: parseObservation(before.text) };
  return (step.expect ?? []).some((condition) => !holds(condition, page, params));
}

/** Whether what the last step should have led to is there: waits for it once, then stops. */
function checkLast(last: ActStep | AskStep | undefined, situation: Situation): NextStep | undefined {
  if (last?.type !== 'act') return undefined;
  const broken = findBroken(last, situation);
  if (broken === undefined) return undefined;
  if (!situation.progress.hasWaited(last.id)) return { type: 'wait', step: last, condition: broken };
  return { type: 'stop', step: last, why: { kind: 'expected', condition: broken } };
}

function findBroken(step: ActStep, { page, params }: Situation): Condition | undefined {
  return step.expect?.find((condition) => !holds(condition, page, params));
}

function checkReadable(step: ReadStep, { page, params, progress }: Situation): NextStep | undefined {
  if (readFromLines(page.lines, step.read, params) !== undefined) return undefined;
  return progress.hasWaited(step.id)
    ? { type: 'stop', step, why: { kind: 'unreadable' } }
    : { type: 'wait', step };
}
