import { openPanel } from './support/panel';
import { expect, test } from './support/test';
import { startWiki, type Wiki } from './support/tiddlywiki';

let wiki: Wiki;

test.beforeEach(async () => {
  wiki = await startWiki();
});
test.afterEach(() => wiki.close());

test('the built-in rules make and save a note in TiddlyWiki', async ({ extension }) => {
  const tab = await extension.context.newPage();
  await tab.goto(wiki.url);
  const panel = await openPanel(extension, await extension.tabIdOf(tab));
  await panel.start('click "new tiddler", then click "confirm changes to this tiddler"');
  await panel.approveAll();
  await panel.expectStatus('Done');
  await expect.poll(async () => Object.keys(await wiki.saved())).toContain('New Tiddler');
});
