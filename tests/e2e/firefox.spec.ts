import { expect, test } from '@playwright/test';
import { startPracticeSite } from '../sites/practice/server.mjs';
import { launchFirefox } from './support/firefox';

test('the add-on installed in Firefox does a task on the practice site', async () => {
  const site = await startPracticeSite();
  const firefox = await launchFirefox();
  try {
    await firefox.openPage(`${site.url}/shop`);
    const settings = await firefox.openOwn('settings.html');
    const tabId = await settings.evaluate(async () => {
      const tabs = await (globalThis as unknown as { browser: typeof chrome }).browser.tabs.query({
        url: '*://127.0.0.1/*',
      });
      return tabs[0]?.id ?? -1;
    });
    const panel = await firefox.openOwn(`sidepanel.html?tab=${tabId}`);
    await panel
      .locator('::-p-aria([name="Task"][role="textbox"])')
      .fill(
        'search for kettle, open the cheapest, set Quantity to 2, click "Add to cart", click "View cart", read the total',
      );
    await panel.locator('::-p-aria([name="Run"][role="button"])').click();
    await panel.waitForFunction(
      () => /^(Done|Failed)/.test(document.querySelector('[role=status]')?.textContent ?? ''),
      { timeout: 60_000 },
    );
    const status = await panel.evaluate(() => document.querySelector('[role=status]')?.textContent ?? '');
    const text = await panel.evaluate(() => document.body.textContent ?? '');
    expect(status).toMatch(/^Done/);
    expect(text).toContain('45.80');
  } finally {
    await firefox.close();
    await site.close();
  }
});
