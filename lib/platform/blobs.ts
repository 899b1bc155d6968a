import type { BlobPort } from '../agent/ports';
import type { ErrandDatabase } from './database';
import { sha256 } from './digest';

export function createBlobStore(database: ErrandDatabase): BlobPort {
  return {
    async put(text) {
      const hash = await sha256(text);
      await database.blobs.put({ hash, text });
      return hash;
    },
    async get(hash) {
      return (await database.blobs.get(hash))?.text;
    },
  };
}

/** Newest texts that are kept in memory. */
const KEPT_TEXTS = 200;

/**
 * The store for those who drive runs: a planner is told again with every step what it has seen before. Texts that are
 * deleted meanwhile may still be found here, which only a run that is deleted while it is driven could notice.
 */
export function rememberTexts(store: BlobPort): BlobPort {
  const kept = new Map<string, string>();
  const keep = (hash: string, text: string): void => {
    kept.delete(hash);
    kept.set(hash, text);
    const [oldest] = kept.keys();
    if (kept.size > KEPT_TEXTS && oldest !== undefined) kept.delete(oldest);
  };
  return {
    async put(text) {
      const hash = await store.put(text);
      keep(hash, text);
      return hash;
    },
    async get(hash) {
      const text = kept.get(hash) ?? (await store.get(hash));
      if (text !== undefined) keep(hash, text);
      return text;
    },
  };
}
