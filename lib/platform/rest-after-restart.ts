import { browser } from './browser';
import type { ErrandDatabase } from './database';
import type { RunLog } from './log';

const AWAKE = 'awake';

/**
 * After the browser (or the extension) was restarted nothing goes on by itself: tabs have new ids and the user may
 * have moved on. Unfinished runs rest, say so, and go on when the user says so. A mere wake of the worker changes
 * nothing; session storage tells the two apart, because it outlives the worker but not the browser.
 */
export async function restAfterRestart(database: ErrandDatabase, log: RunLog): Promise<void> {
  const session = await browser.storage.session.get(AWAKE);
  if (session[AWAKE] === true) return;
  await browser.storage.session.set({ [AWAKE]: true });
  const rows = await database.runs.toArray();
  for (const row of rows) {
    if (row.status === 'working' || row.status === 'needs-user' || row.status === 'paused')
      await rest(log, row.id);
    else if (row.tabs.length > 0) await database.runs.update(row.id, { tabs: [] });
  }
}

async function rest(log: RunLog, runId: string): Promise<void> {
  await log.appendUserEvent(runId, (state) =>
    state.status === 'paused' ? undefined : { type: 'run-paused', why: 'restart' },
  );
  const tabs = (await log.stateOf(runId))?.tabs ?? [];
  for (const tabId of tabs) await log.appendUserEvent(runId, () => ({ type: 'tab-detached', tabId }));
}
