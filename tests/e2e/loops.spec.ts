import { startPages } from './support/pages';
import { openPanel } from './support/panel';
import { startScriptedModel } from './support/scripted-model';
import { useChatModel } from './support/settings';
import { expect, test } from './support/test';

test('a model that goes round in circles is told so, then the user is asked, and the run goes on when told', async ({
  extension,
}) => {
  const pages = await startPages({ '/': '<h1>Lamp</h1><a href="/">Next page</a>' });
  const model = await startScriptedModel([
    (view) => [{ name: 'click', args: { ref: view.ref('link', 'Next page') } }],
  ]);
  await useChatModel(extension, model);
  const tab = await extension.context.newPage();
  await tab.goto(pages.url);
  const panel = await openPanel(extension, await extension.tabIdOf(tab));
  await panel.start('Go to the last page');
  await panel.expectStatus('Paused');
  await expect(panel.page.getByText('Errand goes round in circles')).toBeVisible();
  const asked = model.chats().length;
  expect(JSON.stringify(model.chats().at(-1)?.messages)).toContain('You are going round in circles');
  await panel.page.getByRole('button', { name: 'Resume' }).click();
  await expect.poll(() => model.chats().length).toBeGreaterThan(asked);
  await panel.expectStatus('Paused');
  await Promise.all([model.close(), pages.close()]);
});

test('a clock on the page hides no circles', async ({ extension }) => {
  const clock = '<p>It is <script>document.write(new Date().toISOString(), Date.now())</script></p>';
  const pages = await startPages({
    '/': `<h1>One</h1>${clock}<a href="/two">Forth</a>`,
    '/two': `<h1>Two</h1>${clock}<a href="/">Back</a>`,
  });
  const model = await startScriptedModel([
    (view) => {
      const forth = view.text.lastIndexOf('link "Forth"') > view.text.lastIndexOf('link "Back"');
      return [{ name: 'click', args: { ref: view.ref('link', forth ? 'Forth' : 'Back') } }];
    },
  ]);
  await useChatModel(extension, model);
  const tab = await extension.context.newPage();
  await tab.goto(pages.url);
  const panel = await openPanel(extension, await extension.tabIdOf(tab));
  await panel.start('Go to the last page');
  await panel.expectStatus('Paused');
  expect(JSON.stringify(model.chats().at(-1)?.messages)).toContain('the same steps came again and again');
  // What to do instead is said, and goes first.
  await panel.page.getByRole('textbox', { name: /Tell Errand/ }).fill('Stop going back');
  await panel.page.keyboard.press('Enter');
  await expect.poll(() => JSON.stringify(model.chats().at(-1)?.messages)).toContain('Stop going back');
  await Promise.all([model.close(), pages.close()]);
});
