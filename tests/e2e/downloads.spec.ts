import { readEvents } from './support/log';
import { startPages } from './support/pages';
import { openPanel } from './support/panel';
import { startScriptedModel } from './support/scripted-model';
import { useChatModel } from './support/settings';
import { expect, test } from './support/test';

const FILE = 'id,total\n1,30\n';

test('a file is saved from a link once the user has said yes, and a click that saves one is told', async ({
  extension,
}) => {
  const site = await startPages({
    '/': '<h1>Reports</h1><a href="/march.csv">March</a> <a href="/april.csv" download>April</a>',
    '/march.csv': FILE,
    '/april.csv': FILE,
  });
  const model = await startScriptedModel([
    (view) => [{ name: 'download', args: { ref: view.ref('link', 'March') } }],
    (view) => [{ name: 'click', args: { ref: view.ref('link', 'April') } }],
    () => [{ name: 'finish', args: { success: true, answer: 'Both are saved.' } }],
  ]);
  await useChatModel(extension, model);
  const tab = await extension.context.newPage();
  await tab.goto(site.url);
  const panel = await openPanel(extension, await extension.tabIdOf(tab));
  await panel.start('Save both reports');
  const approved = await panel.approveAll();
  await panel.expectStatus('Done');

  expect(approved[0]).toContain('A file is saved on your computer');
  expect(site.requests.filter((path) => path === '/march.csv')).toHaveLength(1);
  const results = (await readEvents(panel.page)).flatMap((event) =>
    event.type === 'action-ended' && event.result.status === 'done' ? [event.result] : [],
  );
  expect(results.slice(0, 2)).toMatchObject([
    { effect: { download: { state: 'saved' } }, message: expect.stringContaining('was saved') },
    {
      effect: { download: { state: 'saved' } },
      message: expect.stringContaining('was saved'),
    },
  ]);
  await model.close();
  await site.close();
});
