import type { Page } from '@playwright/test';
import type { RunEvent } from '../../lib/trajectories/event';
import type { Browser } from './support/extension';
import { readEvents } from './support/log';
import { startPages } from './support/pages';
import { openPanel, type Panel } from './support/panel';
import { startScriptedModel, type Turn } from './support/scripted-model';
import { useChatModel } from './support/settings';
import { expect, test } from './support/test';

const PAGE = `
  <h1>Questions</h1>
  <button onclick="alert('Saved as draft')">Tell</button>
  <button onclick="out.textContent = confirm('Archive this note?') ? 'archived' : 'kept'">Archive</button>
  <button onclick="out.textContent = confirm('Delete all of your notes for good?') ? 'deleted' : 'kept'">Clear</button>
  <button onclick="out.textContent = prompt('New name?', 'Untitled') ?? 'no name'">Rename</button>
  <button onclick="print(); out.textContent = 'went on'">Paper</button>
  <button onclick="for (;;) confirm('Again?')">Nag</button>
  <button onclick="setTimeout(() => { out.textContent = confirm('Late?') ? 'yes' : 'no' }, 200)">Late</button>
  <button onclick="document.querySelector('iframe').contentWindow.ask()">Inside</button>
  <a href="/next">Next</a>
  <p id="out"></p>
  <iframe title="Frame" srcdoc="<script>ask = () => { parent.out.textContent = confirm('In the frame?') ? 'yes' : 'no' }<\/script>Frame"></iframe>`;

const NEXT = '<h1>Next</h1><p>Arrived</p>';

/** Lets a scripted planner do these turns on the page, and says what the planner was told of each of its actions. */
async function play(
  extension: Browser,
  turns: Turn[],
  page: Record<string, string> = { '/': PAGE, '/next': NEXT },
): Promise<{ tab: Page; panel: Panel; told: () => Promise<string[]>; close: () => Promise<unknown> }> {
  const site = await startPages(page);
  const model = await startScriptedModel([
    ...turns,
    () => [{ name: 'finish', args: { success: true, answer: 'Done.' } }],
  ]);
  await useChatModel(extension, model);
  const tab = await extension.context.newPage();
  await tab.goto(site.url);
  const panel = await openPanel(extension, await extension.tabIdOf(tab));
  await panel.start('Press the buttons');
  const told = async (): Promise<string[]> => (await readEvents(panel.page)).flatMap(messageOf);
  return { tab, panel, told, close: () => Promise.all([model.close(), site.close()]) };
}

function messageOf(event: RunEvent): string[] {
  if (event.type !== 'action-ended') return [];
  const { result } = event;
  return [result.status === 'failed' ? result.failure.message : result.message];
}

const press =
  (name: string): Turn =>
  (view) => [{ name: 'click', args: { ref: view.ref('button', name) } }];

test('what a page asks is answered at once, told, and the page goes on as the answer has it', async ({
  extension,
}) => {
  const { tab, panel, told, close } = await play(extension, [
    press('Tell'),
    press('Archive'),
    press('Rename'),
    press('Paper'),
    press('Late'),
    press('Inside'),
    press('Nag'),
  ]);
  await panel.expectStatus('Done');
  const messages = await told();
  expect(messages[0]).toBe(
    'clicked button "Tell"; the page showed the message "Saved as draft", which was closed',
  );
  expect(messages[1]).toContain('the page asked "Archive this note?" and "Cancel" was answered');
  expect(messages[1]).toContain('call answer_dialog');
  expect(messages[2]).toContain('the page asked for text, "New name?", and "Cancel" was answered');
  expect(messages[3]).toContain('the page wanted to print, which was refused');
  expect(messages[4]).toContain('the page asked "Late?"');
  expect(messages[5]).toContain('in a frame the page asked "In the frame?" and "Cancel" was answered');
  expect(messages[6]).toContain('"Again?"');
  await expect(tab.locator('#out')).toHaveText('no');
  await close();
});

test('an answer given beforehand is for the question that was seen, and for the next action only', async ({
  extension,
}) => {
  const accept = { name: 'answer_dialog', args: { accept: true } };
  const { tab, panel, told, close } = await play(extension, [
    press('Archive'),
    (view) => [accept, ...press('Archive')(view)],
    press('Archive'),
    press('Rename'),
    (view) => [{ name: 'answer_dialog', args: { accept: true, text: 'Plans' } }, ...press('Rename')(view)],
  ]);
  await panel.expectStatus('Done');
  const messages = await told();
  expect(messages[2]).toContain('"Archive this note?" and "OK" was answered');
  expect(messages[2]).not.toContain('answer_dialog');
  expect(messages[3]).toContain('"Cancel" was answered');
  expect(messages[6]).toContain('"New name?", and "Plans" was answered');
  await expect(tab.locator('#out')).toHaveText('Plans');
  await close();
});

test('yes to a question that sounds like deleting is approved by the user; another question is not meant by it', async ({
  extension,
}) => {
  const accept = { name: 'answer_dialog', args: { accept: true } };
  const { tab, panel, told, close } = await play(extension, [
    press('Clear'),
    (view) => [accept, ...press('Archive')(view)],
    press('Clear'),
    (view) => [accept, ...press('Clear')(view)],
  ]);
  await expect(panel.approval).toContainText('Delete all of your notes for good?');
  await panel.answer('Allow once');
  await expect(panel.approval).toBeHidden();
  await expect(panel.approval).toContainText('Delete all of your notes for good?');
  await expect(tab.locator('#out')).toHaveText('kept');
  await panel.answer('Allow once');
  await panel.expectStatus('Done');
  const messages = await told();
  expect(messages[2]).toContain('"Archive this note?" and "Cancel" was answered');
  await expect(tab.locator('#out')).toHaveText('deleted');
  await close();
});

test('after the run the page asks the person again, with functions of the browser itself', async ({
  extension,
}) => {
  const { tab, panel, close } = await play(extension, [press('Archive')]);
  await panel.expectStatus('Done');
  const asked = tab.waitForEvent('dialog');
  const clicked = tab.getByRole('button', { name: 'Archive' }).click();
  const dialog = await asked;
  expect(dialog.message()).toBe('Archive this note?');
  await dialog.accept();
  await clicked;
  await expect(tab.locator('#out')).toHaveText('archived');
  await close();
});

test('a page that is acted on sees the functions of the browser as they were', async ({ extension }) => {
  const look = `
    const describe = (owner, name) => {
      const { value, ...rest } = Object.getOwnPropertyDescriptor(owner, name);
      return [name, String(value), value.name, value.length, Object.keys(value), 'prototype' in value, rest, String(value.toString)];
    };
    looked = [];
    look = () => out.textContent = looked.push(JSON.stringify([
      ...['alert', 'confirm', 'prompt', 'print', 'open', 'fetch', 'setTimeout', 'clearTimeout'].map((name) => describe(window, name)),
      describe(XMLHttpRequest.prototype, 'send'), describe(HTMLElement.prototype, 'click'), describe(Function.prototype, 'toString'),
      Object.getOwnPropertyNames(window),
    ]));
    look();`;
  const { tab, panel, close } = await play(extension, [press('Look'), press('Look')], {
    '/': `<button onclick="look()">Look</button><p id="out"></p><script>${look}</script>`,
  });
  await panel.expectStatus('Done');
  await tab.evaluate('look()');
  const looked = (await tab.evaluate('looked')) as string[];
  expect(looked).toHaveLength(4);
  expect(new Set(looked).size).toBe(1);
  await close();
});

test('the question of a page whether to leave it is not shown when the run leaves, and is when the person does', async ({
  extension,
}) => {
  const drafts = `<h1>Draft</h1><button onclick="out.textContent = 'written'">Write</button><a href="/next">Next</a><p id="out"></p>
    <script>onbeforeunload = (event) => { event.preventDefault(); return 'Unsaved'; };</script>`;
  const { tab, panel, told, close } = await play(
    extension,
    [
      press('Write'),
      (view) => [{ name: 'click', args: { ref: view.ref('link', 'Next') } }],
      () => [{ name: 'go_back', args: {} }],
      press('Write'),
      () => [{ name: 'reload', args: {} }],
    ],
    { '/': drafts, '/next': NEXT },
  );
  await panel.expectStatus('Done');
  const messages = await told();
  expect(messages[1]).toContain('the page wanted to ask whether to leave it, and it was left');
  expect(messages[4]).toContain('the page before wanted to ask whether to leave it, and it was left');
  await tab.getByRole('button', { name: 'Write' }).click();
  const asked = tab.waitForEvent('dialog');
  const left = tab.goto(new URL('/next', tab.url()).href).catch(() => undefined);
  await (await asked).accept();
  await left;
  await close();
});
