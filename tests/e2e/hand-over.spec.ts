import { readEvents } from './support/log';
import { startPages } from './support/pages';
import { openPanel } from './support/panel';
import { startScriptedModel, type Turn } from './support/scripted-model';
import { useChatModel } from './support/settings';
import { expect, test } from './support/test';

const PAGE = `
  <h1>Till</h1>
  <div role="button" tabindex="0" id="pay">Collect</div>
  <button id="copy">Copy link</button>
  <label>Code <input id="code"></label>
  <p id="out"></p>
  <script>
    pay.addEventListener('click', (event) => {
      if (event.isTrusted) fetch('/receipt').then((answer) => answer.text()).then((text) => { out.textContent = text; });
    });
    copy.addEventListener('click', () => document.body.requestFullscreen().then(() => { out.textContent = 'Big'; }, () => {}));
    code.addEventListener('change', (event) => { if (event.isTrusted) out.textContent = 'Code ' + code.value; });
  </script>`;

const press =
  (name: string): Turn =>
  (view) => [{ name: 'click', args: { ref: view.ref('button', name) } }];

const finish: Turn = () => [{ name: 'finish', args: { success: true, answer: 'Done.' } }];

test('a button that hears real clicks only is handed to the user; the run goes on by itself, also after the worker died', async ({
  extension,
}) => {
  const site = await startPages({ '/': PAGE, '/receipt': 'Paid, thank you' });
  const model = await startScriptedModel([press('Collect'), press('Collect'), finish]);
  await useChatModel(extension, model);
  const tab = await extension.context.newPage();
  await tab.goto(site.url);
  const panel = await openPanel(extension, await extension.tabIdOf(tab));
  await panel.start('Pay');
  await panel.expectStatus('Needs you');
  const card = panel.page.getByRole('region', { name: 'Hand-over' });
  await expect(card).toContainText('Please click button “Collect” yourself; I go on after that.');
  await expect(card.getByRole('button', { name: 'Done' })).toBeVisible();
  await expect(tab.locator('[popover]')).toHaveCount(1);

  await extension.killWorker();
  await tab.getByRole('button', { name: 'Collect' }).click();
  await panel.expectStatus('Done');
  await expect(tab.locator('[popover]')).toHaveCount(0);
  await expect(tab.locator('#out')).toContainText('Paid, thank you');
  const events = await readEvents(panel.page);
  const last = events.flatMap((event) => (event.type === 'action-ended' ? [event.result] : [])).at(-2);
  expect(last).toMatchObject({
    status: 'done',
    message: 'the user did it: the user clicked button "Collect"; the page changed in place',
  });
  await Promise.all([model.close(), site.close()]);
});

test('what the browser allows on a click of the user only is handed over; Skip tells the planner', async ({
  extension,
}) => {
  const site = await startPages({ '/': PAGE });
  const model = await startScriptedModel([press('Copy link'), finish]);
  await useChatModel(extension, model);
  const tab = await extension.context.newPage();
  await tab.goto(site.url);
  const panel = await openPanel(extension, await extension.tabIdOf(tab));
  // Playwright's own scripts count as a click of the user for a while; a new document knows nothing of it.
  await tab.reload();
  await panel.start('Show it big');
  const card = panel.page.getByRole('region', { name: 'Hand-over' });
  await card.getByRole('button', { name: 'Skip' }).click();
  await panel.expectStatus('Done');
  await expect(tab.locator('[popover]')).toHaveCount(0);
  const read = JSON.stringify(model.chats().at(-1));
  expect(read).toContain('Only the user can do this, and they did not');
  await Promise.all([model.close(), site.close()]);
});

test('a question about a field is answered by filling it in, and stopping takes the outline away', async ({
  extension,
}) => {
  const site = await startPages({ '/': PAGE });
  const ask: Turn = (view) => [
    { name: 'ask_user', args: { question: 'Please type the code.', ref: view.ref('textbox', 'Code') } },
  ];
  const model = await startScriptedModel([ask, ask, finish]);
  await useChatModel(extension, model);
  const tab = await extension.context.newPage();
  await tab.goto(site.url);
  const panel = await openPanel(extension, await extension.tabIdOf(tab));
  await panel.start('Enter the code');
  await panel.expectStatus('Needs you');
  await expect(tab.locator('[popover]')).toHaveCount(1);
  await tab.bringToFront();
  await tab.locator('#code').pressSequentially('1234');
  await tab.locator('#code').blur();
  await expect(tab.locator('#out')).toHaveText('Code 1234');
  await expect.poll(() => model.chats().length).toBe(2);
  expect(JSON.stringify(model.chats().at(-1))).toContain('the user typed into textbox');
  await expect(tab.locator('[popover]')).toHaveCount(1);
  await panel.stop.click();
  await panel.expectStatus('Stopped');
  await expect(tab.locator('[popover]')).toHaveCount(0);
  await Promise.all([model.close(), site.close()]);
});
