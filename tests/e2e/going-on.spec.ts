import type { Page } from '@playwright/test';
import { readEvents } from './support/log';
import { startPages } from './support/pages';
import { openPanel } from './support/panel';
import { startScriptedModel, startSeeingModel } from './support/scripted-model';
import { useChatModel } from './support/settings';
import { expect, test } from './support/test';

const LAMP = '<h1>Lamp</h1><p>Price 30</p><button onclick="this.textContent += \'+\'">Brighter</button>';

/** Types budgets into the settings, as a user does. */
async function setBudgets(settings: Page, amounts: Record<string, string>): Promise<void> {
  for (const [name, amount] of Object.entries(amounts))
    await settings.getByRole('spinbutton', { name }).fill(amount);
  await settings.getByRole('button', { name: 'Save' }).click();
  await expect(settings.getByRole('status')).toHaveText(/saved/i);
  await settings.close();
}

test('a budget of tokens pauses with a question; on with another amount, then to the end', async ({
  extension,
}) => {
  const pages = await startPages({ '/': LAMP });
  // 1,020 tokens each.
  const model = await startScriptedModel([
    () => [{ name: 'read_page', args: {} }],
    () => [{ name: 'find_text', args: { text: 'Price' } }],
    () => [{ name: 'find_text', args: { text: 'Lamp' } }],
    () => [{ name: 'finish', args: { success: true, answer: 'It costs 30.' } }],
  ]);
  await useChatModel(extension, model);
  await setBudgets(await extension.open('settings.html'), { 'Tokens per task': '2000' });
  const tab = await extension.context.newPage();
  await tab.goto(pages.url);
  const panel = await openPanel(extension, await extension.tabIdOf(tab));
  await panel.start('What does the lamp cost?');
  await panel.expectStatus('Paused');
  expect(model.chats()).toHaveLength(2);
  const card = panel.page.getByRole('region', { name: 'Pause' });
  await expect(card).toContainText('This run has used 2,040 tokens.');
  await card.getByRole('spinbutton', { name: 'More tokens' }).fill('1000');
  await card.getByRole('button', { name: 'Go on' }).click();
  await expect(card).toContainText('This run has used 3,060 tokens.');
  await card.getByRole('button', { name: 'Go on' }).click();
  await panel.expectStatus('Done');
  const paused = (await readEvents(panel.page)).flatMap((event) =>
    event.type === 'run-paused' ? [event.reached?.limit] : [],
  );
  expect(paused).toEqual([2000, 3040]);
  await Promise.all([model.close(), pages.close()]);
});

test("a day's budget holds up runs in other tabs too, each until it is let go on today", async ({
  extension,
}) => {
  const pages = await startPages({ '/': LAMP });
  const model = await startScriptedModel([
    () => [{ name: 'finish', args: { success: true, answer: 'It costs 30.' } }],
  ]);
  await useChatModel(extension, model);
  await setBudgets(await extension.open('settings.html'), { 'Steps per day': '1' });
  const panels = [];
  for (let count = 0; count < 2; count += 1) {
    const tab = await extension.context.newPage();
    await tab.goto(pages.url);
    panels.push(await openPanel(extension, await extension.tabIdOf(tab)));
  }
  const [first, second] = panels;
  if (!first || !second) throw new Error('two panels are needed');
  await first.start('What does the lamp cost?');
  await first.expectStatus('Done');
  await second.start('What does the lamp cost?');
  await second.expectStatus('Paused');
  expect(model.chats()).toHaveLength(1);
  const card = second.page.getByRole('region', { name: 'Pause' });
  await expect(card).toContainText("Today's limit of 1 step is reached");
  await first.start('And once more?');
  await first.expectStatus('Paused');
  await card.getByRole('button', { name: 'Go on today' }).click();
  await second.expectStatus('Done');
  await first.expectStatus('Paused');
  await Promise.all([model.close(), pages.close()]);
});

test('a question about the result and another task go on in the same run, with what it knows', async ({
  extension,
}) => {
  const pages = await startPages({ '/': LAMP });
  const model = await startSeeingModel((view) => {
    if (view.shows('Task: Make it brighter')) {
      const isDone = view.shows('"Brighter+"');
      return isDone
        ? [{ name: 'finish', args: { success: true, answer: 'Brighter now.', evidence: '"Brighter+"' } }]
        : [{ name: 'click', args: { ref: view.ref('button', 'Brighter') } }];
    }
    const answer = view.shows('Task: Why?') ? 'The page says so.' : 'It costs 30.';
    return [{ name: 'finish', args: { success: true, answer } }];
  });
  await useChatModel(extension, model);
  const tab = await extension.context.newPage();
  await tab.goto(pages.url);
  const panel = await openPanel(extension, await extension.tabIdOf(tab));
  await panel.start('What does the lamp cost?');
  await expect(panel.result).toContainText('It costs 30.');
  await panel.start('Why?');
  await expect(panel.result).toContainText('The page says so.');
  expect(model.chats()).toHaveLength(2);
  await panel.start('Make it brighter');
  await expect(panel.result).toContainText('Brighter now.');
  await expect(panel.steps).toContainText('It costs 30.');
  await expect(panel.steps).toContainText('Why?');
  await expect(tab.getByRole('button')).toHaveText('Brighter+');

  const [one, two] = model.chats().map(({ messages }) => messages);
  expect(two?.slice(0, one?.length)).toEqual(one);
  const events = await readEvents(panel.page);
  expect(new Set(events.map(({ runId }) => runId)).size).toBe(1);
  expect(events.filter(({ type }) => type === 'follow-up')).toHaveLength(2);

  await panel.result.getByRole('button', { name: 'New task' }).click();
  await panel.start('What does the lamp cost?');
  await expect(panel.result).toContainText('It costs 30.');
  expect(new Set((await readEvents(panel.page)).map(({ runId }) => runId)).size).toBe(2);
  await Promise.all([model.close(), pages.close()]);
});

test('a follow-up on a run whose tab was closed works in the tab of the panel', async ({ extension }) => {
  const pages = await startPages({ '/': LAMP, '/other': '<h1>Chair</h1><p>Price 80</p>' });
  const model = await startSeeingModel((view) => {
    if (!view.shows('Page in tab') || view.shows('Price 80'))
      return [{ name: 'finish', args: { success: true, answer: 'The chair costs 80.' } }];
    if (view.shows('Task: And here?')) return [{ name: 'read_page', args: {} }];
    return view.shows('tab was opened') || view.shows('You work in tab')
      ? [{ name: 'finish', args: { success: true, answer: 'Opened.' } }]
      : [{ name: 'open_tab', args: { url: pages.url } }];
  });
  await useChatModel(extension, model);
  const tab = await extension.context.newPage();
  await tab.goto(pages.url);
  const panel = await openPanel(extension, await extension.tabIdOf(tab));
  const opened = extension.context.waitForEvent('page');
  await panel.start('Open it once more');
  const second = await opened;
  await expect(panel.result).toContainText('Opened.');
  await second.close();
  await tab.goto(`${pages.url}/other`);
  await panel.start('And here?');
  await expect(panel.result).toContainText('The chair costs 80.');
  const followed = (await readEvents(panel.page)).find(({ type }) => type === 'follow-up');
  expect(followed).toMatchObject({ tab: { url: `${pages.url}/other` } });
  await Promise.all([model.close(), pages.close()]);
});

test('a word to a paused run lets it go on, and is read first', async ({ extension }) => {
  const pages = await startPages({ '/': LAMP });
  const model = await startSeeingModel((view) =>
    view.shows('The user says: that is enough')
      ? [{ name: 'finish', args: { success: true, answer: 'Enough.' } }]
      : [{ name: 'scroll', args: { direction: view.text.length % 2 === 0 ? 'up' : 'down' } }],
  );
  await useChatModel(extension, model);
  const tab = await extension.context.newPage();
  await tab.goto(pages.url);
  const panel = await openPanel(extension, await extension.tabIdOf(tab));
  await panel.start('Look about until I say so');
  await expect(panel.steps.getByRole('listitem').nth(1)).toBeVisible();
  await panel.pause.click();
  await panel.expectStatus('Paused');
  await panel.page.getByRole('textbox', { name: /Tell Errand/ }).fill('that is enough');
  await panel.page.keyboard.press('Enter');
  await expect(panel.result).toContainText('Enough.');
  await Promise.all([model.close(), pages.close()]);
});
