import type { Page } from '@playwright/test';
import type { RunEvent } from '../../../lib/trajectories/event';

/** Every event of every run, read from the extension's own database through one of its pages; oldest run first. */
export function readEvents(extensionPage: Page): Promise<RunEvent[]> {
  return extensionPage.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('errand');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    try {
      return await new Promise<RunEvent[]>((resolve, reject) => {
        const request = database.transaction('events').objectStore('events').getAll();
        request.onsuccess = () => resolve(request.result as RunEvent[]);
        request.onerror = () => reject(request.error);
      });
    } finally {
      database.close();
    }
  });
}
