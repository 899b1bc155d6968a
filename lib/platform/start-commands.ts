import { originOf } from '../guard/url-policy';
import type { PlannerRef, Task } from '../trajectories/task';
import type { ErrandDatabase } from './database';
import { expectFreeTabs, whileTakingTabs } from './free-tabs';
import type { RunLog } from './log';
import { followUp } from './follow-up-command';
import { expectPlanner } from './expect-planner';
import { CommandRefused, type CommandHandlers } from './receive-commands';
import type { RunSupervisor } from './run-supervisor';
import type { Settings } from './settings';
import { expectWorkableUrl } from './workable-tab';

export interface StartCommandDeps {
  database: ErrandDatabase;
  log: RunLog;
  supervisor: RunSupervisor;
  readSettings(): Promise<Settings>;
}

/** Commands that begin something: a run of a task in the user's words or of a recipe, or the next task of a run. */
export function createStartCommands(
  deps: StartCommandDeps,
): Pick<CommandHandlers, 'start-run' | 'start-recipe' | 'follow-up'> {
  return {
    'start-run': async ({ tabId, text, attachments }) => {
      if (text.trim() === '') throw new CommandRefused('empty-task', 'The task is empty.');
      const planner = await expectPlanner(await deps.readSettings());
      return startRun(deps, tabId, { text: text.trim(), attachments }, planner);
    },
    'follow-up': async ({ runId, tabId, text, attachments }) => {
      await followUp(deps, runId, tabId, { text, attachments });
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
  const budgets = (await deps.readSettings()).budgets.run;
  const runId = crypto.randomUUID();
  await whileTakingTabs(async () => {
    await expectFreeTabs(deps.database, [tabId]);
    const origins = [originOf(url) ?? ''];
    await deps.log.append(runId, 0, { type: 'run-started', task, planner, tabId, url, origins, budgets });
  });
  deps.supervisor.kick(runId);
  return { runId };
}
