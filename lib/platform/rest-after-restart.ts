import type { RunState } from '../agent/state';
import { originOf } from '../guard/url-policy';
import { browser } from './browser';
import type { ErrandDatabase } from './database';
import type { RunLog } from './log';
import { findTab } from './tabs-port';

const AWAKE = 'awake';

/**
 * After the browser (or the extension) was restarted nothing goes on by itself: tabs have new ids and the user may
 * have moved on. Unfinished runs rest, say so, and go on when the user says so. A mere wake of the worker changes
 * nothing; session storage tells the two apart, because it outlives the worker but not the browser.
 */
export async function restAfterRestart(database: ErrandDatabase, log: RunLog): Promise<void> {
  const session = await browser.storage.session.get(AWAKE);
  if (session[AWAKE] === true) return;
  const rows = await database.runs.toArray();
  for (const row of rows) {
    if (row.status === 'working' || row.status === 'needs-user' || row.status === 'paused')
      await rest(log, row.id);
    else if (row.tabs.length > 0) await database.runs.update(row.id, { tabs: [] });
  }
  // At the end: a worker that dies on the way begins anew.
  await browser.storage.session.set({ [AWAKE]: true });
}

async function rest(log: RunLog, runId: string): Promise<void> {
  await log.appendUserEvent(runId, (state) =>
    state.status === 'paused' ? undefined : { type: 'run-paused', why: 'restart' },
  );
  const state = await log.stateOf(runId);
  if (!state || (await isThere(state))) return;
  for (const tabId of state.tabs)
    await log.appendUserEvent(runId, ({ tabs }) =>
      tabs.includes(tabId) ? { type: 'tab-detached', tabId } : undefined,
    );
}

/** Only the extension was restarted, by an update say: the tab is where it was, and its panel shows the run. */
async function isThere({ activeTab, observation, startUrl }: RunState): Promise<boolean> {
  const tab = await findTab(activeTab);
  if (tab === undefined) return false;
  // The browser does not tell the address to an extension that it has just begun to start.
  return tab.url === '' || originOf(tab.url) === originOf(observation?.url ?? startUrl);
}
