import { originOf } from '../guard/url-policy';
import { BUILTIN_FAILURE_MESSAGES, UNREADY_CODES } from '../planners/builtin-model/builtin-model-port';
import type { PlannerRef, Task } from '../trajectories/task';
import { browser } from './browser';
import { readBuiltinModelState } from './builtin-model/builtin-model-state';
import type { ErrandDatabase } from './database';
import { expectFreeTabs, whileTakingTabs } from './free-tabs';
import type { RunLog } from './log';
import { failureOfUrl } from './pages/tab-failures';
import { CommandRefused, type CommandHandlers } from './receive-commands';
import type { RunSupervisor } from './run-supervisor';
import type { Settings } from './settings';

export interface StartCommandDeps {
  database: ErrandDatabase;
  log: RunLog;
  supervisor: RunSupervisor;
  readSettings(): Promise<Settings>;
}

/** Commands that begin a run: of a task in the user's words, or of a recipe. */
export function createStartCommands(
  deps: StartCommandDeps,
): Pick<CommandHandlers, 'start-run' | 'start-recipe'> {
  return {
    'start-run': async ({ tabId, text, attachments }) => {
      if (text.trim() === '') throw new CommandRefused('empty-task', 'The task is empty.');
      const planner = plannerOf(await deps.readSettings());
      if (planner.kind === 'builtin-model') await expectBuiltinModel();
      return startRun(deps, tabId, { text: text.trim(), attachments }, planner);
    },
    'start-recipe': async ({ tabId, recipeId, params }) => {
      const recipe = await deps.database.recipes.get(recipeId);
      if (!recipe) throw new CommandRefused('recipe-gone', 'The recipe was deleted.');
      const values = Object.values(params).filter((value) => value !== '');
      const text = values.length > 0 ? `${recipe.name}: ${values.join(', ')}` : recipe.name;
      return startRun(deps, tabId, { text, attachments: [] }, { kind: 'recipe', recipeId, params });
    },
  };
}

async function startRun(
  deps: StartCommandDeps,
  tabId: number,
  task: Task,
  planner: PlannerRef,
): Promise<{ runId: string }> {
  const url = await expectWorkableUrl(tabId);
  const { maxSteps } = await deps.readSettings();
  const runId = crypto.randomUUID();
  await whileTakingTabs(async () => {
    await expectFreeTabs(deps.database, [tabId]);
    const origins = [originOf(url) ?? ''];
    await deps.log.append(runId, 0, { type: 'run-started', task, planner, tabId, url, origins, maxSteps });
  });
  deps.supervisor.kick(runId);
  return { runId };
}

async function expectWorkableUrl(tabId: number): Promise<string> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  if (!tab) throw new CommandRefused('tab-gone', 'The tab was closed.');
  const url = tab.url ?? '';
  const refused =
    url === ''
      ? { code: 'unknown-site', message: 'The browser does not tell which site this is.' }
      : failureOfUrl(url);
  if (refused)
    throw new CommandRefused(refused.code, refused.message, 'params' in refused ? refused.params : undefined);
  return url;
}

/** Said at once, while the task still stands in its box. */
async function expectBuiltinModel(): Promise<void> {
  const code = UNREADY_CODES[await readBuiltinModelState()];
  if (code !== undefined) throw new CommandRefused(code, BUILTIN_FAILURE_MESSAGES[code]);
}

function plannerOf(settings: Settings): PlannerRef {
  if (settings.planner !== 'chat-model') return { kind: settings.planner };
  if (settings.baseUrl === '')
    throw new CommandRefused('no-endpoint-configured', 'No model endpoint is set.');
  if (settings.model === '') throw new CommandRefused('no-model-configured', 'No model is set.');
  return { kind: 'chat-model', model: settings.model, baseUrl: settings.baseUrl };
}
