import { type Page, test as base } from '@playwright/test';
import { type PracticeSite, startPracticeSite } from '../../sites/practice/server.mjs';
import { type Browser, launchBrowser } from './extension';
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

/** Every test gets a clean browser with the extension, in the language of the option `locale`, and a practice site of its own. */
export const test = base.extend<Fixtures & { extension: Browser; site: PracticeSite }>({
  site: async ({}, use) => {
    const site = await startPracticeSite();
    await use(site);
    await site.close();
  },
  extension: async ({ locale }, use) => {
    const extension = await launchBrowser({ locale: locale ?? 'en-US' });
    await use(extension);
    await extension.close();
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

export { expect } from '@playwright/test';
