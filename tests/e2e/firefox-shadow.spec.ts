import { expect, test } from '@playwright/test';
import { CLOSED_ROOTS_PAGE, WITHIN } from './support/closed-roots-page';
import { launchFirefox } from './support/firefox';
import { startPages } from './support/pages';

test('Firefox: controls in closed shadow roots, and in a frame in there, are read and acted on', async () => {
  const site = await startPages({ '/': CLOSED_ROOTS_PAGE, '/within': WITHIN });
  const firefox = await launchFirefox();
  try {
    const page = await firefox.openPage(site.url);
    const own = await firefox.openOwn('settings.html');
    const tabId = await own.evaluate(async () => {
      const tabs = await (globalThis as unknown as { browser: typeof chrome }).browser.tabs.query({
        url: '*://127.0.0.1/*',
      });
      return tabs[0]?.id ?? -1;
    });
    const panel = await firefox.openOwn(`sidepanel.html?tab=${tabId}`);
    await panel
      .locator('::-p-aria([name="Task"][role="textbox"])')
      .fill('set Name to Ada; click Save; click Light; click Press');
    await panel.locator('::-p-aria([name="Run"][role="button"])').click();
    await panel.waitForFunction(
      () => /^(Done|Failed|Needs)/.test(document.querySelector('[role=status]')?.textContent ?? ''),
      { timeout: 60_000 },
    );
    expect(await panel.evaluate(() => document.body.textContent)).toContain('Done');
    expect(await page.evaluate(() => document.getElementById('out')?.textContent)).toBe('- Ada false Light');
    const within = page.frames().find((frame) => frame.url().endsWith('/within'));
    expect(await within?.evaluate(() => document.body.innerText)).toBe('Pressed');
  } finally {
    await firefox.close();
    await site.close();
  }
});
