import { openPanel } from './support/panel';
import { startSeeingModel } from './support/scripted-model';
import { useChatModel } from './support/settings';
import { expect, test } from './support/test';
import { startWiki, type Wiki } from './support/tiddlywiki';

let wiki: Wiki;

test.beforeEach(async () => {
  wiki = await startWiki();
});
test.afterEach(() => wiki.close());

test('a note is written in TiddlyWiki, by a model that knows only what it is shown', async ({
  extension,
}) => {
  const model = await startSeeingModel((view) => {
    if (view.shows('link "Shopping list"')) {
      return [
        { name: 'finish', args: { success: true, answer: 'The note is saved.', evidence: 'Shopping list' } },
      ];
    }
    if (!view.shows('New Tiddler'))
      return [{ name: 'click', args: { ref: view.ref('button', 'new tiddler') } }];
    const [title] = view.text.match(/(?:f\d+)?e\d+(?= textbox[^\n]*"New Tiddler")/g)?.slice(-1) ?? [];
    const [body] = view.text.match(/f\d+e\d+(?= textbox)/g)?.slice(-1) ?? [];
    return [
      { name: 'type_text', args: { ref: title, text: 'Shopping list' } },
      { name: 'type_text', args: { ref: body, text: 'Milk and tea' } },
      { name: 'click', args: { ref: view.ref('button', 'Confirm changes to this tiddler') } },
    ];
  });
  await useChatModel(extension, model);
  const tab = await extension.context.newPage();
  await tab.goto(wiki.url);
  const panel = await openPanel(extension, await extension.tabIdOf(tab));
  await panel.start('Write a note "Shopping list" that says: Milk and tea');
  await panel.approveAll();
  await panel.expectStatus('Done');
  await expect.poll(async () => (await wiki.saved())['Shopping list']).toBe('Milk and tea');
  await model.close();
});

test('the built-in rules make and save a note in TiddlyWiki too', async ({ extension }) => {
  const tab = await extension.context.newPage();
  await tab.goto(wiki.url);
  const panel = await openPanel(extension, await extension.tabIdOf(tab));
  await panel.start('click "new tiddler", then click "confirm changes to this tiddler"');
  await panel.approveAll();
  await panel.expectStatus('Done');
  await expect.poll(async () => Object.keys(await wiki.saved())).toContain('New Tiddler');
});
