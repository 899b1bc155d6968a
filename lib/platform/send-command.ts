import type { Outcome } from '../agent/ports';
import { browser } from './browser';
import type { Command } from './commands';
import { withDeadline } from './pages/deadline';

/** Nothing that is asked takes longer but what an endpoint has to answer. */
const ANSWER_TIMEOUT_MS = 15_000;
const ENDPOINT_TIMEOUT_MS = 120_000;

/** Asks the background to do something. Never rejects: a background that cannot be reached, or hangs, is a failure too. */
export async function sendCommand(command: Command): Promise<Outcome<unknown>> {
  const limit = command.type === 'list-models' ? ENDPOINT_TIMEOUT_MS : ANSWER_TIMEOUT_MS;
  try {
    return (await withDeadline(browser.runtime.sendMessage(command), limit)) as Outcome<unknown>;
  } catch (error) {
    return { ok: false, failure: { code: 'background-unreachable', message: String(error) } };
  }
}
