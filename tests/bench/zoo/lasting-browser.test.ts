import { expect, it } from 'vitest';
import { createLastingBrowser } from './lasting-browser.ts';
import { summarise } from './report.ts';
import type { ZooRow } from './row.ts';
import type { ZooBrowser } from './zoo-browser.ts';
import type { ZooModel } from './zoo-model.ts';

const ROW: ZooRow = { id: 'row', library: 'None', wants: 'Nothing', steps: [], state: {} };
const MODEL = { shown: () => [] } as Partial<ZooModel> as ZooModel;

/** A browser in which no row gets anywhere; `lives` says of each one that is opened whether it is alive after a row. */
function openInTurn(lives: boolean[]): { open: () => Promise<ZooBrowser>; events: string[] } {
  const events: string[] = [];
  const open = (): Promise<ZooBrowser> => {
    const isAlive = lives.shift() ?? true;
    events.push('opened');
    return Promise.resolve({
      name: 'firefox',
      openSite: () => Promise.reject(new Error('no window')),
      openPanel: () => Promise.reject(new Error('no window')),
      isAlive: () => Promise.resolve(isAlive),
      close: () => Promise.resolve(void events.push('closed')),
    });
  };
  return { open, events };
}

const lasting = (lives: boolean[]) => {
  const { open, events } = openInTurn(lives);
  return { browser: createLastingBrowser({ model: MODEL, siteUrl: '' }, open), events };
};

it('runs the row once more in a new browser when one died, and says so', async () => {
  const { browser, events } = lasting([false, true]);
  const { wrong, notes } = await browser.run(ROW);
  expect(notes).toEqual(['the browser died (no window) and was opened again']);
  expect(wrong).toEqual(['no window']);
  expect(events).toEqual(['opened', 'closed', 'opened']);
});

it('fails a row during which the browser dies twice, and goes on with the next', async () => {
  const { browser, events } = lasting([false, false, true]);
  const result = await browser.run(ROW);
  expect(result.outcome).toBe('failed');
  expect(result.wrong).toEqual(['the browser died twice', 'no window']);
  expect((await browser.run(ROW)).notes).toEqual([]);
  expect(events).toEqual(['opened', 'closed', 'opened', 'closed', 'opened']);
  expect(summarise([{ row: ROW, results: { firefox: result } }])).toEqual({
    rows: 1,
    libraries: 1,
    failed: ['row'],
    handed: [],
    firefoxShare: 0,
  });
});

it('takes a new browser after thirty rows', async () => {
  const { browser, events } = lasting([]);
  for (let row = 1; row <= 31; row++) await browser.run(ROW);
  expect(events).toEqual(['opened', 'closed', 'opened']);
});
