import { describeCondition, describeStep } from '../../recipes/describe';
import type { RecipeStep } from '../../recipes/schema';
import type { Failure } from '../../trajectories/failure';
import type { Sentence } from '../../trajectories/verdict';
import type { StopReason } from './next-step';
import type { Move, Turn } from './turn';

/** Why a recipe stops; the last three are found when the step's element or its arguments are looked for. */
export type StopCause = StopReason | { kind: 'not_found' | 'ambiguous' | 'too_many' | 'parameter' };

/** Ends the run without success, in a sentence that names the step. Without a step it is the opening of the first page. */
export function stopFor(turn: Turn, step: RecipeStep | undefined, cause: StopCause): Move {
  const answer = turn.translate(describeCause(turn, step, cause));
  const evidence = step?.intent ? { evidence: step.intent } : {};
  return {
    say: answer,
    call: { name: 'finish', args: { success: false, answer, ...evidence }, callId: 'recipe-finish' },
  };
}

function describeCause(turn: Turn, step: RecipeStep | undefined, cause: StopCause): Sentence {
  const { recipe, params, translate } = turn;
  const number = step === undefined ? 0 : recipe.steps.indexOf(step) + 1;
  const what =
    step === undefined
      ? { key: 'recipe.step.start', params: { url: recipe.site } }
      : describeStep(recipe, step, params);
  const named = { step: String(number), what: translate(what) };
  switch (cause.kind) {
    case 'failed':
      return { key: 'recipe.stop.failed', params: { ...named, reason: explain(turn, cause.failure) } };
    case 'denied':
      return { key: 'recipe.stop.denied', params: { ...named, reason: cause.message } };
    case 'expected': {
      const expected = translate(describeCondition(recipe, cause.condition, params));
      return { key: 'recipe.stop.expected', params: { ...named, expected } };
    }
    default:
      return { key: `recipe.stop.${cause.kind}`, params: named };
  }
}

/** The user's sentence of a failure; the planner's message where there is none. */
function explain({ translate }: Turn, failure: Failure): string {
  const key = `failure.${failure.hint ?? failure.code}`;
  const text = translate({
    key,
    params: { code: failure.code, message: failure.message, ...failure.params },
  });
  return text === key || text === '' ? failure.message : text;
}
