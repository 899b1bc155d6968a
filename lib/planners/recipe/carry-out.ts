import { readFromLines, type ReadResult } from '../../recipes/answer';
import { describeStep } from '../../recipes/describe';
import { fillArguments } from '../../recipes/fill-arguments';
import { parseObservation } from '../../recipes/observation-lines';
import type { Condition } from '../../recipes/condition';
import type { ActStep, AskStep, ReadStep, RecipeStep } from '../../recipes/schema';
import { fillText } from '../../recipes/value';
import type { NextStep } from './next-step';
import { waitCallOf } from './progress';
import { resolveTarget } from './resolve-target';
import { stopFor } from './stop';
import type { Move, Turn } from './turn';

/** Seconds that a text which has to appear is waited for. */
const WAIT_SECONDS = 5;
/** Seconds to wait when there is no text to wait for. */
const SETTLE_SECONDS = 1;

/** The action that takes the recipe to its next step, or ends it. */
export function carryOut(turn: Turn, next: NextStep): Move {
  switch (next.type) {
    case 'do':
      return next.step.type === 'ask' ? askUser(turn, next.step) : act(turn, next.step);
    case 'wait':
      return waitFor(turn, next.step, textOf(turn, next.condition));
    case 'stop':
      return stopFor(turn, next.step, next.why);
    case 'finish':
      return finish(turn);
  }
}

function act(turn: Turn, step: ActStep): Move {
  const { recipe, params, context, page, progress } = turn;
  const filled = fillArguments(step, params, (nth) => context.tabs[nth]?.tabId);
  if (!filled.ok)
    return stopFor(
      turn,
      step,
      filled.failure.code === 'tab-gone' ? { kind: 'not_found' } : { kind: 'parameter' },
    );
  const say = turn.translate(describeStep(recipe, step, params));
  const call = { name: step.action, args: filled.value, callId: step.id };
  if (step.target === undefined) return { say, call };
  const resolved = resolveTarget(step.target, page.lines, params);
  if (!resolved.ok) {
    const mayCome = resolved.why === 'not_found' && !progress.hasWaited(step.id);
    return mayCome ? waitFor(turn, step, resolved.name) : stopFor(turn, step, { kind: resolved.why });
  }
  if ('fingerprint' in resolved) return { say, call: { ...call, target: resolved.fingerprint } };
  return { say, call: { ...call, args: { ...filled.value, ref: resolved.ref } } };
}

function askUser({ translate }: Turn, step: AskStep): Move {
  const question = translate({ key: 'recipe.ask', params: { field: step.field } });
  const choices = [translate({ key: 'recipe.ask_done', params: {} })];
  return { say: '', call: { name: 'ask_user', args: { question, choices }, callId: step.id } };
}

/** Waits for the text, or when there is none for the page to settle. */
function waitFor({ translate }: Turn, step: RecipeStep, text: string | undefined): Move {
  const args = text ? { text: text.slice(0, 500), seconds: WAIT_SECONDS } : { seconds: SETTLE_SECONDS };
  return {
    say: translate({ key: 'recipe.say.wait', params: {} }),
    call: { name: 'wait_for', args, callId: waitCallOf(step.id) },
  };
}

function textOf({ params }: Turn, condition: Condition | undefined): string | undefined {
  return condition?.type === 'appears' ? fillText(condition.name, params) : undefined;
}

function finish(turn: Turn): Move {
  const { recipe, translate } = turn;
  const reads = recipe.steps.flatMap((step, index) =>
    step.type === 'read' ? [{ step, found: readBack(turn, step, index) }] : [],
  );
  const missing = reads.find(({ found }) => found === undefined);
  if (missing !== undefined) return stopFor(turn, missing.step, { kind: 'unreadable' });
  const answer = reads.map(({ found }) => (found ? sayRead(turn, found) : '')).join('\n');
  const text = answer || translate({ key: 'recipe.result.done', params: {} });
  return {
    say: text,
    call: { name: 'finish', args: { success: true, answer: text }, callId: 'recipe-finish' },
  };
}

function sayRead({ translate }: Turn, { label, value }: ReadResult): string {
  return label === '' ? value : translate({ key: 'recipe.result.read', params: { label, value } });
}

/** Reads on the page as it was between the steps around the reading. */
function readBack(
  { recipe, params, progress, page }: Turn,
  step: ReadStep,
  index: number,
): ReadResult | undefined {
  const seqOf = (other: RecipeStep | undefined) =>
    other === undefined ? undefined : progress.lastOf(other.id)?.seq;
  const before = recipe.steps.slice(0, index).findLast((other) => other.type !== 'read');
  const after = recipe.steps.slice(index + 1).find((other) => other.type !== 'read');
  const to = seqOf(after);
  if (to === undefined) return readFromLines(page.lines, step.read, params);
  const seen = progress.findObservation(seqOf(before) ?? -1, to);
  return seen === undefined ? undefined : readFromLines(parseObservation(seen.text), step.read, params);
}
