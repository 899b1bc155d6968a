import type { Page } from 'puppeteer-core';
import { attachFiles } from '../bench/zoo/attach-files.ts';
import { readMessages } from '../bench/zoo/read-messages.ts';
import { startPracticeSite } from '../sites/practice/server.mjs';
import { expect, test, useChatModel } from './support/firefox-test';
import { startPages } from './support/pages';
import { startEndpoint } from '../support/loopback-endpoint.ts';
import { startScriptedModel, type Turn, viewOf } from './support/scripted-model';

const press =
  (name: string): Turn =>
  (view) => [{ name: 'click', args: { ref: view.ref('button', name) } }];

const FINISH: Turn = () => [{ name: 'finish', args: { success: true, answer: 'Done.' } }];

function textOf(page: Page, id: string): Promise<string> {
  return page.$eval(`#${id}`, (element) => element.textContent ?? '');
}

test('Firefox: what a page asks is answered at once, as was said beforehand where it was, and told', async ({
  firefox,
  openDesk,
}) => {
  const site = await startPages({
    '/': `<button onclick="alert('Saved'); out.textContent += confirm('Archive this note?') ? 'archived ' : 'kept '">Archive</button>
      <button onclick="print(); out.textContent += prompt('New name?')">Rename</button><p id="out"></p>`,
  });
  const model = await startScriptedModel([
    press('Archive'),
    (view) => [{ name: 'answer_dialog', args: { accept: true } }, ...press('Archive')(view)],
    press('Rename'),
    FINISH,
  ]);
  await useChatModel(firefox, model);
  const { tab, panel } = await openDesk(site.url);
  await panel.start('Archive the note');
  expect(await panel.rest()).toMatch(/^Done/);
  const told = await readMessages(panel.page);
  expect(told[0]).toContain('"Archive this note?" and "Cancel" was answered');
  expect(told[2]).toContain('"Archive this note?" and "OK" was answered');
  expect(told[3]).toContain('"New name?", and "Cancel" was answered');
  expect(await textOf(tab, 'out')).toBe('kept archived null');
  await Promise.all([model.close(), site.close()]);
});

test('Firefox: a button that hears real clicks only is handed to the user; the run goes on after their click', async ({
  firefox,
  openDesk,
}) => {
  const site = await startPages({
    '/': `<button id="collect">Collect</button><p id="out"></p>
      <script>collect.onclick = (event) => { if (event.isTrusted) out.textContent = 'Noted'; };</script>`,
  });
  const model = await startScriptedModel([press('Collect'), press('Collect'), FINISH]);
  await useChatModel(firefox, model);
  const { tab, panel } = await openDesk(site.url);
  await panel.start('Collect');
  await panel.page.waitForSelector('::-p-aria([name="Hand-over"][role="region"])');
  expect(await panel.text()).toContain('Please click button “Collect” yourself');
  await tab.bringToFront();
  await tab.click('#collect');
  await expect.poll(() => panel.rest()).toMatch(/^Done/);
  expect(await textOf(tab, 'out')).toBe('Noted');
  expect((await readMessages(panel.page)).at(-2)).toContain('the user did it');
  await Promise.all([model.close(), site.close()]);
});

test('Firefox: who acts in the tab takes over; the run rests, and goes on told what they did', async ({
  firefox,
  openDesk,
}) => {
  const site = await startPages({
    '/': '<label>Search <input id="search"></label><button id="add" onclick="this.textContent = \'Added\'">Add</button>',
  });
  const model = await startEndpoint({
    // The first thought takes until the user is through.
    answer: (body, index) =>
      index === 0 ? new Promise<never>(() => undefined) : { say: 'I go on.', calls: FINISH(viewOf(body)) },
  });
  await useChatModel(firefox, model);
  const { tab, panel } = await openDesk(site.url);
  await panel.start('Buy a kettle');
  await expect.poll(() => model.chats().length).toBe(1);
  await tab.bringToFront();
  await tab.type('#search', 'kettle');
  await tab.click('#add');
  await expect.poll(() => panel.text()).toContain('You clicked button “Add”');
  expect(await panel.text()).toContain('You are acting on the page, so I wait.');
  await panel.press('Go on');
  await expect.poll(() => panel.rest()).toMatch(/^Done/);
  const read = String(model.chats().at(-1)?.messages.at(-1)?.content);
  expect(read).toContain('typed into textbox "Search": "kettle"\nclicked button "Add"');
  expect(read).toContain('button "Added"');
  await Promise.all([model.close(), site.close()]);
});

test('Firefox: all rows of a list that is spread over pages are gathered, each once and in order', async ({
  firefox,
  openDesk,
}) => {
  const site = await startPracticeSite();
  const model = await startScriptedModel([() => [{ name: 'collect', args: {} }], FINISH]);
  await useChatModel(firefox, model);
  const { tab, panel } = await openDesk(`${site.url}/archive`);
  await panel.start('Gather the archive');
  expect(await panel.rest()).toMatch(/^Done/);
  expect((await readMessages(panel.page))[0]).toContain('from 4 pages: that is all of it');
  const shown = JSON.stringify(
    model
      .chats()
      .at(-1)
      ?.messages.findLast(({ role }) => role === 'tool'),
  );
  const numbers = [...shown.matchAll(/INV-\d{5}/g)].map(([number]) => number);
  // The first rows stand in words before the data.
  expect(numbers.slice(numbers.lastIndexOf('INV-00001'))).toEqual(
    Array.from({ length: 61 }, (_, at) => `INV-${String(at + 1).padStart(5, '0')}`),
  );
  expect(tab.url()).toBe(`${site.url}/archive?page=4`);
  await Promise.all([model.close(), site.close()]);
});

test('Firefox: a file attached in the panel reaches the page once the user has said yes to it', async ({
  firefox,
  openDesk,
}) => {
  const site = await startPages({
    '/': `<label>Receipt <input type="file" id="field"></label><p id="out"></p><script>
      field.onchange = async () => { out.textContent = field.files[0].name + ': ' + await field.files[0].text(); };</script>`,
  });
  const model = await startScriptedModel([
    (view) => [{ name: 'upload_file', args: { ref: view.ref('button', 'Receipt'), files: ['receipt.txt'] } }],
    FINISH,
  ]);
  await useChatModel(firefox, model);
  const { tab, panel } = await openDesk(site.url);
  await attachFiles(panel.page, [{ name: 'receipt.txt', text: 'Paid 30' }]);
  await panel.start('Hand in the receipt');
  expect(await panel.rest()).toMatch(/^Needs you/);
  expect(await textOf(tab, 'out')).toBe('');
  await panel.press('Allow once');
  await expect.poll(() => panel.rest()).toMatch(/^Done/);
  expect(await textOf(tab, 'out')).toBe('receipt.txt: Paid 30');
  await Promise.all([model.close(), site.close()]);
});
