import type { Runtime } from 'webextension-polyfill';
import { z } from 'zod';
import { waitingNonce } from '../agent/view';
import { actionResultSchema } from '../trajectories/action';
import { browser } from './browser';
import type { RunSupervisor } from './run-supervisor';

const MAX_ID = 100;

/** As `HandOverReport`, but from a page's process: checked like anything else from there. */
const reportSchema = z.strictObject({
  from: z.literal('errand-hand-over'),
  runId: z.string().max(MAX_ID),
  nonce: z.string().max(MAX_ID),
  result: actionResultSchema,
});

/**
 * Listener for runtime.onMessage: the script in a page says that the user has done what a run waits for. All that it can
 * do is let that run go on, and only with the nonce that the page was given for it.
 */
export function createHandOverListener(supervisor: RunSupervisor) {
  return (message: unknown, sender: Runtime.MessageSender): undefined => {
    if (sender.id !== browser.runtime.id || sender.tab === undefined) return undefined;
    const parsed = reportSchema.safeParse(message);
    if (!parsed.success || parsed.data.result.status !== 'done') return undefined;
    const { runId, nonce, result } = parsed.data;
    void supervisor.userEvent(
      runId,
      (state) =>
        state.waiting && waitingNonce(state) === nonce
          ? { type: 'hand-over-ended', actionId: state.waiting.actionId, by: 'page', did: true, result }
          : undefined,
      'drive',
    );
    return undefined;
  };
}
