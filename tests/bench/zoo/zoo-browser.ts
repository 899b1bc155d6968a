import type { Browser, Page } from 'puppeteer-core';
import { ensureChromium } from '../../../scripts/ensure-browsers.mjs';
import { openExtension } from '../../../scripts/open-extension.mjs';
import { launchFirefox } from '../../e2e/support/firefox.ts';
import { openOwn } from '../../support/open-own-page.ts';

const ANSWER_LIMIT_MS = 10_000;

export type BrowserName = 'chromium' | 'firefox';

/** A browser with the built extension, whichever it is. */
export interface ZooBrowser {
  name: BrowserName;
  /** A page of a site, in a window of its own. */
  openSite(url: string): Promise<Page>;
  /** The panel for that page's tab, in another window, so that both are seen as with a side panel. */
  openPanel(page: Page): Promise<Page>;
  /** Whether it still answers. */
  isAlive(): Promise<boolean>;
  close(): Promise<void>;
}

/** Starts the browser and sets the chat model in the extension's settings, as a user does. */
export async function openZooBrowser(name: BrowserName, baseUrl: string): Promise<ZooBrowser> {
  const { browser, close, originOfExtension } = await (name === 'chromium' ? openChromium() : openFirefox());
  const settings = await openOwn(browser, `${originOfExtension}/settings.html`);
  await setChatModel(settings, baseUrl);
  return {
    name,
    close,
    openSite: async (url) => {
      const page = await browser.newPage({ type: 'window' });
      await page.goto(url);
      return page;
    },
    openPanel: async (page) => {
      const tabId = await findTabId(settings, page.url());
      const panel = await openOwn(browser, `${originOfExtension}/sidepanel.html?tab=${tabId}`);
      await panel.waitForSelector('::-p-aria([name="Task"][role="textbox"])');
      return panel;
    },
    isAlive: () => answers(settings),
  };
}

async function answers(page: Page): Promise<boolean> {
  const silence = new Promise<false>((resolve) => setTimeout(resolve, ANSWER_LIMIT_MS, false).unref());
  return Promise.race([page.evaluate(() => true).catch(() => false), silence]);
}

interface OpenedBrowser {
  browser: Browser;
  originOfExtension: string;
  close(): Promise<void>;
}

async function openChromium(): Promise<OpenedBrowser> {
  const opened = await openExtension({ executablePath: await ensureChromium(), headless: true });
  return {
    browser: opened.browser,
    originOfExtension: `chrome-extension://${opened.extensionId}`,
    close: () => opened.close(),
  };
}

async function openFirefox(): Promise<OpenedBrowser> {
  const { browser, close, originOfAddOn } = await launchFirefox();
  return { browser, close, originOfExtension: originOfAddOn };
}

async function setChatModel(settings: Page, baseUrl: string): Promise<void> {
  await settings.locator('select#planner').fill('chat-model');
  await settings.locator('#base-url').fill(baseUrl);
  await settings.locator('#api-key').fill('sk-zoo');
  await settings.locator('#model').fill('scripted');
  await settings.locator('::-p-aria([name="Save"][role="button"])').click();
  await settings.waitForFunction(() =>
    /saved/i.test(document.querySelector('[role=status]')?.textContent ?? ''),
  );
}

function findTabId(asker: Page, url: string): Promise<number> {
  return asker.evaluate(async (wanted) => {
    const { browser, chrome } = globalThis as unknown as Record<string, typeof globalThis.chrome | undefined>;
    const tabs = (await (browser ?? chrome)?.tabs.query({})) ?? [];
    const id = tabs.findLast((tab) => tab.url === wanted)?.id;
    if (id === undefined) throw new Error(`No tab shows ${wanted}.`);
    return id;
  }, url);
}
