import type { Page } from '@playwright/test';
import type { RunEvent } from '../../lib/trajectories/event';
import { readEvents } from './support/log';
import { startPages } from './support/pages';
import { openPanel, type Panel } from './support/panel';
import { startScriptedModel, type Turn } from './support/scripted-model';
import { useChatModel } from './support/settings';
import { expect, test } from './support/test';

const FINISH: Turn = () => [{ name: 'finish', args: { success: true, answer: 'Gathered.' } }];

function collect(args: Record<string, unknown> = {}): Turn {
  return () => [{ name: 'collect', args }];
}

/** What the collections of the newest run came to, in order. */
async function readResults(panel: Panel): Promise<{ message: string; rows: Record<string, string>[] }[]> {
  const events = await readEvents(panel.page);
  return events.flatMap((event: RunEvent) => {
    if (event.type !== 'action-ended') return [];
    const { result } = event;
    if (result.status !== 'done') return [{ message: JSON.stringify(result), rows: [] }];
    if (result.data === undefined) return [];
    return [{ message: result.message, rows: JSON.parse(result.data.split('\n\n')[1] ?? '[]') }];
  });
}

function numbers(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, at) => `INV-${String(from + at).padStart(5, '0')}`);
}

const WAYS = [
  {
    path: '/archive',
    count: 61,
    column: 'Number',
    says: 'from 4 pages: that is all of it',
    at: '/archive?page=4',
  },
  { path: '/archive/more', count: 61, column: 'Number', says: 'that is all of it', at: '/archive/more' },
  {
    path: '/archive/endless',
    count: 61,
    column: 'Number',
    says: 'that is all of it',
    at: '/archive/endless',
  },
  {
    path: '/archive/virtual',
    count: 300,
    column: 'text',
    says: 'from one page: that is all of it',
    at: '/archive/virtual',
  },
];

for (const { path, count, says, at } of WAYS)
  test(`all rows are gathered, each once and in order: ${path}`, async ({ extension, openDesk, site }) => {
    const model = await startScriptedModel([collect(), collect({ offset: 200 }), FINISH]);
    await useChatModel(extension, model);
    const { panel, tab } = await openDesk(path);
    await panel.start('Gather the archive');
    await panel.expectStatus('Done');
    const [first, second] = await readResults(panel);
    const rows = count > 200 ? [...(first?.rows ?? []).slice(0, 200), ...(second?.rows ?? [])] : first?.rows;
    expect(first?.message).toContain(says);
    expect(rows?.map((row) => Object.values(row)[0]?.slice(0, 9))).toEqual(numbers(1, count));
    expect(tab.url()).toBe(site.url + at);
    await model.close();
  });

test('limits are kept, another site is not entered, and what may send is not pressed', async ({
  extension,
}) => {
  const rows = (from: number) =>
    `<ul>${[0, 1, 2].map((more) => `<li><a href="/${from + more}">Thing ${from + more}</a> <b>€${from + more}</b></li>`).join('')}</ul>`;
  const other = await startPages({ '/2': rows(90) });
  const site = await startPages({
    '/1': `${rows(1)}<a href="/2">Next</a>`,
    '/2': `${rows(4)}<a href="${other.url}/2">Next</a>`,
    '/pay': `${rows(1)}<button aria-label="Next" title="Place order">Next</button>`,
  });
  const model = await startScriptedModel([collect({ pages: 1 }), collect(), FINISH]);
  await useChatModel(extension, model);
  const tab = await extension.context.newPage();
  await tab.goto(`${site.url}/1`);
  const panel = await openPanel(extension, await extension.tabIdOf(tab));
  await panel.start('Gather the things');
  await panel.expectStatus('Done');
  const [limited, whole] = await readResults(panel);
  expect(limited?.message).toContain('3 rows');
  expect(limited?.message).toContain('limit of pages');
  expect(whole?.rows.map(({ link }) => link?.split('/').at(-1))).toEqual(['1', '2', '3', '4', '5', '6']);
  expect(whole?.message).toContain('more is on another site');
  expect(whole?.message).toContain(`the page is now ${site.url}/2`);
  expect(other.requests).toEqual([]);
  await Promise.all([model.close(), site.close(), other.close()]);
});

test('a control that says it orders is left alone', async ({ extension }) => {
  const rows = [1, 2, 3].map((one) => `<li><a href="/${one}">Thing ${one}</a> <b>€${one}</b></li>`).join('');
  const site = await startPages({
    '/': `<ul>${rows}</ul><button aria-label="Next" title="Place order" onclick="fetch('/ordered')">Next</button>`,
  });
  const model = await startScriptedModel([collect(), FINISH]);
  await useChatModel(extension, model);
  const tab = await extension.context.newPage();
  await tab.goto(`${site.url}/`);
  const panel = await openPanel(extension, await extension.tabIdOf(tab));
  await panel.start('Gather the things');
  await panel.expectStatus('Done');
  const [result] = await readResults(panel);
  expect(result?.message).toContain('it was not pressed');
  expect(result?.rows).toHaveLength(3);
  expect(site.requests).not.toContain('/ordered');
  await Promise.all([model.close(), site.close()]);
});

test('stopped in the middle, it ends at once with what is there', async ({ extension, openDesk }) => {
  const model = await startScriptedModel([collect({ pages: 200 }), FINISH]);
  await useChatModel(extension, model);
  const { panel, tab } = await openDesk('/archive/virtual');
  await panel.start('Gather the archive');
  await expect
    .poll(() => tab.evaluate(() => document.getElementById('virtual')?.scrollTop))
    .toBeGreaterThan(500);
  await panel.stop.click();
  await panel.expectStatus('Stopped');
  await expect.poll(async () => (await readResults(panel)).length).toBe(1);
  const [result] = await readResults(panel);
  expect(result?.message).toContain('stopped');
  expect(result?.rows.length).toBeGreaterThan(5);
  await model.close();
});

const isScrolled = () => (document.getElementById('virtual')?.scrollTop ?? 0) > 500;

for (const { path, waitUntilUnderWay } of [
  { path: '/archive', waitUntilUnderWay: (tab: Page) => tab.waitForURL(/page=2$/, { waitUntil: 'commit' }) },
  { path: '/archive/virtual', waitUntilUnderWay: (tab: Page) => tab.waitForFunction(isScrolled) },
])
  test(`the worker killed in mid-collection: it goes on where it was, each row once and in order: ${path}`, async ({
    extension,
    openDesk,
  }) => {
    const model = await startScriptedModel([collect(), collect({ offset: 200 }), FINISH]);
    await useChatModel(extension, model);
    const { panel, tab } = await openDesk(path);
    const underWay = waitUntilUnderWay(tab);
    await panel.start('Gather the archive');
    await underWay;
    await extension.killWorker();
    await panel.expectStatus('Done');
    const [first, second] = await readResults(panel);
    const count = path === '/archive' ? 61 : 300;
    const rows = count > 200 ? [...(first?.rows ?? []).slice(0, 200), ...(second?.rows ?? [])] : first?.rows;
    expect(first?.message).toContain('that is all of it');
    expect(rows?.map((row) => Object.values(row)[0]?.slice(0, 9))).toEqual(numbers(1, count));
    const events = await readEvents(panel.page);
    expect(events.filter((event) => event.type === 'action-ended')).toHaveLength(3);
    await model.close();
  });
