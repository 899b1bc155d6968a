// A browser with the built extension in a profile that is thrown away, driven over the debugging pipe. Loading over
// the pipe works in Chromium and in branded Chrome and Edge alike, which ignore --load-extension since version 137.
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { ROOT } from './root.mjs';

export const E2E_BUILD = join(ROOT, '.output', 'chrome-mv3-e2e');

const QUIET_BROWSER = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
];

/**
 * Opens the browser at `executablePath` with the extension.
 * Resolves to { browser, extensionId, openOwn(path) -> page, tabIdOf(page), close() }.
 */
export async function openExtension({ executablePath, headless, locale = 'en-US', extension = E2E_BUILD }) {
  if (!existsSync(join(extension, 'manifest.json')))
    throw new Error(`There is no built extension in ${extension}.`);
  const profile = await mkdtemp(join(tmpdir(), 'errand-demo-'));
  const browser = await puppeteer.launch({
    executablePath,
    headless,
    pipe: true,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    enableExtensions: true,
    userDataDir: profile,
    defaultViewport: null,
    // Without this the window says that it is controlled by test software.
    ignoreDefaultArgs: ['--enable-automation'],
    args: [...QUIET_BROWSER, `--lang=${locale}`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    env: { ...process.env, LANGUAGE: locale.replace('-', '_') },
  });
  const extensionId = await browser.installExtension(extension);
  const openOwn = async (path) => {
    const page = await browser.newPage();
    await page.goto(`chrome-extension://${extensionId}/${path}`);
    return page;
  };
  return {
    browser,
    extensionId,
    openOwn,
    tabIdOf: (page) => findTabId(openOwn, page.url()),
    close: async () => {
      await browser.close().catch(() => undefined);
      await rm(profile, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);
    },
  };
}

/** Only the extension knows its tabs by number: one of its own pages is asked. */
async function findTabId(openOwn, url) {
  const asker = await openOwn('settings.html');
  const id = await asker.evaluate(async (wanted) => {
    const tabs = await globalThis.chrome.tabs.query({});
    return tabs.find((tab) => tab.url === wanted)?.id;
  }, url);
  await asker.close();
  if (id === undefined) throw new Error(`No tab shows ${url}.`);
  return id;
}
