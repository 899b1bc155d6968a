import type { Browser } from './support/extension';
import { expect, test } from './support/test';

/** Clicks an entry of the extension's context menu: headless browsers draw no menus, so its event is dispatched. */
async function clickMenu(extension: Browser, tabId: number, menuItemId: string, info: object): Promise<void> {
  const worker = await extension.worker();
  await worker.evaluate(
    async ([id, item, more]) => {
      const tab = await chrome.tabs.get(id);
      const clicked = chrome.contextMenus.onClicked as unknown as {
        dispatch(info: object, tab: object): void;
      };
      clicked.dispatch({ menuItemId: item, pageUrl: tab.url, editable: false, ...more }, tab);
    },
    [tabId, menuItemId, info] as const,
  );
}

const CASES: [string, object, RegExp][] = [
  ['a selection', { selectionText: 'Drift Travel Kettle' }, /Drift Travel Kettle/],
  ['a link', { linkUrl: 'https://shop.example/offer' }, /shop\.example\/offer/],
  ['an image', { mediaType: 'image', srcUrl: 'https://shop.example/kettle.png' }, /kettle\.png/],
  ['the page', {}, /Shop|Pinewood/],
];

for (const [what, info, chip] of CASES) {
  test(`"Do this for me" on ${what} hands it to the panel`, async ({ extension, openDesk }) => {
    const { tabId, panel } = await openDesk('/shop');
    await clickMenu(extension, tabId, 'do-this', info);
    await expect(panel.page.getByRole('list', { name: 'Attachments' })).toContainText(chip);
  });
}

test('"Do this for me" on an editable field: "this" is that field', async ({ extension, openDesk }) => {
  const { tab, tabId, panel } = await openDesk('/shop');
  await tab.getByRole('searchbox').focus();
  await clickMenu(extension, tabId, 'do-this', { editable: true });
  await expect(panel.page.getByRole('list', { name: 'Attachments' })).toContainText('Search the shop');
  await panel.start('type kettle into this');
  await panel.expectStatus('Done');
  await expect(tab.getByRole('searchbox')).toHaveValue('kettle');
});

test('the context comes along when the panel opens after the click', async ({ extension, openDesk }) => {
  const { tabId, panel } = await openDesk('/shop');
  await panel.page.close();
  await clickMenu(extension, tabId, 'do-this', { selectionText: 'five-year guarantee' });
  const later = await extension.open(`sidepanel.html?tab=${tabId}`);
  await expect(later.getByRole('list', { name: 'Attachments' })).toContainText('five-year guarantee');
});
