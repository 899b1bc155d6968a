import { readEvents } from './support/log';
import { openPanel } from './support/panel';
import { startScriptedModel, type Turn } from './support/scripted-model';
import { useChatModel } from './support/settings';
import { expect, test } from './support/test';

const finish =
  (answer: string): Turn =>
  () => [{ name: 'finish', args: { success: true, answer } }];

test('a session that has ended: the user is asked to sign in, and the run goes on by itself when they have, also after the worker died', async ({
  extension,
  site,
}) => {
  const open: Turn = () => [{ name: 'navigate', args: { url: `${site.url}/account` } }];
  const model = await startScriptedModel([open, finish('M-2041')]);
  await useChatModel(extension, model);
  const tab = await extension.context.newPage();
  await tab.goto(`${site.url}/shop`);
  const panel = await openPanel(extension, await extension.tabIdOf(tab));
  await panel.start('Tell me my member number');
  await panel.expectStatus('Needs you');
  const card = panel.page.getByRole('region', { name: 'Sign-in' });
  await expect(card).toContainText(
    `Please sign in to ${new URL(site.url).host} yourself; I go on after that.`,
  );
  // Nobody else is asked meanwhile.
  expect(model.chats()).toHaveLength(1);

  await extension.killWorker();
  await tab.getByLabel('User name').fill('robin');
  await tab.getByLabel('Password').fill('practice-2026');
  await tab.getByRole('button', { name: 'Log in' }).click();
  await panel.expectStatus('Done');
  expect(site.state.logins).toEqual(['robin']);
  const read = String(model.chats().at(-1)?.messages.at(-1)?.content);
  expect(read).toContain('That page asked to sign in; the user has done that themselves.');
  expect(read).toContain('Member number: M-2041');
  const log = JSON.stringify(await readEvents(panel.page));
  expect(log).toContain('"by":"page"');
  expect(log).not.toContain('practice-2026');
  await model.close();
});

test('a test for people in a frame of another site: the user is asked to pass it, and the run goes on by itself', async ({
  extension,
  site,
}) => {
  const open: Turn = () => [{ name: 'navigate', args: { url: `${site.url}/vault` } }];
  const model = await startScriptedModel([open, finish('Quartz')]);
  await useChatModel(extension, model);
  const tab = await extension.context.newPage();
  await tab.goto(`${site.url}/shop`);
  const panel = await openPanel(extension, await extension.tabIdOf(tab));
  await panel.start('Tell me the word in the vault');
  await panel.expectStatus('Needs you');
  await expect(panel.page.getByRole('region', { name: 'Sign-in' })).toContainText('that you are a person');
  await tab.frameLocator('iframe').getByRole('button', { name: 'I am a person' }).click();
  await panel.expectStatus('Done');
  expect(model.chats()).toHaveLength(2);
  const read = String(model.chats()[1]?.messages.at(-1)?.content);
  expect(read).toContain('wanted proof of a person; the user has given it');
  expect(read).toContain('The word is Quartz');
  await model.close();
});
