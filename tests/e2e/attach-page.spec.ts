import { readEvents } from './support/log';
import { startScriptedModel } from './support/scripted-model';
import { useChatModel } from './support/settings';
import { expect, test } from './support/test';

test('what is selected on the page goes with the task; a picture of it goes to models that see, secrets covered', async ({
  extension,
  openDesk,
}) => {
  const model = await startScriptedModel([
    () => [{ name: 'finish', args: { success: true, answer: 'Seen.' } }],
  ]);
  await useChatModel(extension, model);
  const { tab, panel } = await openDesk('/login');
  await tab.getByLabel('Password').fill('correct horse');
  await tab.getByText('For practice:').selectText();
  const attach = (name: string) => panel.page.getByRole('button', { name }).dispatchEvent('click');
  const chips = panel.page.getByRole('list', { name: 'Attachments' }).getByRole('listitem');

  // The tab has to be in front to be taken a picture of, as it is beside a side panel.
  await tab.bringToFront();
  await attach('Attach selection');
  await expect(chips).toHaveText([/“For practice: user name/]);
  await attach('Attach a picture of the page');
  await expect(panel.page.getByRole('alert')).toContainText('Pictures go only to models that see them.');

  const settings = await extension.open('settings.html');
  await settings.getByLabel('Model sees images').check();
  await settings.getByRole('button', { name: 'Save' }).click();
  await expect(settings.getByRole('status')).toHaveText(/saved/i);
  await settings.close();
  await tab.bringToFront();
  await attach('Attach a picture of the page');
  await expect(chips.nth(1)).toContainText('Picture of the page');

  await panel.page.bringToFront();
  await panel.start('What is this?');
  await panel.expectStatus('Done');
  const content = JSON.stringify(model.chats()[0]?.messages[1]?.content);
  expect(content).toMatch(/The user selected this text on the page:\\n<page-\w+>\\nFor practice: user name/);
  expect(content).toContain('The user attached a picture of the page as it was then');
  expect(content).toContain('data:image/webp;base64,');
  const [started] = await readEvents(panel.page);
  expect(started).toMatchObject({
    task: {
      attachments: [
        { kind: 'selection' },
        { kind: 'picture', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      ],
    },
  });
  await model.close();
});
