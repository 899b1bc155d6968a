import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';

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
  const openPage = async (url: string) => {
    const page = await browser.newPage();
    await page.goto(url);
    return page;
  };
  return {
    browser,
    originOfAddOn: `moz-extension://${ORIGIN_ID}`,
    openPage,
    openOwn: (path) => openOwn(browser, path),
    close: () => browser.close(),
  };
}

/** The page moves to another process as it loads and the load event gets lost on the way: the content is waited for. */
async function openOwn(browser: Browser, path: string): Promise<Page> {
  const page = await browser.newPage();
  const navigated = page.goto(`moz-extension://${ORIGIN_ID}/${path}`, { timeout: 5_000 }).catch(() => null);
  await page.waitForFunction(
    () => location.protocol === 'moz-extension:' && document.readyState === 'complete',
  );
  await navigated;
  return page;
}
