import { test as base } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { startTask, waitForRest } from '../../../scripts/drive-panel.mjs';
import { type Firefox, launchFirefox } from './firefox';

/** A tab and the panel that works for it, each in a window of its own, so that both are seen as with a side panel. */
export interface FirefoxDesk {
  tab: Page;
  panel: Panel;
}

export interface Panel {
  page: Page;
  start(task: string): Promise<void>;
  /** The status line once the run needs an answer or has ended. */
  rest(): Promise<string>;
  text(): Promise<string>;
  press(button: string): Promise<void>;
}

interface Fixtures {
  /** Firefox with the add-on as newly installed but for earlier runs. */
  firefox: Firefox;
  /** Opens a page with its panel beside it. */
  openDesk(url: string): Promise<FirefoxDesk>;
}

/** The tests of one process share a Firefox, because starting one takes longer than most of them. */
export const test = base.extend<Fixtures, { started: Firefox }>({
  started: [
    async ({}, use) => {
      const firefox = await launchFirefox();
      await use(firefox);
      await firefox.close();
    },
    { scope: 'worker' },
  ],
  firefox: async ({ started }, use) => {
    await use(started);
    await started.forget();
  },
  openDesk: async ({ firefox }, use) => {
    await use(async (url) => {
      const tab = await firefox.openPage(url);
      const tabId = await firefox.tabIdOf(tab);
      return { tab, panel: panelOf(await firefox.openOwn(`sidepanel.html?tab=${tabId}`)) };
    });
  },
});

/** Sets the chat model through the settings page, as a user does. */
export async function useChatModel(firefox: Firefox, { baseUrl }: { baseUrl: string }): Promise<void> {
  const page = await firefox.openOwn('settings.html');
  await page.locator('select#planner').fill('chat-model');
  await page.locator('#base-url').fill(baseUrl);
  await page.locator('#api-key').fill('sk-test');
  await page.locator('#model').fill('scripted');
  await page.locator('::-p-aria([name="Save"][role="button"])').click();
  await page.waitForFunction(() => /saved/i.test(document.querySelector('[role=status]')?.textContent ?? ''));
  await page.close();
}

function panelOf(page: Page): Panel {
  return {
    page,
    start: (task) => startTask(page, task),
    rest: () => waitForRest(page),
    text: () => page.evaluate(() => document.body.textContent ?? ''),
    press: (button) =>
      page.locator(`::-p-aria([name="${button}"][role="button"]):not([disabled])`).setTimeout(20_000).click(),
  };
}

export { expect } from '@playwright/test';
