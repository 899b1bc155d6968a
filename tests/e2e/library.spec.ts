import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { blobHashes } from '../../lib/trajectories/blob-hashes';
import { parseRunDocument } from '../../lib/trajectories/export/json';
import { countRows, readEvents } from './support/log';
import type { Panel } from './support/panel';
import { expect, test } from './support/test';

/** Two runs of the built-in rules, one after the other, in the same tab. */
async function makeTwoRuns(panel: Panel): Promise<{ lamps: string; kettles: string }> {
  await panel.start('search for lamp');
  await panel.expectStatus('Done');
  await panel.page.getByRole('button', { name: 'New task' }).click();
  await panel.start('search for kettle');
  await panel.expectStatus('Done');
  const events = await readEvents(panel.page);
  const idOf = (word: string) =>
    events.find((event) => event.type === 'run-started' && event.task.text.includes(word))?.runId ?? '';
  return { lamps: idOf('lamp'), kettles: idOf('kettle') };
}

function runsIn(library: Page) {
  return library.getByRole('list', { name: 'Runs' }).getByRole('listitem');
}

test('the library lists the runs, filters them, and opens one with every event of its log', async ({
  extension,
  openDesk,
}) => {
  const { panel } = await openDesk('/shop');
  const { lamps } = await makeTwoRuns(panel);
  const library = await extension.open('library.html');
  const runs = runsIn(library);
  await expect(runs).toHaveText([/search for kettle/, /search for lamp/]);
  await expect(runs.first()).toContainText('Done');

  const filter = library.getByRole('searchbox', { name: 'Filter' });
  await filter.fill('LAMP');
  await expect(runs).toHaveText([/search for lamp/]);
  await filter.fill('no such run');
  await expect(library.getByText('Nothing matches.')).toBeVisible();
  await filter.fill('lamp');
  await runs.getByRole('link').click();
  await expect(library).toHaveURL(new RegExp(`\\?run=${lamps}$`));

  const own = (await readEvents(library)).filter((event) => event.runId === lamps);
  const timeline = library.getByRole('list', { name: 'Timeline' });
  await expect(timeline.getByRole('listitem')).toHaveCount(own.length);
  await expect(timeline.getByRole('listitem').first()).toContainText('Start');
  await timeline.getByText('Page read').first().click();
  await timeline.getByRole('button', { name: 'Show what the planner read' }).click();
  await expect(timeline).toContainText('searchbox "Search the shop"');

  await library.goBack();
  await expect(library.getByText('Choose a run to see everything')).toBeVisible();
  await library.goto(library.url().replace(/[?].*|$/, '?run=gone'));
  await expect(library.getByText('This run is not here any more.')).toBeVisible();
});

test('a deleted run is gone with its events and its texts, the other one is whole', async ({
  extension,
  openDesk,
}) => {
  const { panel } = await openDesk('/shop');
  const { lamps, kettles } = await makeTwoRuns(panel);
  const before = await readEvents(panel.page);
  const library = await extension.open(`library.html?run=${lamps}`);
  await library.getByRole('main').getByRole('button', { name: 'Delete', exact: true }).click();
  const dialog = library.getByRole('dialog', { name: 'Delete this run?' });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(runsIn(library)).toHaveCount(2);
  await library.getByRole('main').getByRole('button', { name: 'Delete', exact: true }).click();
  await dialog.getByRole('button', { name: 'Delete' }).click();

  await expect(runsIn(library)).toHaveText([/search for kettle/]);
  await expect(library).toHaveURL(/library\.html$/);
  const kept = before.filter((event) => event.runId === kettles);
  expect(await readEvents(library)).toEqual(kept);
  expect(await countRows(library, 'blobs')).toBe(new Set(blobHashes(kept)).size);
  expect(await countRows(library, 'runs')).toBe(1);
});

test('the exported file is the whole run, and every text in it has the hash that the log names', async ({
  extension,
  openDesk,
}) => {
  const { panel } = await openDesk('/shop');
  const { kettles } = await makeTwoRuns(panel);
  const library = await extension.open(`library.html?run=${kettles}`);
  await library.getByRole('button', { name: 'Export' }).click();
  const dialog = library.getByRole('dialog', { name: 'Export this run' });
  await expect(dialog).toContainText(`errand-${kettles}.json`);
  const downloading = library.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe(`errand-${kettles}.json`);

  const document = await parseRunDocument(await readFile(await download.path(), 'utf8'), (text) =>
    Promise.resolve(createHash('sha256').update(text).digest('hex')),
  );
  const own = (await readEvents(library)).filter((event) => event.runId === kettles);
  expect(document.events).toEqual(own);
  expect(document.run).toMatchObject({ id: kettles, status: 'done' });
  expect(Object.keys(document.blobs).sort()).toEqual([...new Set(blobHashes(own))].sort());
});
