import { Dexie } from 'dexie';
import { blobHashes } from '../trajectories/blob-hashes';
import type { RunEvent } from '../trajectories/event';
import { fileHashes } from '../trajectories/file-hashes';
import type { ErrandDatabase } from './database';

/**
 * Deletes a run, its events, and the texts and files that no other run speaks of. What it spent stays in the ledger, without
 * its site: the day's money is not back.
 */
export async function deleteRun(database: ErrandDatabase, runId: string): Promise<void> {
  const { runs, events, blobs, ledger } = database;
  await database.transaction('rw', runs, events, blobs, ledger, async () => {
    const all = [
      [runId, Dexie.minKey],
      [runId, Dexie.maxKey],
    ] as const;
    const own = events.where('[runId+seq]').between(...all);
    const orphans = new Set(hashesOf(await own.toArray()));
    await own.delete();
    await runs.delete(runId);
    await ledger
      .where('[runId+seq]')
      .between(...all)
      .modify({ site: '' });
    if (orphans.size === 0) return;
    await events.each((event) => {
      for (const hash of hashesOf([event])) orphans.delete(hash);
    });
    await blobs.bulkDelete([...orphans]);
  });
}

function hashesOf(events: readonly RunEvent[]): string[] {
  return [...blobHashes(events), ...fileHashes(events)];
}
