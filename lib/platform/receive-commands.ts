import type { Runtime } from 'webextension-polyfill';
import type { Outcome } from '../agent/ports';
import type { Failure } from '../trajectories/failure';
import { browser, extensionOrigin } from './browser';
import { type Command, commandSchema } from './commands';
import { findStorageFailure } from './storage-failure';

/** One function per command; each may reject, the reply is then a failure. */
export type CommandHandlers = {
  [T in Command['type']]: (command: Extract<Command, { type: T }>) => Promise<unknown>;
};

/** A refusal that the user should read; the code names the sentence. */
export class CommandRefused extends Error {
  readonly failure: { code: string; message: string; params?: Record<string, string> };

  constructor(code: string, message: string, params?: Record<string, string>) {
    super(message);
    this.failure = { code, message, ...(params ? { params } : {}) };
  }
}

/**
 * Listener for runtime.onMessage. Only our own extension pages may command: content scripts share our id
 * but not our origin, and other extensions and pages have neither.
 */
export function createCommandListener(handlers: CommandHandlers) {
  return (message: unknown, sender: Runtime.MessageSender): Promise<Outcome<unknown>> | undefined => {
    if (sender.id !== browser.runtime.id || !isOwnPage(sender)) return undefined;
    const parsed = commandSchema.safeParse(message);
    if (!parsed.success) return undefined;
    return handle(handlers, parsed.data);
  };
}

/** Content scripts share our id but not our origin. */
export function isOwnPage(sender: Runtime.MessageSender): boolean {
  return sender.url !== undefined && new URL(sender.url).origin === extensionOrigin();
}

async function handle(handlers: CommandHandlers, command: Command): Promise<Outcome<unknown>> {
  try {
    const handler = handlers[command.type] as (command: Command) => Promise<unknown>;
    return { ok: true, value: await handler(command) };
  } catch (error) {
    if (error instanceof CommandRefused) return { ok: false, failure: error.failure };
    return { ok: false, failure: failureOf(error) };
  }
}

/** What to tell the user about an error that nobody expected. */
export function failureOf(error: unknown): Failure {
  const unexpected = { code: 'unexpected', message: String(error), params: { detail: String(error) } };
  return findStorageFailure(error) ?? unexpected;
}
