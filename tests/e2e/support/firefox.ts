import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { openOwn } from '../../support/open-own-page';

const ADD_ON = resolve('.output/firefox-mv3-e2e');
const ADD_ON_ID = 'errand@errand.example';
/** Firefox gives every add-on a random origin; a fixed one lets the test open its pages. */
const ORIGIN_ID = '6f1c2a0e-5b7d-4c39-9a54-e77a4d0f0001';
const PLACES = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];

export interface Firefox {
  browser: Browser;
  /** Without a slash at its end. */
  originOfAddOn: string;
  openPage(url: string): Promise<Page>;
  /** One of the add-on's own pages. */
  openOwn(path: string): Promise<Page>;
  /** Id of the tab that shows this page. */
  tabIdOf(page: Page): Promise<number>;
  /** Closes every page and forgets settings and grants; the log of earlier runs stays. */
  forget(): Promise<void>;
  close(): Promise<void>;
}

/** Firefox with the built add-on installed over WebDriver BiDi. */
export async function launchFirefox(): Promise<Firefox> {
  const executablePath = process.env['ERRAND_FIREFOX'] ?? PLACES.find((path) => existsSync(path));
  if (executablePath === undefined)
    throw new Error('No Firefox found: install firefox-esr or set ERRAND_FIREFOX.');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    // Since Firefox 153 WebDriver may open an extension's pages only with this flag.
    args: ['-remote-allow-system-access'],
    extraPrefsFirefox: { 'extensions.webextensions.uuids': JSON.stringify({ [ADD_ON_ID]: ORIGIN_ID }) },
  });
  await browser.installExtension(ADD_ON);
  let asker: Promise<Page> | undefined;
  const askerPage = () => (asker ??= openOwn(browser, urlOf('icon/errand.svg')));
  return {
    browser,
    originOfAddOn: `moz-extension://${ORIGIN_ID}`,
    openPage: async (url) => {
      const page = await browser.newPage({ type: 'window' });
      await page.goto(url);
      return page;
    },
    openOwn: (path) => openOwn(browser, urlOf(path)),
    tabIdOf: async (page) => findTabId(await askerPage(), page.url()),
    forget: async () => forget(browser, await askerPage()),
    close: () => browser.close(),
  };
}

function urlOf(path: string): string {
  return `moz-extension://${ORIGIN_ID}/${path}`;
}

function findTabId(asker: Page, url: string): Promise<number> {
  return asker.evaluate(async (wanted) => {
    const { browser: api } = globalThis as unknown as { browser: typeof chrome };
    const id = (await api.tabs.query({})).findLast((tab) => tab.url === wanted)?.id;
    if (id === undefined) throw new Error(`No tab shows ${wanted}.`);
    return id;
  }, url);
}

async function forget(browser: Browser, own: Page): Promise<void> {
  for (const page of await browser.pages()) if (page !== own) await page.close().catch(() => undefined);
  await own.evaluate(async () => {
    const { browser: api } = globalThis as unknown as { browser: typeof chrome };
    await api.storage.local.clear();
    await api.storage.session.clear();
  });
}
