import type { FrameLocator, Page } from '@playwright/test';
import { readEvents } from './support/log';
import { startPages } from './support/pages';
import { openPanel } from './support/panel';
import { startScriptedModel, type View } from './support/scripted-model';
import { useChatModel } from './support/settings';
import { expect, test } from './support/test';

const FORM = `<form onsubmit="return false">
  <label>Name <input id="name" oninput="note.textContent += event.inputType ? '' : '?'"></label>
  <label>Country <select id="country"><option>France<option>Spain<option>Italy</select></label>
  <label>Tags <select id="tags" multiple><option>Red<option>Green<option>Blue</select></label>
  <label>Arrival <input type="date" id="day"></label>
  <label><input type="checkbox" id="news"> News</label>
  <label><input type="checkbox" id="terms" checked> Offers</label>
  <label>About <textarea id="about"></textarea></label>
  <label>Password <input type="password" id="secret"></label></form><p id="note"></p>`;

const FRAMED =
  '<h1>Outside</h1><label>Name <input id="name"></label><iframe title="Form" src="/form" height="500"></iframe>';

/** The fields of the form, the last ones that the planner was shown. */
function fieldsOf(view: View): { ref: string; value: unknown }[] {
  return [
    { ref: view.ref('textbox', 'Name'), value: 'Ada Lovelace' },
    { ref: view.ref('combobox', 'Country'), value: 'Italy' },
    { ref: view.ref('listbox', 'Tags'), value: ['Red', 'Blue'] },
    { ref: view.ref('textbox', 'Arrival'), value: '2027-02-14' },
    { ref: view.ref('checkbox', 'News'), value: true },
    { ref: view.ref('checkbox', 'Offers'), value: false },
    { ref: view.ref('textbox', 'About'), value: 'One line\nand another' },
  ];
}

async function expectFilled(form: Page | FrameLocator): Promise<void> {
  await expect(form.locator('#name')).toHaveValue('Ada Lovelace');
  await expect(form.locator('#country')).toHaveValue('Italy');
  await expect(form.locator('#tags')).toHaveValues(['Red', 'Blue']);
  await expect(form.locator('#day')).toHaveValue('2027-02-14');
  await expect(form.locator('#news')).toBeChecked();
  await expect(form.locator('#terms')).not.toBeChecked();
  await expect(form.locator('#about')).toHaveValue('One line\nand another');
  await expect(form.locator('#secret')).toHaveValue('');
}

for (const { where, path } of [
  { where: 'a page', path: '/form' },
  { where: 'a frame', path: '/' },
])
  test(`a form in ${where} is filled by one action, each field as its kind wants; a password is not`, async ({
    extension,
  }) => {
    const site = await startPages({ '/': FRAMED, '/form': FORM });
    const model = await startScriptedModel([
      (view) => [
        {
          name: 'fill_form',
          args: { fields: [...fieldsOf(view), { ref: view.ref('textbox', 'Password'), value: 'x' }] },
        },
      ],
      (view) => [{ name: 'fill_form', args: { fields: fieldsOf(view) } }],
      () => [{ name: 'finish', args: { success: true, answer: 'Filled in.' } }],
    ]);
    await useChatModel(extension, model);
    const tab = await extension.context.newPage();
    await tab.goto(site.url + path);
    const panel = await openPanel(extension, await extension.tabIdOf(tab));
    await panel.start('Fill in the form');
    await panel.expectStatus('Done');
    await expectFilled(path === '/' ? tab.frameLocator('iframe') : tab);
    if (path === '/') await expect(tab.locator('#name')).toHaveValue('');

    const events = await readEvents(panel.page);
    const decisions = events.flatMap((event) => (event.type === 'judged' ? [event.verdict.decision] : []));
    expect(decisions).toEqual(['deny', 'allow']);
    const results = events.flatMap((event) => (event.type === 'action-ended' ? [event.result] : []));
    expect(results[0]).toMatchObject({ status: 'done', message: expect.stringContaining('filled 7 fields') });
    expect(JSON.stringify(model.chats().at(1)?.messages.at(-1))).toContain('does not fill in passwords');
    await expect(panel.steps).toContainText('Country: “Italy”');
    await Promise.all([model.close(), site.close()]);
  });

test('fields of two frames are no one form: refused before anything is typed', async ({ extension }) => {
  const site = await startPages({ '/': FRAMED, '/form': FORM });
  let outside = '';
  const model = await startScriptedModel([
    (view) => {
      outside = /(\be\d+) textbox "Name"/.exec(view.text)?.[1] ?? '';
      const fields = [
        { ref: outside, value: 'Outside' },
        { ref: view.ref('textbox', 'About'), value: 'Inside' },
      ];
      return [{ name: 'fill_form', args: { fields } }];
    },
    () => [{ name: 'finish', args: { success: false, answer: 'They are two.' } }],
  ]);
  await useChatModel(extension, model);
  const tab = await extension.context.newPage();
  await tab.goto(site.url);
  const panel = await openPanel(extension, await extension.tabIdOf(tab));
  await panel.start('Fill in both');
  await expect(panel.status).toHaveText(/^(Done|Failed)/);
  expect(outside).toMatch(/^e\d+$/);
  expect(JSON.stringify(model.chats().at(1)?.messages.at(-1))).toMatch(/frame/);
  await expect(tab.locator('#name')).toHaveValue('');
  await expect(tab.frameLocator('iframe').locator('#about')).toHaveValue('');
  await Promise.all([model.close(), site.close()]);
});
