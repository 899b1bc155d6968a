import { CLOSED_ROOTS_PAGE, WITHIN } from './support/closed-roots-page';
import { expect, test } from './support/firefox-test';
import { startPages } from './support/pages';

test('Firefox: controls in closed shadow roots, and in a frame in there, are read and acted on', async ({
  openDesk,
}) => {
  const site = await startPages({ '/': CLOSED_ROOTS_PAGE, '/within': WITHIN });
  const { panel, tab } = await openDesk(site.url);
  await panel.start('set Name to Ada; click Save; click Light; click Press');
  expect(await panel.rest()).toMatch(/^Done/);
  expect(await tab.evaluate(() => document.getElementById('out')?.textContent)).toBe('- Ada false Light');
  const within = tab.frames().find((frame) => frame.url().endsWith('/within'));
  expect(await within?.evaluate(() => document.body.innerText)).toBe('Pressed');
  await site.close();
});
