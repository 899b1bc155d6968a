import { isRunOver } from '../agent/view';
import { originOf } from '../guard/url-policy';
import type { EventBody } from '../trajectories/event';
import type { Task } from '../trajectories/task';
import { browser } from './browser';
import type { ErrandDatabase } from './database';
import { expectFreeTabs, whileTakingTabs } from './free-tabs';
import type { RunLog } from './log';
import { expectPlanner } from './expect-planner';
import { CommandRefused } from './receive-commands';
import type { RunSupervisor } from './run-supervisor';
import type { Settings } from './settings';
import { expectWorkableUrl } from './workable-tab';

export interface FollowUpDeps {
  database: ErrandDatabase;
  log: RunLog;
  supervisor: RunSupervisor;
  readSettings(): Promise<Settings>;
}

type Place = Pick<EventBody & { type: 'follow-up' }, 'tab' | 'origins'>;

/**
 * Goes on with a run that has ended, in the tab that it worked in last; where that has gone, in the one that the user
 * asked in. Who plans and what that may use are as the settings say now.
 * @throws CommandRefused
 */
export async function followUp(
  deps: FollowUpDeps,
  runId: string,
  askedIn: number,
  task: Task,
): Promise<void> {
  if (task.text.trim() === '') throw new CommandRefused('empty-task', 'The task is empty.');
  const settings = await deps.readSettings();
  const planner = await expectPlanner(settings);
  const budgets = settings.budgets.run;
  await whileTakingTabs(async () => {
    const { tabId, ...place } = await findPlace(deps, runId, askedIn);
    await expectFreeTabs(deps.database, [tabId], runId);
    const written = await deps.supervisor.userEvent(
      runId,
      (state) =>
        isRunOver(state) && !state.broken
          ? { type: 'follow-up', task: { ...task, text: task.text.trim() }, planner, budgets, ...place }
          : undefined,
      'drive',
    );
    if (!written) throw new CommandRefused('too-late', 'The run has moved on; nothing was changed.');
  });
}

/** What the user sees as they ask, the run may work on. */
async function findPlace(
  { database, log }: FollowUpDeps,
  runId: string,
  askedIn: number,
): Promise<Place & { tabId: number }> {
  const [row, state] = await Promise.all([database.runs.get(runId), log.stateOf(runId)]);
  const last = state?.activeTab ?? -1;
  // The row is emptied of tabs when the browser restarts: ids of before mean other tabs, or none.
  const isThere = row?.tabs.includes(last) === true && (await browser.tabs.get(last).catch(() => undefined));
  if (isThere && last !== askedIn) return { tabId: last };
  const url = await expectWorkableUrl(askedIn);
  const origins = [originOf(url) ?? ''];
  return isThere ? { tabId: last, origins } : { tabId: askedIn, origins, tab: { tabId: askedIn, url } };
}
