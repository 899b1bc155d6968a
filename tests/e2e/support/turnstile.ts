import type { Page } from '@playwright/test';

/** Lets the run write one event at a time. */
export interface Turnstile {
  /** Lets one event pass and returns its type; the writer then stands still before its next one. */
  next(): Promise<{ type: string; seq: number }>;
  /** Gives the database back. */
  open(): Promise<void>;
}

interface TurnstileWindow {
  turnstile: { next(): Promise<{ type: string; seq: number }>; open(): void };
}

/**
 * Stops the extension between two events of its log without touching its code: an extension page holds a write
 * transaction on the events, so the worker's next append waits in the browser's queue. Passing the turnstile
 * queues a new transaction behind that append and ends the old one: at most one append gets through.
 */
export async function closeTurnstile(extensionPage: Page): Promise<Turnstile> {
  await extensionPage.evaluate(installTurnstile);
  return {
    next: () => extensionPage.evaluate(() => (globalThis as unknown as TurnstileWindow).turnstile.next()),
    open: () => extensionPage.evaluate(() => (globalThis as unknown as TurnstileWindow).turnstile.open()),
  };
}

async function installTurnstile(): Promise<void> {
  interface Held {
    events: Promise<{ type: string; seq: number }[]>;
    release(): void;
  }
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('errand');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const hold = (): Held => {
    let held = true;
    const store = database.transaction('events', 'readwrite').objectStore('events');
    const events = new Promise<{ type: string; seq: number }[]>((resolve) => {
      const request = store.getAll();
      request.onsuccess = () => {
        resolve(request.result as { type: string; seq: number }[]);
        spin();
      };
    });
    // A transaction stays open as long as requests keep coming.
    const spin = () => {
      if (held) store.count().onsuccess = spin;
    };
    return { events, release: () => (held = false) };
  };
  let current = hold();
  const next = async () => {
    for (;;) {
      const before = (await current.events).length;
      const following = hold();
      current.release();
      current = following;
      const events = await current.events;
      const last = events.at(-1);
      if (events.length > before && last) return { type: last.type, seq: last.seq };
    }
  };
  await current.events;
  (globalThis as unknown as { turnstile: unknown }).turnstile = { next, open: () => current.release() };
}
