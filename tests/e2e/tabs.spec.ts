import { startEndpoint } from '../support/loopback-endpoint.ts';
import type { Browser } from './support/extension';
import { readEvents } from './support/log';
import { startPages } from './support/pages';
import { openPanel, type Panel } from './support/panel';
import { startScriptedModel, type View, viewOf } from './support/scripted-model';
import { useChatModel } from './support/settings';
import { expect, test } from './support/test';

const PAGES = {
  '/': '<h1>First</h1><a href="/second" target="_blank">Open the second</a>',
  '/second': '<h1>Second</h1><button onclick="out.textContent = `Pressed`">Press</button><p id="out"></p>',
  '/third': '<h1>Third</h1>',
};

/** Id of the tab in whose newest observation this page stands. */
function tabOf(view: View, path: string): number {
  const found = [...view.text.matchAll(/Page in tab (\d+):\n<page-\w+>\npage "Page (\S+)"/g)];
  return Number(found.findLast((match) => match[2] === path)?.[1]);
}

/** Which of the pages the browser shows, in the order in which their tabs were opened. */
function shownPages(extension: Browser, origin: string): string[] {
  const urls = extension.context.pages().map((page) => page.url());
  return urls.filter((url) => url.startsWith(origin)).map((url) => new URL(url).pathname);
}

test('a link that opens a new tab is followed, and the run works there', async ({ extension }) => {
  const pages = await startPages(PAGES);
  const model = await startScriptedModel([
    (view) => [{ name: 'click', args: { ref: view.ref('link', 'Open the second') } }],
    (view) => [{ name: 'click', args: { ref: view.ref('button', 'Press') } }],
    () => [{ name: 'finish', args: { success: true, answer: 'Pressed.', evidence: 'Pressed' } }],
  ]);
  await useChatModel(extension, model);
  const tab = await extension.context.newPage();
  await tab.goto(pages.url);
  const panel = await openPanel(extension, await extension.tabIdOf(tab));
  const opened = extension.context.waitForEvent('page');
  await panel.start('Open the second page and press the button');
  await panel.expectStatus('Done');
  await expect((await opened).getByText('Pressed')).toBeVisible();
  expect(shownPages(extension, pages.url)).toEqual(['/', '/second']);
  const attached = (await readEvents(panel.page)).filter((event) => event.type === 'tab-attached');
  expect(attached).toHaveLength(1);
  await Promise.all([model.close(), pages.close()]);
});

test('tabs are opened, switched between and closed by the planner; the last one stays', async ({
  extension,
}) => {
  const pages = await startPages(PAGES);
  const model = await startScriptedModel([
    () => [{ name: 'open_tab', args: { url: `${pages.url}/second` } }],
    (view) => [{ name: 'switch_tab', args: { tab: tabOf(view, '/') } }],
    () => [{ name: 'navigate', args: { url: `${pages.url}/third` } }],
    (view) => [{ name: 'close_tab', args: { tab: tabOf(view, '/second') } }],
    () => [{ name: 'close_tab', args: {} }],
    (view) => [{ name: 'switch_tab', args: { tab: tabOf(view, '/second') } }],
    () => [{ name: 'finish', args: { success: true, answer: 'One tab is left.' } }],
  ]);
  await useChatModel(extension, model);
  const tab = await extension.context.newPage();
  await tab.goto(pages.url);
  const panel = await openPanel(extension, await extension.tabIdOf(tab));
  await panel.start('Juggle tabs');
  await panel.expectStatus('Done');
  await expect(panel.result).toContainText('One tab is left.');
  expect(shownPages(extension, pages.url)).toEqual(['/third']);
  const results = (await readEvents(panel.page)).flatMap((event) =>
    event.type === 'action-ended'
      ? [event.result.status === 'failed' ? event.result.failure.code : event.result.status]
      : [],
  );
  expect(results.slice(0, 6)).toEqual(['done', 'done', 'done', 'done', 'last-tab', 'unknown-tab']);
  await Promise.all([model.close(), pages.close()]);
});

test('two runs at once, one in each tab: both planners are asked before either has answered', async ({
  extension,
  openDesk,
  site,
}) => {
  let bothAsked = (): void => undefined;
  const isAsked = new Promise<void>((resolve) => (bothAsked = resolve));
  const asking = new Set<string>();
  const model = await startEndpoint({
    answer: async (body) => {
      const view = viewOf(body);
      const word = /Task: Search for (\w+)/.exec(view.text)?.[1] ?? '';
      if (asking.add(word).size === 2) bothAsked();
      await isAsked;
      if (view.shows('Results for'))
        return { calls: [{ name: 'finish', args: { success: true, answer: `Found ${word}.` } }] };
      const args = { ref: view.ref('searchbox', 'Search the shop'), text: word, submit: true };
      return { calls: [{ name: 'type_text', args }] };
    },
  });
  await useChatModel(extension, model);
  const first = await openDesk('/shop');
  const second = await openDesk('/shop');
  await first.panel.start('Search for kettle');
  await second.panel.start('Search for lamp');
  for (const { panel, tab, word } of [
    { ...first, word: 'kettle' },
    { ...second, word: 'lamp' },
  ]) {
    await panel.expectStatus('Done');
    await expect(panel.result).toContainText(`Found ${word}.`);
    expect(new URL(tab.url()).searchParams.get('q')).toBe(word);
  }
  expect(new Set((await readEvents(first.panel.page)).map((event) => event.runId)).size).toBe(2);
  expect(site.state.orders).toEqual([]);
  await model.close();
});

test('a second run on a tab at work is refused in words, also when both are started in the same moment', async ({
  extension,
  openDesk,
}) => {
  const { panel, tabId } = await openDesk('/inbox');
  const other = await openPanel(extension, tabId);
  await Promise.all([panel, other].map((one) => one.task.fill('click "Compose", click "Send message"')));
  await Promise.all([panel, other].map((one) => pressRunOnSignal(one)));
  await signalToPress(panel);
  await expect
    .poll(async () => (await Promise.all([panel, other].map((one) => noticeOf(one)))).join(''))
    .toContain('Another run works on this tab. Stop it first.');
  const started = (await readEvents(panel.page)).filter((event) => event.type === 'run-started');
  expect(started).toHaveLength(1);
});

const PRESS = 'press-run';

/** The button is pressed when the signal comes, so that two panels can be as close as two hands. */
function pressRunOnSignal(panel: Panel): Promise<void> {
  return panel.run.evaluate((button: HTMLButtonElement, name) => {
    new BroadcastChannel(name).addEventListener('message', () => button.click(), { once: true });
  }, PRESS);
}

function signalToPress(panel: Panel): Promise<void> {
  return panel.page.evaluate((name) => new BroadcastChannel(name).postMessage(undefined), PRESS);
}

async function noticeOf(panel: Panel): Promise<string> {
  return (await panel.page.getByRole('alert').allInnerTexts()).join('');
}
