import { Dexie } from 'dexie';
import { blobHashes } from '../trajectories/blob-hashes';
import type { RunEvent } from '../trajectories/event';
import { fileHashes } from '../trajectories/file-hashes';
import type { ErrandDatabase } from './database';

/** Deletes a run, its events, and the texts and files that no other run speaks of. */
export async function deleteRun(database: ErrandDatabase, runId: string): Promise<void> {
  await database.transaction('rw', database.runs, database.events, database.blobs, async () => {
    const own = database.events.where('[runId+seq]').between([runId, Dexie.minKey], [runId, Dexie.maxKey]);
    const orphans = new Set(hashesOf(await own.toArray()));
    await own.delete();
    await database.runs.delete(runId);
    if (orphans.size === 0) return;
    await database.events.each((event) => {
      for (const hash of hashesOf([event])) orphans.delete(hash);
    });
    await database.blobs.bulkDelete([...orphans]);
  });
}

function hashesOf(events: readonly RunEvent[]): string[] {
  return [...blobHashes(events), ...fileHashes(events)];
}
