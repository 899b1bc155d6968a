import { browser } from './browser';
import type { ErrandDatabase } from './database';

/** What is remembered of the database outside of it: a browser that finds it damaged makes an empty one without a word. */
interface Remembered {
  /** Milliseconds since the epoch. */
  since: number;
  /** It had to be made although there was one. */
  lostAt?: number;
}

const KEY = 'database';

/** Notices when the database has to be made a second time. To be called before it is opened, in every context. */
export function noticeLoss(database: ErrandDatabase, now: () => number): void {
  let isMade = false;
  database.on('populate', () => {
    isMade = true;
  });
  database.on(
    'ready',
    () => {
      const wasMade = isMade;
      isMade = false;
      void remember(wasMade, now()).catch((error: unknown) => console.error('Errand: not remembered', error));
    },
    true,
  );
}

async function remember(wasMade: boolean, at: number): Promise<void> {
  const before = await read();
  if (before === undefined) await write({ since: at });
  else if (wasMade) await write({ since: at, lostAt: at });
}

async function read(): Promise<Remembered | undefined> {
  return (await browser.storage.local.get(KEY))[KEY] as Remembered | undefined;
}

async function write(remembered: Remembered): Promise<void> {
  await browser.storage.local.set({ [KEY]: remembered });
}

/** The user has been told and goes on. */
export async function forgetLoss(): Promise<void> {
  const before = await read();
  if (before?.lostAt !== undefined) await write({ since: before.since });
}

/** Calls back whether the data was lost, now and whenever that changes. */
export function watchLoss(callback: (isLost: boolean) => void): void {
  const look = () => void read().then((remembered) => callback(remembered?.lostAt !== undefined));
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && KEY in changes) look();
  });
  look();
}
