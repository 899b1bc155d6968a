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
