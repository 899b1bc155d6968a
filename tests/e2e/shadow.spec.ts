import { CLOSED_ROOTS_PAGE, WITHIN } from './support/closed-roots-page';
import { startPages } from './support/pages';
import { workOn } from './support/read-tab';
import { expect, test } from './support/test';

test('controls in closed shadow roots are read and acted on, slotted ones and those of a frame in there too', async ({
  extension,
}) => {
  const site = await startPages({ '/': CLOSED_ROOTS_PAGE, '/within': WITHIN });
  const tab = await extension.context.newPage();
  await tab.goto(site.url);
  const [text = ''] = await workOn(extension, tab, [
    (view) => [
      { name: 'type_text', args: { ref: view.ref('textbox', 'Name'), text: 'Ada' } },
      { name: 'set_checked', args: { ref: view.ref('checkbox', 'Agree'), checked: true } },
      { name: 'click', args: { ref: view.ref('button', 'Save') } },
    ],
    (view) => [{ name: 'click', args: { ref: view.ref('button', 'Light') } }],
    (view) => [{ name: 'select_option', args: { ref: view.ref('combobox', 'Size'), options: ['Large'] } }],
    (view) => [{ name: 'click', args: { ref: view.ref('button', 'Press') } }],
  ]);
  expect(text).toContain('text "Fallback"');
  expect(text).not.toContain('none');
  await expect(tab.locator('#out')).toHaveText('- Ada true Light Large');
  const within = tab.frames().find((frame) => frame.url().endsWith('/within'));
  expect(await within?.evaluate('document.body.innerText')).toBe('Pressed');
  await site.close();
});
