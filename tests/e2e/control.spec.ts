import { readEvents } from './support/log';
import { startSeeingModel } from './support/scripted-model';
import { useChatModel } from './support/settings';
import { expect, test } from './support/test';

const REPLY_IN_WORDS = 'open "Dinner on Friday?", type "Yes, gladly" into Your reply, click "Send reply"';

test('allowed once: the action happens, exactly once', async ({ openDesk, site }) => {
  const { panel } = await openDesk('/inbox');
  await panel.start(REPLY_IN_WORDS);
  await panel.expectStatus('Needs you');
  await expect(panel.approval).toContainText('Send reply');
  expect(site.state.messages.flatMap((message) => message.replies)).toEqual([]);
  await panel.answer('Allow once');
  await panel.expectStatus('Done');
  expect(site.state.messages.flatMap((message) => message.replies)).toEqual(['Yes, gladly']);
});

test('denied: the action does not happen and the run says so', async ({ openDesk, site }) => {
  const { panel } = await openDesk('/inbox');
  await panel.start(REPLY_IN_WORDS);
  await panel.expectStatus('Needs you');
  await panel.answer('Deny');
  await expect(panel.status).toHaveText(/^(Done|Failed|Stopped)/);
  expect(site.state.messages.flatMap((message) => message.replies)).toEqual([]);
  const events = await readEvents(panel.page);
  const denied = events.find((event) => event.type === 'answered' && event.answer === 'deny');
  expect(denied).toBeDefined();
});

test('paused, resumed and stopped', async ({ extension, openDesk }) => {
  let scrolls = 0;
  const model = await startSeeingModel((view) => {
    scrolls += 1;
    if (view.shows('that is enough')) return [{ name: 'finish', args: { success: true, answer: 'Enough.' } }];
    return [{ name: 'scroll', args: { direction: scrolls % 2 === 0 ? 'up' : 'down' } }];
  });
  await useChatModel(extension, model);
  const { panel } = await openDesk('/shop/search');
  await panel.start('scroll about until I say so');
  await expect(panel.steps.getByRole('listitem').nth(2)).toBeVisible();

  await panel.pause.click();
  await panel.expectStatus('Paused');
  const atPause = (await readEvents(panel.page)).length;
  await expect(panel.page.getByRole('button', { name: 'Resume' })).toBeVisible();
  expect((await readEvents(panel.page)).length).toBeLessThanOrEqual(atPause + 1);

  await panel.page.getByRole('button', { name: 'Resume' }).click();
  await panel.expectStatus('Working');
  await panel.stop.click();
  await panel.expectStatus('Stopped');

  await panel.page.getByRole('button', { name: 'Resume' }).click();
  await panel.expectStatus('Working');
  await panel.page.getByRole('textbox', { name: /Tell Errand/ }).fill('that is enough');
  await panel.page.keyboard.press('Enter');
  await panel.expectStatus('Done');
  await model.close();
});
