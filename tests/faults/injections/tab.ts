import type { Dialog, Page } from '@playwright/test';
import { atEach, type FaultCase, type Injection } from '../case';
import {
  afterEvent,
  WHILE_APPROVAL,
  WHILE_PAUSED,
  WHILE_QUESTION,
  WHILE_SENDING,
  whileAsked,
} from '../points';
import { waitForRest } from '../user';
import { ownPage, type World } from '../world';

const POINTS = [
  whileAsked('ask'),
  WHILE_QUESTION,
  whileAsked('write'),
  afterEvent('judged', 'fill_form'),
  afterEvent('action-ended', 'fill_form'),
  WHILE_APPROVAL,
  afterEvent('answered'),
  WHILE_SENDING,
  whileAsked('finish'),
  WHILE_PAUSED,
];
const FEW_POINTS = [WHILE_QUESTION, whileAsked('write'), WHILE_APPROVAL, WHILE_PAUSED];

const CLOSED: Injection = { name: 'tab closed', inject: ({ tab }) => tab.close() };

/** The run comes to rest with the reason; then the user loads the page again, as the browser offers. */
const CRASHED: Injection = {
  name: 'tab crashed',
  async inject(world) {
    const { tab, tabId, extension } = world;
    const crashed = tab.waitForEvent('crash');
    const session = await extension.context.newCDPSession(tab);
    void session.send('Page.crash').catch(() => undefined);
    await crashed;
    return async () => {
      await waitForRest(world);
      const page = await ownPage(world);
      await page.evaluate((id) => chrome.tabs.reload(id), tabId);
    };
  },
};

/** The browser takes its memory away; in Chromium the tab gets another id by that. */
const DISCARDED: Injection = {
  name: 'tab discarded',
  async inject(world) {
    const page = await ownPage(world);
    await page.bringToFront();
    await page.evaluate((tabId) => chrome.tabs.discard(tabId), world.tabId);
  },
};

const RELOADED: Injection = {
  name: 'tab reloaded by the user',
  async inject({ tab }) {
    await tab.reload({ waitUntil: 'commit' }).catch(() => undefined);
  },
};

/** What the user does with the tab must not wait for a site that holds its answer. */
function goTo(tab: Page, url: string): Promise<unknown> {
  return tab.goto(url, { waitUntil: 'commit' }).catch(() => undefined);
}

const NAVIGATED: Injection = {
  name: 'tab taken elsewhere by the user',
  async inject({ tab, site }) {
    await goTo(tab, `${site.url}/shop`);
  },
};

const OTHER_ORIGIN: Injection = {
  name: 'tab taken to another site by the user',
  async inject({ tab, site }) {
    await goTo(tab, `${site.frameUrl}/card`);
  },
};

const BACK_AND_FORTH: Injection = {
  name: 'tab taken away and back by the user',
  async inject({ tab, site }) {
    await goTo(tab, `${site.url}/shop`);
    await tab.goBack({ waitUntil: 'commit' }).catch(() => undefined);
  },
};

/** The page opens a dialog of its own accord, which the user closes once the run has come to rest for it. */
function dialog(kind: 'alert' | 'confirm' | 'prompt'): Injection {
  return {
    name: `${kind} opened by the page`,
    async inject(world) {
      const opened = new Promise<Dialog>((resolve) => world.tab.once('dialog', resolve));
      await world.tab.evaluate((name) => void setTimeout(() => window[name]('Hello?'), 0), kind);
      const shown = await opened;
      return async () => {
        await waitForRest(world);
        await shown.dismiss();
      };
    },
  };
}

const BUSY_MS = 6_000;

const BUSY: Injection = {
  name: 'page busy',
  async inject({ tab }) {
    await tab.evaluate((ms) => {
      setTimeout(() => {
        const end = performance.now() + ms;
        while (performance.now() < end);
      }, 0);
    }, BUSY_MS);
  },
};

const RENDERED_ANEW: Injection = {
  name: 'page rendered anew',
  async inject({ tab }) {
    await tab.evaluate(() => {
      const markup = document.body.innerHTML;
      document.body.innerHTML = markup;
    });
  },
};

const OFFLINE: Injection = {
  name: 'offline',
  async inject({ extension: { context } }: World) {
    await context.setOffline(true);
    return () => context.setOffline(false);
  },
};

const OFFLINE_TILL_REST: Injection = {
  name: 'offline until the run rests',
  async inject(world) {
    const { context } = world.extension;
    await context.setOffline(true);
    return async () => {
      await waitForRest(world);
      await context.setOffline(false);
    };
  },
};

export const TAB_CASES: FaultCase[] = [
  ...atEach(CLOSED, POINTS, [WHILE_APPROVAL.name]),
  ...atEach(CRASHED, POINTS),
  ...atEach(DISCARDED, POINTS),
  ...atEach(RELOADED, POINTS),
  ...atEach(NAVIGATED, POINTS),
  ...atEach(OTHER_ORIGIN, FEW_POINTS),
  ...atEach(BACK_AND_FORTH, FEW_POINTS),
  ...atEach(dialog('alert'), FEW_POINTS),
  ...atEach(dialog('confirm'), FEW_POINTS.slice(0, 2)),
  ...atEach(dialog('prompt'), FEW_POINTS.slice(2)),
  ...atEach(BUSY, FEW_POINTS),
  ...atEach(RENDERED_ANEW, [...FEW_POINTS, afterEvent('judged', 'fill_form'), afterEvent('answered')]),
  ...atEach(OFFLINE, [WHILE_APPROVAL, whileAsked('finish')]),
  ...atEach(OFFLINE_TILL_REST, [whileAsked('write'), afterEvent('answered')]),
];
