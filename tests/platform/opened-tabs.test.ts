import type { Tabs } from 'webextension-polyfill';
import { describe, expect, it } from 'vitest';
import { createOpenedTabs } from '../../lib/platform/opened-tabs';

const LINK = 'https://shop.example/terms';
const RUN_TAB = 1;
const USER_TAB = 2;

function created(id: number, openerTabId: number): Tabs.Tab {
  return { id, openerTabId, index: 0, highlighted: false, active: true, pinned: false, incognito: false };
}

/** The browser's tabs as they can be looked up, and a clock that is set by hand. */
function setUp(urls: Record<number, string>) {
  const clock = { now: 1_000 };
  const look = (tabId: number) =>
    Promise.resolve(urls[tabId] === undefined ? undefined : { tabId, url: urls[tabId], title: '' });
  const tabs = createOpenedTabs(() => clock.now, look);
  const taken = async () => (await tabs.take([RUN_TAB])).map(({ tabId }) => tabId);
  return { clock, tabs, taken };
}

describe('tabs opened by an action', () => {
  it('are those whose opener is acted on, until a moment after the action', async () => {
    const { clock, tabs, taken } = setUp({});
    const end = tabs.begin(RUN_TAB);
    tabs.onCreated(created(10, RUN_TAB));
    end();
    clock.now += 900;
    tabs.onCreated(created(11, RUN_TAB));
    clock.now += 900;
    tabs.onCreated(created(12, RUN_TAB));
    expect(await taken()).toEqual([10, 11]);
    expect(await taken()).toEqual([]);
  });

  it('are no pages of the browser or of an extension, which the user opens', async () => {
    const { tabs, taken } = setUp({});
    tabs.begin(RUN_TAB);
    tabs.onCreated({ ...created(10, RUN_TAB), pendingUrl: 'chrome-extension://abc/settings.html' });
    tabs.onCreated({ ...created(11, RUN_TAB), url: 'chrome://newtab/' });
    tabs.onCreated({ ...created(12, RUN_TAB), url: '', pendingUrl: 'about:blank' });
    tabs.onCreated({ ...created(13, RUN_TAB), url: '', pendingUrl: LINK });
    expect(await taken()).toEqual([12, 13]);
  });

  it('are none that were blank as they opened and turn out to be the user’s', async () => {
    const { tabs, taken } = setUp({ 10: 'chrome-extension://abc/sidepanel.html', 11: LINK });
    tabs.begin(RUN_TAB);
    tabs.onCreated(created(10, RUN_TAB));
    tabs.onCreated(created(11, RUN_TAB));
    tabs.onCreated(created(12, RUN_TAB));
    expect(await taken()).toEqual([11, 12]);
  });

  it('are known by the address of the followed link when the browser names another opener', async () => {
    const { tabs, taken } = setUp({ 10: 'https://news.example/', 11: LINK });
    tabs.begin(RUN_TAB, LINK);
    tabs.onCreated(created(10, USER_TAB));
    tabs.onCreated(created(11, USER_TAB));
    expect(await taken()).toEqual([11]);
  });

  it('are known when the address was redirected and no other tab has opened', async () => {
    const { tabs, taken } = setUp({ 10: 'https://shop.example/en/terms' });
    tabs.begin(RUN_TAB, LINK);
    tabs.onCreated(created(10, USER_TAB));
    expect(await taken()).toEqual([10]);
  });

  it('are known by the address that the action told afterwards, and those of another action are not', async () => {
    const { tabs, taken } = setUp({ 10: LINK, 11: 'https://news.example/', 12: LINK });
    tabs.begin(RUN_TAB)();
    tabs.onCreated(created(10, USER_TAB));
    tabs.begin(RUN_TAB);
    tabs.onCreated(created(11, USER_TAB));
    tabs.onCreated(created(12, USER_TAB));
    await tabs.arrival(RUN_TAB, 100, LINK);
    expect(await taken()).toEqual([12]);
  });

  it('are not looked for among the tabs of the user when the action has opened its own', async () => {
    const { tabs, taken } = setUp({ 11: LINK });
    tabs.begin(RUN_TAB);
    tabs.onCreated(created(10, RUN_TAB));
    tabs.onCreated(created(11, USER_TAB));
    await tabs.arrival(RUN_TAB, 100, LINK);
    expect(await taken()).toEqual([10]);
  });

  it('are not those that the user opens: no link is followed, another window page, or the link has its tab', async () => {
    const { tabs, taken } = setUp({ 10: LINK, 11: 'chrome://newtab/', 12: LINK, 13: LINK });
    tabs.begin(RUN_TAB)();
    tabs.onCreated(created(10, USER_TAB));
    tabs.begin(RUN_TAB, LINK);
    tabs.onCreated(created(11, USER_TAB));
    expect(await taken()).toEqual([]);
    tabs.onCreated(created(12, RUN_TAB));
    tabs.onCreated(created(13, USER_TAB));
    expect(await taken()).toEqual([12]);
  });
});
