import type { ErrandDatabase } from './database';
import { CommandRefused } from './receive-commands';

/**
 * A tab belongs to at most one run at work: refuses when another run than `runId` works, waits or rests on one of
 * these tabs.
 * @throws CommandRefused
 */
export async function expectFreeTabs(
  database: ErrandDatabase,
  tabIds: number[],
  runId?: string,
): Promise<void> {
  const runs = await database.runs.where('tabs').anyOf(tabIds).toArray();
  const isTaken = runs.some(
    ({ id, status }) => id !== runId && ['working', 'needs-user', 'paused'].includes(status),
  );
  if (isTaken) throw new CommandRefused('tab-busy', 'Another run works on this tab. Stop it first.');
}

/** Runs `work` while nobody else takes a tab: two starts in the same moment would both find it free. */
export async function whileTakingTabs<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request('tabs', work);
}
