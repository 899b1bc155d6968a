import type { Failure } from '../trajectories/failure';
import { browser } from './browser';

/**
 * Runs that could not be driven on because storage refused, with what it said. Kept in the session's memory and not
 * in the log: the log is what cannot be written.
 */
export type RunTroubles = Record<string, Failure>;

const KEY = 'run-troubles';

let writing: Promise<void> = Promise.resolve();

/** Notes the trouble of a run, or that it is over. Never rejects. */
export function noteTrouble(runId: string, failure: Failure | undefined): Promise<void> {
  writing = writing.then(() => write(runId, failure)).catch(() => undefined);
  return writing;
}

async function write(runId: string, failure: Failure | undefined): Promise<void> {
  const { [runId]: before, ...others } = await read();
  if (before === undefined && failure === undefined) return;
  await browser.storage.session.set({ [KEY]: failure ? { ...others, [runId]: failure } : others });
}

async function read(): Promise<RunTroubles> {
  return ((await browser.storage.session.get(KEY))[KEY] ?? {}) as RunTroubles;
}

/** Calls back with the troubles of all runs now and whenever they change. Returns the way to stop. */
export function watchTroubles(callback: (troubles: RunTroubles) => void): () => void {
  const onChanged = (changes: Record<string, unknown>, area: string) => {
    if (area === 'session' && KEY in changes) void read().then(callback);
  };
  browser.storage.onChanged.addListener(onChanged);
  void read().then(callback);
  return () => browser.storage.onChanged.removeListener(onChanged);
}
