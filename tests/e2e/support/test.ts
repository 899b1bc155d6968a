import { writeFile } from 'node:fs/promises';
import { type Page, type TestInfo, test as base } from '@playwright/test';
import { type PracticeSite, startPracticeSite } from '../../sites/practice/server.mjs';
import { type Browser, launchBrowser } from './extension';
import { readEvents } from './log';
import { openPanel, type Panel } from './panel';

/** The shop's tab and the panel that works for it. */
export interface Desk {
  tab: Page;
  tabId: number;
  panel: Panel;
}

interface Fixtures {
  /** Opens a page of the practice site with its panel beside it. */
  openDesk(path: string): Promise<Desk>;
}

interface WorkerFixtures {
  /** The browsers that the tests of one process share, by language. */
  browsers: (locale: string) => Promise<Browser>;
}

/**
 * Every test gets the extension as newly installed, in the language of the option `locale`, and a practice site of
 * its own. The browser itself is shared, because starting one takes longer than most tests.
 */
export const test = base.extend<Fixtures & { extension: Browser; site: PracticeSite }, WorkerFixtures>({
  browsers: [
    async ({}, use) => {
      const started = new Map<string, Promise<Browser>>();
      await use((locale) => {
        const known = started.get(locale) ?? launchBrowser({ locale });
        started.set(locale, known);
        return known;
      });
      for (const browser of started.values()) await (await browser).close();
    },
    { scope: 'worker' },
  ],
  site: async ({}, use) => {
    const site = await startPracticeSite();
    await use(site);
    await site.close();
  },
  extension: async ({ browsers, locale }, use, testInfo) => {
    const extension = await browsers(locale ?? 'en-US');
    await use(extension);
    if (testInfo.status !== testInfo.expectedStatus) await keepEvents(extension, testInfo);
    await extension.forget();
  },
  openDesk: async ({ extension, site }, use) => {
    await use(async (path) => {
      const tab = await extension.context.newPage();
      await tab.goto(site.url + path);
      const tabId = await extension.tabIdOf(tab);
      return { tab, tabId, panel: await openPanel(extension, tabId) };
    });
  },
});

/** The log of a failed test tells what the runs did; without it, "Failed" is all there is. */
async function keepEvents(extension: Browser, testInfo: TestInfo): Promise<void> {
  const events = await readEvents(await extension.open('settings.html'));
  await writeFile(testInfo.outputPath('events.json'), JSON.stringify(events, undefined, 1));
}

export { expect } from '@playwright/test';
