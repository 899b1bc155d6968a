import { liveQuery } from 'dexie';
import type { Grant, GrantsPort } from '../agent/ports';
import { database } from './database';

export const grants: GrantsPort = {
  list: () => database.grants.toArray(),
  add: async (grant) => {
    await database.grants.put(grant);
  },
};

/** Calls back with every standing grant now and whenever they change. Returns the way to stop. */
export function watchGrants(callback: (grants: Grant[]) => void): () => void {
  const subscription = liveQuery(() => database.grants.toArray()).subscribe({ next: callback });
  return () => subscription.unsubscribe();
}

export async function removeGrant(grant: Grant): Promise<void> {
  await database.grants.delete([grant.origin, grant.covers]);
}
