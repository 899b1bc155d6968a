import type { Browser, Page } from 'puppeteer-core';

const OWN_PAGE_LIMIT_MS = 8_000;
const MOST_ATTEMPTS = 4;

/**
 * Opens a page of the extension itself in a window of its own. In Firefox the page moves to another process as it loads, and the load event, at times the whole navigation, gets lost:
 * the content is waited for, in a new window when it does not come.
 */
export async function openOwn(browser: Browser, url: string): Promise<Page> {
  for (let attempt = 1; ; attempt++) {
    const page = await browser.newPage({ type: 'window', windowBounds: { width: 480, height: 860 } });
    void page.goto(url, { timeout: OWN_PAGE_LIMIT_MS }).catch(() => undefined);
    const failure = await waitForOwn(page, url).catch((error: unknown) => error);
    if (failure === undefined) return page;
    void page.close().catch(() => undefined);
    if (attempt === MOST_ATTEMPTS) throw failure;
  }
}

async function waitForOwn(page: Page, url: string): Promise<void> {
  const isThere = (wanted: string): boolean => location.href === wanted && document.readyState === 'complete';
  await page.waitForFunction(isThere, { timeout: OWN_PAGE_LIMIT_MS }, url);
}
