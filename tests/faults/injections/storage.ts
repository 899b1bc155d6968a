import { expect } from '@playwright/test';
import { atEach, type FaultCase, type Injection } from '../case';
import { WHILE_APPROVAL, WHILE_QUESTION, WHILE_SENDING, whileAsked } from '../points';
import { LETTER_TASK } from '../letter-model';
import { answer } from '../user';
import { ownPage, reopenPanel, type World } from '../world';

/** At rest, the answer of the user is what has to be written. */
const RESTING = [WHILE_QUESTION, WHILE_APPROVAL];
const WORKING = [whileAsked('ask'), whileAsked('write'), WHILE_SENDING, whileAsked('finish')];

/** Every write of the background's log fails as on a full disk, until there is room again. */
const FULL: Injection = {
  name: 'disk full',
  async inject(world) {
    const worker = await world.extension.worker();
    await worker.evaluate(() => {
      const kept = globalThis as unknown as { add?: IDBObjectStore['add'] };
      kept.add ??= IDBObjectStore.prototype.add;
      IDBObjectStore.prototype.add = () => {
        throw new DOMException('There is no room.', 'QuotaExceededError');
      };
    });
    return async () => {
      await expect(world.panel.page.getByRole('alert')).toContainText('The disk is full');
      await worker.evaluate(async () => {
        const kept = globalThis as unknown as { add: IDBObjectStore['add'] };
        IDBObjectStore.prototype.add = kept.add;
        for (const { name, periodInMinutes = 0 } of await chrome.alarms.getAll())
          await chrome.alarms.create(name, { when: Date.now(), periodInMinutes });
      });
    };
  },
};

/** The browser closes the database under our hands, once. */
const CLOSED: Injection = {
  name: 'transaction refused once',
  async inject({ extension }) {
    const worker = await extension.worker();
    await worker.evaluate(() => {
      const open = IDBDatabase.prototype.transaction;
      IDBDatabase.prototype.transaction = function refuse(...args) {
        IDBDatabase.prototype.transaction = open;
        this.close();
        return open.apply(this, args);
      };
    });
  },
};

const WIPED: Injection = {
  name: 'database wiped by the browser',
  async inject(world) {
    world.known = [];
    const page = await ownPage(world);
    const session = await world.extension.context.newCDPSession(page);
    const origin = `chrome-extension://${world.extension.extensionId}`;
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
    await session.detach();
  },
  expect: expectToldAndUsable,
};

const DELETED: Injection = {
  name: 'database deleted',
  async inject(world) {
    world.known = [];
    const page = await world.extension.open('icon/errand.svg');
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.deleteDatabase('errand');
          request.onsuccess = () => resolve();
          request.onerror = () => reject(request.error);
        }),
    );
    await page.close();
  },
  expect: expectToldAndUsable,
};

/** What is lost is lost: it is said, in this panel or the next one, and another task can be started. */
async function expectToldAndUsable(world: World): Promise<void> {
  await reopenPanel(world);
  await expect(world.panel.page.getByRole('alert')).toContainText("Errand's data on this computer is gone");
  await world.panel.expectStatus('Ready');
  await world.panel.start(LETTER_TASK);
  await world.panel.expectStatus('Needs you');
  await expect(world.panel.page.getByRole('alert')).toHaveCount(0);
}

/** A run that has to write before it rests cannot; the user's answer cannot be written either. */
const FULL_AT_REST: Injection = {
  ...FULL,
  async inject(world) {
    const mend = await FULL.inject(world);
    return async () => {
      await answerInVain(world);
      await mend?.();
    };
  },
};

async function answerInVain(world: World): Promise<void> {
  await Promise.race([
    answer(world),
    expect(world.panel.page.getByRole('alert')).toContainText('The disk is full'),
  ]);
}

export const STORAGE_CASES: FaultCase[] = [
  ...atEach(FULL, WORKING, [WHILE_SENDING.name]),
  ...atEach(FULL_AT_REST, RESTING),
  ...atEach(CLOSED, [...RESTING, ...WORKING]),
  ...atEach(WIPED, [...RESTING, ...WORKING], [WHILE_APPROVAL.name]),
  ...atEach(DELETED, [...RESTING, ...WORKING]),
];
