import { isRunOver } from '../agent/view';
import { browser } from './browser';
import type { ErrandDatabase } from './database';
import type { RunSupervisor } from './run-supervisor';

/**
 * Listener for tabs.onReplaced: Chromium gives a tab another id when it discards it. Runs that work there go on in
 * the new one; runs that are over are still shown by its panel.
 */
export function createReplacedTabListener(database: ErrandDatabase, supervisor: RunSupervisor) {
  return (tabId: number, replaces: number): void =>
    void follow(tabId, replaces).catch((error: unknown) =>
      console.error('Errand: a tab was not followed', error),
    );

  async function follow(tabId: number, replaces: number): Promise<void> {
    for (const row of await database.runs.where('tabs').equals(replaces).toArray()) {
      const written = await supervisor.userEvent(
        row.id,
        (state) =>
          isRunOver(state) || !state.tabs.includes(replaces)
            ? undefined
            : { type: 'tab-attached', tabId, why: 'recovered', replaces },
        'drive',
      );
      if (!written)
        await database.runs.update(row.id, { tabs: row.tabs.map((tab) => (tab === replaces ? tabId : tab)) });
    }
  }
}

/** Listens for tabs that get another id, in browsers that have such. Returns the way to stop. */
export function followReplacedTabs(listener: (tabId: number, replaced: number) => void): () => void {
  if (!('onReplaced' in browser.tabs)) return () => undefined;
  browser.tabs.onReplaced.addListener(listener);
  return () => browser.tabs.onReplaced.removeListener(listener);
}
