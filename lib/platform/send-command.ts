import type { Outcome } from '../agent/ports';
import { browser } from './browser';
import type { Command } from './commands';

/** Asks the background to do something. Never rejects: a background that cannot be reached is a failure too. */
export async function sendCommand(command: Command): Promise<Outcome<unknown>> {
  try {
    return (await browser.runtime.sendMessage(command)) as Outcome<unknown>;
  } catch (error) {
    return { ok: false, failure: { code: 'background-unreachable', message: String(error) } };
  }
}
