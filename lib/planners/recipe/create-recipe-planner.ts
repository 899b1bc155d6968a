import { describeStep } from '../../recipes/describe';
import { parseObservation } from '../../recipes/observation-lines';
import { fillUrl, parseWebUrl } from '../../recipes/recipe-url';
import type { Recipe } from '../../recipes/schema';
import type { ParamValues } from '../../recipes/value';
import type { PlanItem } from '../../trajectories/proposal';
import { sinceNewestTask } from '../newest-task';
import type { Planner, PlannerContext, ProposeResult } from '../planner';
import { carryOut } from './carry-out';
import { speakEnglish, type Translate } from './english-words';
import { findNextStep, type NextStep } from './next-step';
import { Progress, START_CALL } from './progress';
import { checkParams } from './recipe-params';
import { stopFor } from './stop';
import type { Move, Turn } from './turn';

export interface RecipePlannerOptions {
  recipe: Recipe;
  /** Values of the recipe's parameters, by name. */
  params: ParamValues;
  /** Milliseconds, for the latency in the log. */
  now: () => number;
  /** The words of the interface; English without it. */
  translate?: Translate;
}

/**
 * Repeats a recipe without a model: one step per proposal, each only when the one before has led to what it
 * is known to lead to. It keeps no state; where it stands follows from the history. It ends with `finish`,
 * unsuccessfully as soon as anything is not as the recipe has it.
 * Failure codes: `missing-parameter`, `bad-parameter`.
 */
export function createRecipePlanner({ recipe, params, now, translate }: RecipePlannerOptions): Planner {
  return {
    scope: 'page',
    propose(context): Promise<ProposeResult> {
      const startedAt = now();
      const failure = checkParams(recipe, params);
      if (failure !== undefined) return Promise.resolve({ ok: false, failure });
      const turn = startTurn(recipe, params, translate ?? speakEnglish, sinceNewestTask(context));
      const next = findNextStep(turn);
      const move = openStart(turn) ?? carryOut(turn, next);
      return Promise.resolve({
        ok: true,
        proposal: {
          say: move.say,
          plan: planOf(turn, next),
          actions: [move.call],
          usage: { promptTokens: 0, cachedTokens: 0, completionTokens: 0 },
          latencyMs: Math.max(0, now() - startedAt),
        },
      });
    },
  };
}

function startTurn(recipe: Recipe, params: ParamValues, translate: Translate, context: PlannerContext): Turn {
  const { url, text } = context.observation;
  return {
    recipe,
    params,
    translate,
    context,
    progress: new Progress(context.history),
    page: { url, lines: parseObservation(text) },
  };
}

/** Opens the page that the recipe starts on, unless the run is there or further already. */
function openStart(turn: Turn): Move | undefined {
  const { recipe, params, progress, page, translate } = turn;
  const url = fillUrl(recipe.start.url, params);
  const begun = recipe.steps.some((step) => progress.attemptsOf(step.id).length > 0);
  if (begun || url === undefined) return undefined;
  const last = progress.lastOf(START_CALL)?.result;
  if (last?.status === 'done') return undefined;
  const tooOften = progress.attemptsOf(START_CALL).length > 2;
  if (last?.status === 'failed') return stopFor(turn, undefined, { kind: 'failed', failure: last.failure });
  if (last?.status === 'not-done' && (last.answer !== undefined || tooOften)) {
    return stopFor(turn, undefined, { kind: 'denied', message: last.message });
  }
  if (isSamePage(page.url, url)) return undefined;
  if (tooOften) return stopFor(turn, undefined, { kind: 'unknown' });
  const say = translate({ key: 'recipe.step.start', params: { url } });
  return { say, call: { name: 'navigate', args: { url }, callId: START_CALL } };
}

function isSamePage(one: string, other: string): boolean {
  const here = parseWebUrl(one);
  return here !== undefined && here.href === parseWebUrl(other)?.href;
}

function planOf({ recipe, params, translate }: Turn, next: NextStep): PlanItem[] {
  const current = next.type === 'finish' ? -1 : recipe.steps.findIndex((step) => step.id === next.step.id);
  return recipe.steps.map((step, index) => ({
    text: translate(describeStep(recipe, step, params)),
    state: current < 0 || index < current ? 'done' : index > current ? 'todo' : 'doing',
  }));
}
