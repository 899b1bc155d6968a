import { startEndpoint } from '../support/loopback-endpoint.ts';
import { readEvents } from './support/log';
import { startPages } from './support/pages';
import { openPanel } from './support/panel';
import { useChatModel } from './support/settings';
import { expect, test } from './support/test';

const PAGE = `
  <h1>Shop</h1><p>Words to read</p>
  <label>Search <input id="search"></label>
  <label>Password <input type="password"></label>
  <button onclick="this.textContent = 'Applied'">Apply</button>
  <iframe src="/inside" title="Inside"></iframe>`;

test('the user acts in the tab: the run rests, and goes on from there with one click, told what they did', async ({
  extension,
}) => {
  const site = await startPages({ '/': PAGE, '/inside': '<button>Accept</button>' });
  const model = await startEndpoint({
    // The first thought takes until the user is through.
    answer: (_, index) =>
      index === 0
        ? new Promise<never>(() => undefined)
        : { say: 'I go on.', calls: [{ name: 'finish', args: { success: true, answer: 'Done.' } }] },
  });
  await useChatModel(extension, model);
  const tab = await extension.context.newPage();
  await tab.goto(site.url);
  const panel = await openPanel(extension, await extension.tabIdOf(tab));
  await panel.start('Buy a kettle');
  await expect.poll(() => model.chats().length).toBe(1);

  await tab.bringToFront();
  await tab.getByText('Words to read').click();
  await tab.mouse.wheel(0, 100);
  await tab.getByLabel('Search').pressSequentially('kettle');
  await panel.expectStatus('Paused');
  const card = panel.page.getByRole('region', { name: 'Take-over' });
  await expect(card).toContainText('You are acting on the page, so I wait.');
  await expect(card).toContainText('You typed into text box “Search”');

  // What they do while it rests is noted too, also when the worker has to be woken for it.
  await extension.killWorker();
  await tab.getByLabel('Password').pressSequentially('hunter2');
  await tab.getByRole('button', { name: 'Apply' }).click();
  await tab.frameLocator('iframe').getByRole('button', { name: 'Accept' }).click();
  await expect(card).toContainText('Accept');
  await panel.expectStatus('Paused');

  await card.getByRole('button', { name: 'Go on' }).click();
  await panel.expectStatus('Done');
  const read = String(model.chats().at(-1)?.messages.at(-1)?.content);
  expect(read).toMatch(/The user took over.*They did:\n<page-\w+>\n/);
  for (const line of [
    'typed into textbox "Search": "kettle"\n',
    'typed into textbox "Password"\n',
    'clicked button "Apply"\n',
    'clicked button "Accept"\n',
  ])
    expect(read).toContain(line);
  expect(read).toContain('button "Applied"');
  const events = await readEvents(panel.page);
  expect(JSON.stringify(events)).not.toContain('hunter2');
  expect(events.filter(({ type }) => type === 'run-resumed')).toHaveLength(1);
  await expect(panel.steps).toContainText('You clicked button “Apply”');

  // The run is over: what they do now is nobody's business.
  await tab.getByRole('button', { name: 'Applied' }).click();
  await panel.expectStatus('Done');
  expect(await readEvents(panel.page)).toHaveLength(events.length);
  await Promise.all([model.close(), site.close()]);
});
