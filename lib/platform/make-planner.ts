import { toolDefinitions } from '../actions/tool-definitions';
import { validateCall } from '../actions/validate-call';
import { createChatModelPlanner } from '../planners/chat-model/create-chat-model-planner';
import { createBuiltinModelPlanner } from '../planners/builtin-model/create-builtin-model-planner';
import type { ChatEndpoint } from '../planners/chat-model/chat-model-settings';
import { createFallbackPlanner } from '../planners/fallback';
import type { Planner } from '../planners/planner';
import { createRecipePlanner } from '../planners/recipe/create-recipe-planner';
import { createRulesPlanner } from '../planners/rules/create-rules-planner';
import type { ActionCall } from '../trajectories/action';
import type { Failure } from '../trajectories/failure';
import type { PlannerRef } from '../trajectories/task';
import type { Sentence } from '../trajectories/verdict';
import { builtinModel } from './builtin-model/builtin-model';
import type { ErrandDatabase } from './database';
import { readModelCapabilities, rememberModelCapabilities } from './model-capabilities';
import { readPrices } from './prices';
import { readSettings, type Settings } from './settings';
import { wait } from './wait';

export interface PlannerDeps {
  database: ErrandDatabase;
  now(): number;
  /** Words of a recipe's plan and answer in the language of the interface. */
  translate(sentence: Sentence): string;
}

/**
 * Makes the planner of a run anew, after every wake. The key is read from the settings each time and only used
 * when the run's endpoint is still the one in the settings: a key never goes to another endpoint.
 */
export async function makePlanner(
  ref: PlannerRef,
  { database, now, translate }: PlannerDeps,
): Promise<Planner> {
  switch (ref.kind) {
    case 'rules':
      return createRulesPlanner({ now });
    case 'builtin-model':
      return createBuiltinModelPlanner({
        model: builtinModel,
        tools: toolDefinitions(),
        checkCall,
        now,
        wait,
      });
    case 'recipe': {
      const recipe = await database.recipes.get(ref.recipeId);
      if (!recipe) return plannerWithout({ code: 'recipe-gone', message: 'The recipe was deleted.' });
      return createRecipePlanner({ recipe, params: ref.params, now, translate });
    }
    case 'chat-model':
      return makeChatModel(ref, await readSettings(), now);
  }
}

async function makeChatModel(
  ref: Extract<PlannerRef, { kind: 'chat-model' }>,
  settings: Settings,
  now: () => number,
): Promise<Planner> {
  const apiKey = settings.baseUrl === ref.baseUrl ? settings.apiKey : '';
  const first = await askEndpoint({ baseUrl: ref.baseUrl, apiKey, model: ref.model }, settings, now);
  const { fallback } = settings;
  if (fallback === undefined || fallback.baseUrl === '' || fallback.model === '') return first;
  if (fallback.baseUrl === ref.baseUrl && fallback.model === ref.model) return first;
  const second = await askEndpoint(fallback, settings, now);
  return createFallbackPlanner({ first, second, secondName: fallback.model, now });
}

async function askEndpoint(endpoint: ChatEndpoint, settings: Settings, now: () => number): Promise<Planner> {
  const { baseUrl, model } = endpoint;
  return createChatModelPlanner({
    ...endpoint,
    fetch: (input, init) => fetch(input, init),
    now,
    wait,
    random: Math.random,
    tools: toolDefinitions(),
    seesImages: settings.modelSeesImages,
    prices: await readPrices(),
    keepThinking: settings.keepThinking === true,
    capabilities: await readModelCapabilities(baseUrl, model),
    onLearnt: (found) => void rememberModelCapabilities(baseUrl, model, found),
    checkCall,
  });
}

function checkCall(call: ActionCall): string | undefined {
  const checked = validateCall(call);
  return checked.ok ? undefined : checked.failure.message;
}

/** Stands in for a planner that can no longer be made: the run fails with the reason instead of hanging. */
function plannerWithout(failure: Failure): Planner {
  return { scope: 'near', propose: () => Promise.resolve({ ok: false, failure }) };
}
