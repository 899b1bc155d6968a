import { Dexie, liveQuery } from 'dexie';
import type { Outcome } from '../agent/ports';
import { applyEvent, fold } from '../agent/fold';
import type { RunState } from '../agent/state';
import type { Recipe } from '../recipes/schema';
import type { RunEvent } from '../trajectories/event';
import { buildRunDocument, printRunDocument } from '../trajectories/export/json';
import type { LedgerRow } from '../trajectories/ledger-row';
import type { RunSummary } from '../trajectories/run-summary';
import { createBlobStore } from './blobs';
import { database } from './database';
import { findStorageFailure } from './storage-failure';

/** One run as a page shows it. */
export interface RunView {
  state: RunState;
  events: RunEvent[];
}

type Stop = () => void;

/** What an extension page reads of the store: every `watch…` calls back now and after each change, from whichever context. */
function watch<T>(
  query: () => Promise<T>,
  callback: (value: T) => void,
  onError?: (error: unknown) => void,
): Stop {
  const subscription = liveQuery(query).subscribe({
    next: callback,
    error: (error: unknown) => onError?.(error),
  });
  return () => subscription.unsubscribe();
}

function eventsOf(runId: string, from: number | typeof Dexie.minKey = Dexie.minKey): Promise<RunEvent[]> {
  return database.events.where('[runId+seq]').between([runId, from], [runId, Dexie.maxKey]).toArray();
}

/** Reads only what is new: whoever reads the whole log after each event keeps the driver from writing the next. */
export function watchRun(runId: string, callback: (run: RunView | undefined) => void): Stop {
  let known: RunView | undefined;
  const readNews = () =>
    database.transaction('r', database.runs, database.events, async () => {
      const [row, news] = await Promise.all([
        database.runs.get(runId),
        eventsOf(runId, known?.state.nextSeq),
      ]);
      return { isThere: row !== undefined, news };
    });
  return watch(readNews, ({ isThere, news }) => {
    known = isThere ? addEvents(known, news) : undefined;
    callback(known);
  });
}

function addEvents(known: RunView | undefined, news: RunEvent[]): RunView | undefined {
  if (!known) return news.length > 0 ? { state: fold(news), events: news } : undefined;
  // What was asked for before the last answer came may be known by now.
  const later = news.filter(({ seq }) => seq >= known.state.nextSeq);
  return { state: later.reduce(applyEvent, known.state), events: [...known.events, ...later] };
}

/** Newest first. */
export function watchRuns(callback: (runs: RunSummary[]) => void): Stop {
  return watch(() => database.runs.orderBy('startedAt').reverse().toArray(), callback);
}

/** The newest run that works, or worked, on this tab. */
export function watchRunOfTab(tabId: number, callback: (runId: string | undefined) => void): Stop {
  const newest = async () => {
    const rows = await database.runs.where('tabs').equals(tabId).sortBy('startedAt');
    return rows.at(-1)?.id;
  };
  return watch(newest, callback);
}

/** What every proposal of a model took, oldest first. */
export function watchLedger(callback: (rows: LedgerRow[]) => void): Stop {
  return watch(() => database.ledger.orderBy('day').toArray(), callback);
}

export function watchRecipes(callback: (recipes: Recipe[]) => void): Stop {
  return watch(() => database.recipes.toArray(), callback);
}

/** Text of an observation, for the library's timeline. */
export async function readBlob(hash: string): Promise<string | undefined> {
  return createBlobStore(database).get(hash);
}

/** One run as a file: schema `errand-run`. */
export async function exportRunJson(runId: string): Promise<{ fileName: string; json: string }> {
  const run = await database.runs.get(runId);
  if (!run) throw new Error(`There is no run ${runId}.`);
  const document = await buildRunDocument(run, await eventsOf(runId), readBlob);
  return { fileName: `errand-${runId}.json`, json: printRunDocument(document) };
}

/** Whether the database opens and takes writes; the failure says what the user can do. */
export async function storageHealth(): Promise<Outcome<true>> {
  try {
    await database.open();
    await database.runs.limit(1).count();
    return { ok: true, value: true };
  } catch (error) {
    const failure = findStorageFailure(error) ?? { code: 'storage-blocked', message: String(error) };
    return { ok: false, failure };
  }
}

/** Deletes every run, recipe and grant. */
export async function deleteEverything(): Promise<void> {
  await database.transaction('rw', database.tables, () =>
    Promise.all(database.tables.map((table) => table.clear())),
  );
}
