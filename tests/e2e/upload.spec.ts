import type { RunEvent } from '../../lib/trajectories/event';
import { readEvents } from './support/log';
import { startPages } from './support/pages';
import { openPanel } from './support/panel';
import { startScriptedModel } from './support/scripted-model';
import { useChatModel } from './support/settings';
import { expect, test } from './support/test';

const PAGE = `<h1>Claims</h1><label for="field">Receipt</label><input type="file" id="field" accept=".pdf">
  <p id="out"></p><script>
  field.onchange = async () => {
    const [file] = field.files, bytes = new Uint8Array(await file.arrayBuffer());
    out.textContent = file.name + ' ' + file.type + ' ' + bytes.length + ' ' + bytes.at(-1);
  };
  </script>`;

/** Larger than one message to the page takes, and no text. */
const BYTES = Buffer.alloc(7_000_000, 7);

const messageOf = (event: RunEvent): string[] => {
  if (event.type !== 'action-ended') return [];
  return [event.result.status === 'failed' ? event.result.failure.message : event.result.message];
};

test('a file attached in the panel reaches the page whole, once the user has said yes to it', async ({
  extension,
}) => {
  const site = await startPages({ '/': PAGE });
  const model = await startScriptedModel([
    (view) => [{ name: 'upload_file', args: { ref: view.ref('button', 'Receipt'), files: ['other.pdf'] } }],
    (view) => [{ name: 'upload_file', args: { ref: view.ref('button', 'Receipt'), files: ['receipt.pdf'] } }],
    () => [{ name: 'finish', args: { success: true, answer: 'Uploaded.' } }],
  ]);
  await useChatModel(extension, model);
  const tab = await extension.context.newPage();
  await tab.goto(site.url);
  const panel = await openPanel(extension, await extension.tabIdOf(tab));

  await panel.page.getByLabel('Files to attach').setInputFiles([
    { name: 'receipt.pdf', mimeType: 'application/pdf', buffer: BYTES },
    { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('notes') },
  ]);
  const chips = panel.page.getByRole('list', { name: 'Attachments' });
  await expect(chips).toContainText('receipt.pdf · 7 MB');
  await chips.getByRole('button', { name: 'Remove notes.txt' }).click();
  await expect(chips).not.toContainText('notes.txt');
  await panel.start('Hand in the receipt');
  const approved = await panel.approveAll();

  await panel.expectStatus('Done');
  expect(approved).toHaveLength(1);
  expect(approved[0]).toContain('receipt.pdf (7.0 MB)');
  expect(approved[0]).toContain(site.url);
  await expect(tab.locator('#out')).toHaveText('receipt.pdf application/pdf 7000000 7');
  const told = (await readEvents(panel.page)).flatMap(messageOf);
  expect(told[0]).toContain('There are: "receipt.pdf"');
  expect(told[1]).toContain('gave "receipt.pdf" to');
  expect(
    model
      .chats()[0]
      ?.messages.map(({ content }) => JSON.stringify(content))
      .join(),
  ).toContain('receipt.pdf');
  await model.close();
  await site.close();
});

test('a file that is too large is refused by name', async ({ openDesk }) => {
  const { panel } = await openDesk('/shop');
  await panel.page.getByLabel('Files to attach').setInputFiles({
    name: 'film.mov',
    mimeType: 'video/quicktime',
    buffer: Buffer.alloc(33_000_000),
  });
  await expect(panel.page.getByText('“film.mov” is larger than 32 MB.')).toBeVisible();
});
