import { type Fault, startEndpoint } from '../support/loopback-endpoint.ts';
import { readEvents } from './support/log';
import { startSeeingModel } from './support/scripted-model';
import { useChatModel, useRules } from './support/settings';
import { openPanel } from './support/panel';
import { launchBrowser } from './support/extension';
import { expect, test } from './support/test';

test('an empty task is not started, and says so', async ({ openDesk }) => {
  const { panel } = await openDesk('/shop');
  await panel.run.click();
  await expect(panel.page.getByRole('alert')).toBeVisible();
  await panel.expectStatus('Ready');
  expect(await readEvents(panel.page)).toEqual([]);
});

const FAULTS: [string, Fault, RegExp][] = [
  ['a wrong key (401)', { fault: 'unauthorized' }, /key/i],
  ['an unknown model (404)', { fault: 'unknown-model' }, /model/i],
];

for (const [what, fault, words] of FAULTS) {
  test(`${what}: a clear message, the task kept, and the run goes on when it is mended`, async ({
    extension,
    openDesk,
  }) => {
    const model = await startEndpoint({
      faults: [fault],
      script: [{ calls: [{ name: 'finish', args: { success: true, answer: 'Mended.' } }] }],
    });
    await useChatModel(extension, model);
    const { panel } = await openDesk('/shop');
    await panel.start('Say hello');
    await panel.expectStatus('Failed');
    await expect(panel.page.getByRole('main')).toContainText(words);
    await panel.page.getByRole('button', { name: /Resume|Try again/ }).click();
    await panel.expectStatus('Done');
    await expect(panel.result).toContainText('Mended.');
    await model.close();
  });
}

test('no endpoint reachable: said with its address', async ({ extension, openDesk }) => {
  const gone = await startEndpoint();
  await gone.close();
  await useChatModel(extension, gone);
  const { panel } = await openDesk('/shop');
  await panel.start('Say hello');
  await expect(panel.status).toHaveText(/^Failed/, { timeout: 45_000 });
  await expect(panel.page.getByRole('main')).toContainText(new URL(gone.baseUrl).host);
});

test('a reply cut in mid-stream never executes half an action; the next try goes on', async ({
  extension,
  openDesk,
}) => {
  const model = await startEndpoint({
    faults: [{ fault: 'cut' }, { fault: 'no-finish' }],
    script: [{ calls: [{ name: 'finish', args: { success: true, answer: 'Whole.' } }] }],
  });
  await useChatModel(extension, model);
  const { panel } = await openDesk('/shop');
  await panel.start('Say hello');
  for (let tries = 0; tries < 3; tries += 1) {
    await expect(panel.status).toHaveText(/^(Failed|Done)/, { timeout: 45_000 });
    if (/^Done/.test((await panel.status.textContent()) ?? '')) break;
    await panel.page.getByRole('button', { name: /Resume|Try again/ }).click();
    await expect(panel.status).not.toHaveText(/^Failed/);
  }
  await panel.expectStatus('Done');
  const events = await readEvents(panel.page);
  expect(events.filter((event) => event.type === 'action-intended' && event.call.name !== 'finish')).toEqual(
    [],
  );
  await model.close();
});

test('a browser page cannot be touched: said, and Run is off', async ({ extension }) => {
  const tab = await extension.context.newPage();
  await tab.goto('chrome://version');
  const asker = await extension.open('settings.html');
  const tabId = await asker.evaluate(
    async () => (await chrome.tabs.query({ url: 'chrome://version/*' }))[0]?.id ?? -1,
  );
  const panel = await openPanel(extension, tabId);
  await expect(panel.page.getByRole('main')).toContainText(/browser page|cannot/i);
});

test('the tab closed in mid-run: the run ends with the reason and nothing is lost', async ({
  extension,
  openDesk,
}) => {
  const model = await startSeeingModel(() => [{ name: 'scroll', args: { direction: 'down' } }]);
  await useChatModel(extension, model);
  const { panel, tab } = await openDesk('/shop/search');
  await panel.start('scroll for ever');
  await expect(panel.steps.getByRole('listitem').nth(1)).toBeVisible();
  await tab.close();
  await panel.expectStatus('Failed');
  await expect(panel.page.getByRole('main')).toContainText(/closed/i);
  await model.close();
});

test('the page navigated by the user in mid-run: the run reads the new page and goes on', async ({
  extension,
  openDesk,
  site,
}) => {
  const model = await startSeeingModel((view) =>
    view.shows('Ten messages') || view.shows('Dinner on Friday?')
      ? [{ name: 'finish', args: { success: true, answer: 'The user went to the inbox.' } }]
      : [{ name: 'scroll', args: { direction: 'down' } }],
  );
  await useChatModel(extension, model);
  const { panel, tab } = await openDesk('/shop/search');
  await panel.start('scroll until the inbox is open');
  await expect(panel.steps.getByRole('listitem').nth(1)).toBeVisible();
  await tab.goto(`${site.url}/inbox`);
  await panel.expectStatus('Done');
  await expect(panel.result).toContainText('The user went to the inbox.');
  await model.close();
});

test('the browser restarted in mid-run: the run rests, says so, and goes on when told', async ({ site }) => {
  const first = await launchBrowser();
  const profile = first.profile;
  await useRules(first);
  const tab = await first.context.newPage();
  await tab.goto(`${site.url}/inbox`);
  const panel = await openPanel(first, await first.tabIdOf(tab));
  await panel.start('open "Dinner on Friday?", type "Yes, gladly" into Your reply, click "Send reply"');
  await panel.expectStatus('Needs you');
  await first.context.close();

  const second = await launchBrowser({ profile });
  const library = await second.open('library.html');
  await expect(library.getByText(/Paused/).first()).toBeVisible();
  const [event] = (await readEvents(library)).slice(-1);
  expect(event?.type).toMatch(/run-paused|tab-detached/);
  expect(site.state.messages.flatMap((message) => message.replies)).toEqual([]);
  await second.close();
});
