import type { Browser } from './support/extension';
import { startPages } from './support/pages';
import { openPanel } from './support/panel';
import { startScriptedModel } from './support/scripted-model';
import { useChatModel } from './support/settings';
import { expect, test } from './support/test';

const replyInWords = (text: string) =>
  `open "Dinner on Friday?", type "${text}" into Your reply, click "Send reply"`;

/** A run on one site whose planner clicks the link to another and then says what it sees. */
async function followLinkElsewhere(extension: Browser) {
  const there = await startPages({ '/': '<h1>The other site</h1>' });
  const here = await startPages({ '/': `<h1>This site</h1><a href="${there.url}/">Go elsewhere</a>` });
  const model = await startScriptedModel([
    (view) => [{ name: 'click', args: { ref: view.ref('link', 'Go elsewhere') } }],
    (view) => {
      const answer = view.shows('heading 1 "The other site"') ? 'Arrived.' : 'Stayed.';
      return [{ name: 'finish', args: { success: true, answer } }];
    },
  ]);
  await useChatModel(extension, model);
  const tab = await extension.context.newPage();
  await tab.goto(here.url);
  const panel = await openPanel(extension, await extension.tabIdOf(tab));
  await panel.start('Go to the other site');
  await panel.expectStatus('Needs you');
  await expect(panel.approval).toContainText(there.url);
  expect(there.requests).toEqual([]);
  const close = () => Promise.all([model.close(), here.close(), there.close()]);
  return { here, there, tab, panel, model, close };
}

test('a link to another origin: denied, the run stays where it is and the planner is told', async ({
  extension,
}) => {
  const { here, there, tab, panel, model, close } = await followLinkElsewhere(extension);
  await panel.answer('Deny');
  await panel.expectStatus('Done');
  await expect(panel.result).toContainText('Stayed.');
  expect(tab.url()).toBe(`${here.url}/`);
  expect(there.requests).toEqual([]);
  expect(JSON.stringify(model.chats().at(1)?.messages.at(-1))).toMatch(
    /user (said no|does not|denied|refused)/i,
  );
  await close();
});

test('a link to another origin: allowed once, the run goes on there and nothing is granted for good', async ({
  extension,
}) => {
  const { there, tab, panel, close } = await followLinkElsewhere(extension);
  await panel.answer('Allow once');
  await panel.expectStatus('Done');
  await expect(panel.result).toContainText('Arrived.');
  expect(tab.url()).toBe(`${there.url}/`);
  const settings = await extension.open('settings.html');
  await expect(settings.getByText('Nothing is allowed for good.')).toBeVisible();
  await close();
});

test('allowed on this site: the next run is not asked, until the grant is taken back in the settings', async ({
  extension,
  openDesk,
  site,
}) => {
  const { panel, tab } = await openDesk('/inbox');
  const replies = () => site.state.messages.flatMap((message) => message.replies);
  const startAgain = async (text: string) => {
    await panel.page.getByRole('button', { name: 'New task' }).click();
    await tab.goto(`${site.url}/inbox`);
    await panel.start(replyInWords(text));
  };
  await panel.start(replyInWords('First'));
  await panel.expectStatus('Needs you');
  await panel.answer('Allow on this site');
  await panel.expectStatus('Done');
  await startAgain('Second');
  await panel.expectStatus('Done');
  expect(replies()).toEqual(['First', 'Second']);

  const settings = await extension.open('settings.html');
  const grants = settings.getByRole('list', { name: 'Sites' });
  await expect(grants.getByRole('listitem')).toHaveCount(1);
  await expect(grants).toContainText(site.url);
  await expect(grants).toContainText('Sends something');
  await grants.getByRole('button', { name: 'Take back' }).click();
  await expect(settings.getByText('Nothing is allowed for good.')).toBeVisible();

  await startAgain('Third');
  await panel.expectStatus('Needs you');
  expect(replies()).toEqual(['First', 'Second']);
  await panel.answer('Deny');
  await expect(panel.status).toHaveText(/^(Done|Failed|Stopped)/);
  expect(replies()).toEqual(['First', 'Second']);
});

test('addresses that are no web page are refused without asking, and the planner is told why', async ({
  extension,
  openDesk,
  site,
}) => {
  const urls = [
    'javascript:alert(1)',
    'data:text/html,<h1>hello</h1>',
    'file:///etc/passwd',
    'chrome://settings/',
    ' java\nscript:alert(1)',
    `chrome-extension://${extension.extensionId}/settings.html`,
  ];
  const model = await startScriptedModel([
    ...urls.map((url, index) => () => [{ name: index % 2 === 0 ? 'navigate' : 'open_tab', args: { url } }]),
    () => [{ name: 'finish', args: { success: false, answer: 'None of them may be opened.' } }],
  ]);
  await useChatModel(extension, model);
  const { panel, tab } = await openDesk('/inbox');
  const before = extension.context.pages().length;
  await panel.start('Open strange addresses');
  await expect(panel.status).toHaveText(/^(Done|Failed)/);
  await expect(panel.result).toContainText('None of them may be opened.');
  expect(tab.url()).toBe(`${site.url}/inbox`);
  expect(extension.context.pages()).toHaveLength(before);
  for (const chat of model.chats().slice(1)) {
    const answer = chat.messages.findLast((message) => message.role === 'tool');
    expect(JSON.stringify(answer)).toContain('Only http and https pages can be opened');
  }
  await model.close();
});
