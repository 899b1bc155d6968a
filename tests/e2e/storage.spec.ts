import type { Page } from '@playwright/test';
import { startEndpoint } from '../support/loopback-endpoint.ts';
import type { Browser } from './support/extension';
import { readEvents } from './support/log';
import { openPanel, type Panel } from './support/panel';
import { useChatModel } from './support/settings';
import { expect, test } from './support/test';

const FULL = 'The disk is full, so nothing more can be kept.';
const NEWER = 'The data was written by a newer Errand. Update this one.';

/** Lets every write of the background's log fail as on a full disk; returns the way to mend it. */
async function fillDisk(extension: Browser): Promise<() => Promise<void>> {
  const worker = await extension.worker();
  await worker.evaluate(() => {
    const kept = globalThis as unknown as { add?: IDBObjectStore['add'] };
    kept.add ??= IDBObjectStore.prototype.add;
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('There is no room.', 'QuotaExceededError');
    };
  });
  return () =>
    worker.evaluate(() => {
      const kept = globalThis as unknown as { add: IDBObjectStore['add'] };
      IDBObjectStore.prototype.add = kept.add;
    });
}

/** Lets the half minute be over after which the background looks again. */
async function endHalfMinute(extension: Browser): Promise<void> {
  const worker = await extension.worker();
  const alarms = await worker.evaluate(async () => {
    const set = await chrome.alarms.getAll();
    for (const { name, periodInMinutes = 0 } of set)
      await chrome.alarms.create(name, { when: Date.now(), periodInMinutes });
    return set;
  });
  expect(alarms).toMatchObject([{ periodInMinutes: 0.5 }]);
}

/** Opens the database as a newer version of the extension would, which leaves everything in it. */
async function raiseLayout(extensionPage: Page): Promise<void> {
  await extensionPage.evaluate(async () => {
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open('errand', 9990);
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
      request.onerror = () => reject(request.error);
    });
  });
}

function notice(panel: Panel) {
  return panel.page.getByRole('alert');
}

test('a full disk when a task is started: said, the task kept, and it runs when there is room', async ({
  extension,
  openDesk,
}) => {
  const { panel } = await openDesk('/shop');
  const mend = await fillDisk(extension);
  await panel.start('search for lamp');
  await expect(notice(panel)).toContainText(FULL);
  await expect(panel.task).toHaveValue('search for lamp');
  expect(await readEvents(panel.page)).toEqual([]);
  await mend();
  await panel.run.click();
  await panel.expectStatus('Done');
  await expect(notice(panel)).toHaveCount(0);
});

test('a disk that fills up in mid-run: said, nothing lost or done twice, and the run goes on by itself', async ({
  extension,
  openDesk,
  site,
}) => {
  let mend = (): Promise<void> => Promise.resolve();
  let asked = 0;
  const model = await startEndpoint({
    answer: async () => {
      asked += 1;
      if (asked === 2) mend = await fillDisk(extension);
      if (asked > 1)
        return { calls: [{ name: 'finish', args: { success: true, answer: 'There was room.' } }] };
      return { calls: [{ name: 'navigate', args: { url: `${site.url}/inbox` } }] };
    },
  });
  await useChatModel(extension, model);
  const { panel } = await openDesk('/shop');
  await panel.start('Go to the inbox');
  await expect(notice(panel)).toContainText(FULL);
  await panel.expectStatus('Working');
  const before = await readEvents(panel.page);
  await panel.stop.click();
  await expect(notice(panel)).toContainText(FULL);
  expect(await readEvents(panel.page)).toEqual(before);

  await mend();
  await endHalfMinute(extension);
  await panel.expectStatus('Done');
  await expect(panel.result).toContainText('There was room.');
  await expect(notice(panel)).toHaveCount(0);
  const events = await readEvents(panel.page);
  expect(events.slice(0, before.length)).toEqual(before);
  expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index));
  expect(site.state.requests.filter((request) => request === 'GET /inbox')).toHaveLength(1);
  await model.close();
});

test('data of a newer version: said in every page, nothing is written over it', async ({
  extension,
  openDesk,
}) => {
  const { panel, tabId } = await openDesk('/shop');
  await panel.start('search for lamp');
  await panel.expectStatus('Done');
  const before = await readEvents(panel.page);
  await raiseLayout(await extension.open('settings.html'));

  await panel.start('search for kettle');
  await expect(notice(panel)).toContainText(NEWER);
  await expect(panel.task).toHaveValue('search for kettle');
  const fresh = await openPanel(extension, tabId);
  await expect(notice(fresh)).toContainText(NEWER);
  const library = await extension.open('library.html');
  await expect(library.getByRole('alert')).toContainText(NEWER);
  expect(await readEvents(panel.page)).toEqual(before);
});
