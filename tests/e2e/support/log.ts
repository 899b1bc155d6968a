import type { Page } from '@playwright/test';
import type { RunEvent } from '../../../lib/trajectories/event';

type StoreName = 'runs' | 'events' | 'blobs' | 'recipes' | 'grants';

/** Every event of every run, read from the extension's own database through one of its pages; oldest run first. */
export async function readEvents(extensionPage: Page): Promise<RunEvent[]> {
  return (await readRows(extensionPage, 'events')) as RunEvent[];
}

/** How many rows lie in one store of the extension's own database. */
export async function countRows(extensionPage: Page, store: StoreName): Promise<number> {
  return (await readRows(extensionPage, store)).length;
}

function readRows(extensionPage: Page, store: StoreName): Promise<unknown[]> {
  return extensionPage.evaluate(async (name) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('errand');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    try {
      return await new Promise<unknown[]>((resolve, reject) => {
        const request = database.transaction(name).objectStore(name).getAll();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    } finally {
      database.close();
    }
  }, store);
}
