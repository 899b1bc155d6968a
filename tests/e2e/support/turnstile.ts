import type { Page } from '@playwright/test';
import type { RunEvent } from '../../../lib/trajectories/event';

export interface PassedEvent {
  seq: number;
  type: string;
  /** Name of the call that the event is about. */
  name?: string;
  /** What the user has to answer before anything else can happen. */
  asks?: 'approval' | 'question';
  /** The event belongs to the action whose target has the watched name. */
  isAboutOrder: boolean;
}

/** Lets the run write one event at a time. */
export interface Turnstile {
  /** Lets one event pass and says which; the writer then stands still before its next one. */
  next(): Promise<PassedEvent>;
  /** The log as it was when the last event passed. */
  log(): Promise<RunEvent[]>;
  /** Gives the database back, or takes it again. */
  open(): Promise<void>;
  close(): Promise<void>;
}

interface TurnstileWindow {
  turnstile: {
    next(): Promise<PassedEvent>;
    log(): Promise<RunEvent[]>;
    open(): void;
    close(): Promise<void>;
  };
}

/**
 * Stops the extension between two events of its log without touching its code: an extension page holds a write
 * transaction on the events, so the worker's next append waits in the browser's queue. Passing the turnstile
 * queues a new transaction behind that append and ends the old one: at most one append gets through.
 * `watched` is the name of the element whose action is reported as `isAboutOrder`.
 */
export async function closeTurnstile(extensionPage: Page, watched: string): Promise<Turnstile> {
  await extensionPage.evaluate(installTurnstile, watched);
  const call = <K extends keyof TurnstileWindow['turnstile']>(name: K) =>
    extensionPage.evaluate(
      (key) => (globalThis as unknown as TurnstileWindow).turnstile[key as 'next'](),
      name,
    );
  return {
    next: () => call('next'),
    log: () => call('log') as unknown as Promise<RunEvent[]>,
    open: async () => void (await call('open')),
    close: async () => void (await call('close')),
  };
}

/** Runs in the extension page, cut off from this file. */
async function installTurnstile(watched: string): Promise<void> {
  interface LoggedEvent {
    type: string;
    seq: number;
    actionId?: string;
    verdict?: { decision: string };
    sentence?: { params: Record<string, string> };
    call?: { name: string };
    proposal?: { actions: { name: string }[] };
  }
  interface Held {
    events: Promise<LoggedEvent[]>;
    release(): void;
  }
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('errand');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const hold = (): Held => {
    let isHeld = true;
    const store = database.transaction('events', 'readwrite').objectStore('events');
    // A transaction stays open as long as requests keep coming.
    const spin = () => {
      if (isHeld) store.count().onsuccess = spin;
    };
    const events = new Promise<LoggedEvent[]>((resolve) => {
      const request = store.getAll();
      request.onsuccess = () => {
        resolve(request.result as LoggedEvent[]);
        spin();
      };
    });
    return { events, release: () => (isHeld = false) };
  };
  const asked = (event: LoggedEvent): PassedEvent['asks'] => {
    if (event.type === 'access-asked' || event.verdict?.decision === 'ask') return 'approval';
    return event.type === 'action-intended' && event.call?.name === 'ask_user' ? 'question' : undefined;
  };
  let current = hold();
  let passed = (await current.events).length;
  let known: LoggedEvent[] = [];
  const nameOf = (event: LoggedEvent, events: LoggedEvent[]): string | undefined => {
    const [seq, index] = (event.actionId ?? '').split('.').map(Number);
    const proposed = event.proposal ? event : events.find((other) => other.seq === seq);
    return event.call?.name ?? proposed?.proposal?.actions[index ?? 0]?.name;
  };
  const rotate = async () => {
    const following = hold();
    current.release();
    current = following;
    return current.events;
  };
  const next = async () => {
    for (;;) {
      const events = await rotate();
      const last = events.at(-1);
      if (events.length <= passed || !last) continue;
      passed = events.length;
      known = events;
      const judged = events.find((event) => event.type === 'judged' && event.actionId === last.actionId);
      return {
        seq: last.seq,
        type: last.type,
        name: nameOf(last, events),
        asks: asked(last),
        isAboutOrder: Object.values(judged?.sentence?.params ?? {}).some((value) => value.includes(watched)),
      };
    }
  };
  const close = async () => {
    current = hold();
    await current.events;
  };
  (globalThis as unknown as { turnstile: unknown }).turnstile = {
    next,
    log: async () => known,
    close,
    open: () => current.release(),
  };
}
