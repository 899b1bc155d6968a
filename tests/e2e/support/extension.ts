import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from '@playwright/test';
import { findChromium } from '../../../scripts/find-chromium.mjs';

const EXTENSION = resolve('.output/chrome-mv3-e2e');

/** A Chromium of its own with the built extension in it. */
export interface Browser {
  context: BrowserContext;
  extensionId: string;
  profile: string;
  /** The extension's service worker as it lives now. */
  worker(): Promise<Worker>;
  /** Id of the tab that shows this page. */
  tabIdOf(page: Page): Promise<number>;
  /** One of the extension's own pages, in a tab. */
  open(path: string): Promise<Page>;
  /** Kills the service worker, as the browser does when it needs the memory. */
  killWorker(): Promise<void>;
  /** Closes every page and makes browser and extension forget everything: the next test finds them as newly installed. */
  forget(): Promise<void>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** Profile folder that is kept, for tests that restart the browser. */
  profile?: string;
  locale?: string;
  extension?: string;
}

export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'errand-e2e-')));
  const extension = options.extension ?? EXTENSION;
  const locale = options.locale ?? 'en-US';
  const executablePath = findChromium();
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath ? { executablePath } : {}),
    headless: false,
    viewport: { width: 1100, height: 800 },
    env: { ...process.env, ...localeVariables(locale) },
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      `--lang=${locale}`,
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
  });
  const worker = async () => context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker');
  const extensionId = new URL((await worker()).url()).host;
  const open = async (path: string) => {
    const page = await context.newPage();
    await page.goto(`chrome-extension://${extensionId}/${path}`);
    return page;
  };
  return {
    context,
    extensionId,
    profile,
    worker,
    open,
    tabIdOf: (page) => tabIdOf(page, open),
    killWorker: () => killWorker(open, context),
    forget: () => forget(context, open),
    close: async () => {
      await context.close();
      if (options.profile === undefined) await rm(profile, { recursive: true, force: true });
    },
  };
}

/** On Linux the language of the browser's own interface, and so of its extensions, comes from the environment. */
function localeVariables(locale: string): Record<string, string> {
  return { LANGUAGE: locale.replace('-', '_') };
}

/** The page's title is made unique for a moment: the extension API knows tabs by title, the test knows the page. */
async function tabIdOf(page: Page, open: (path: string) => Promise<Page>): Promise<number> {
  const title = await page.title();
  const mark = `tab-${crypto.randomUUID()}`;
  await page.evaluate((text) => (document.title = text), mark);
  const asker = await open('settings.html');
  const id = await asker.evaluate(async (text) => {
    for (;;) {
      const tab = (await chrome.tabs.query({})).find((candidate) => candidate.title === text);
      if (tab?.id !== undefined) return tab.id;
    }
  }, mark);
  await asker.close();
  await page.evaluate((text) => (document.title = text), title);
  return id;
}

async function killWorker(open: (path: string) => Promise<Page>, context: BrowserContext): Promise<void> {
  const page = context.pages().find((candidate) => candidate.url().startsWith('chrome-extension://'));
  const session = await context.newCDPSession(page ?? (await open('settings.html')));
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}

/** A file of the extension whose page runs no code of its own, so that nothing holds the database open. */
const QUIET_FILE = 'icon/errand.svg';

async function forget(context: BrowserContext, open: (path: string) => Promise<Page>): Promise<void> {
  const own = await open(QUIET_FILE);
  for (const page of context.pages()) if (page !== own) await page.close();
  // Sites that remember somebody, a language say, are the same host on another port in the next test.
  await context.clearCookies();
  await killWorker(open, context);
  await own.evaluate(async () => {
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase('errand');
      request.onsuccess = () => resolve();
      request.onerror = () => reject(request.error);
    });
    await chrome.storage.local.clear();
    await chrome.storage.session.clear();
    await chrome.contextMenus.removeAll();
  });
}
