import type { Runtime } from 'webextension-polyfill';
import { z } from 'zod';
import { withoutSecret } from '../agent/user-acts';
import { isRunOver } from '../agent/view';
import { userActSchema } from '../trajectories/user-act';
import { browser } from './browser';
import type { ErrandDatabase } from './database';
import type { RunSupervisor } from './run-supervisor';

/** As `ActReport`, but from a page's process: checked like anything else from there. */
const reportSchema = z.strictObject({ from: z.literal('errand-user'), act: userActSchema });

/** What is noted while a run rests; whoever goes on for longer is at work on something else. */
const MAX_NOTED = 60;

/**
 * Listener for runtime.onMessage: the user did something themselves in a tab of a run. A run at work rests with it; one that
 * waits or rests is told when it goes on. A page can do no more with it than make the run of its own tab rest.
 */
export function createActsListener(database: ErrandDatabase, supervisor: RunSupervisor) {
  return (message: unknown, sender: Runtime.MessageSender): undefined => {
    const tabId = sender.tab?.id;
    if (sender.id !== browser.runtime.id || tabId === undefined) return undefined;
    const parsed = reportSchema.safeParse(message);
    if (!parsed.success) return undefined;
    const act = withoutSecret(parsed.data.act);
    const tell = async (): Promise<void> => {
      for (const runId of await database.runs.where('tabs').equals(tabId).primaryKeys())
        await supervisor.userEvent(
          runId,
          (state) =>
            isRunOver(state) || !state.tabs.includes(tabId) || state.acts.length >= MAX_NOTED
              ? undefined
              : { type: 'user-acted', tabId, act },
          'pause',
        );
    };
    void tell().catch((error: unknown) => console.error('Errand: what the user did was not noted', error));
    return undefined;
  };
}
