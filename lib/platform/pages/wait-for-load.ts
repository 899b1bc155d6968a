import type { Tabs } from 'webextension-polyfill';
import { browser, extensionOrigin } from '../browser';

/** How long a page may take to load before we work on what is there. */
const LOAD_TIMEOUT_MS = 8_000;
/** A document that is whole waits no longer for its pictures and frames, of which one may never come. */
const PARTS_TIMEOUT_MS = 2_000;

/**
 * Resolves when the tab has loaded, or after a while with whatever is there, to the tab as it is then; to undefined when
 * it is gone. Never rejects.
 */
export async function waitForLoad(tabId: number, signal: AbortSignal): Promise<Tabs.Tab | undefined> {
  const idle = await untilLoaded(tabId, signal);
  return idle ?? browser.tabs.get(tabId).catch(() => undefined);
}

/** The tab when it had nothing to wait for. */
function untilLoaded(tabId: number, signal: AbortSignal): Promise<Tabs.Tab | undefined> {
  return new Promise((resolve) => {
    const parts = watchParts(tabId, () => finish());
    const onUpdated = (id: number, change: Tabs.OnUpdatedChangeInfoType) => {
      if (id !== tabId) return;
      if (change.status === 'complete') finish();
      else if (change.status === 'loading' || change.url !== undefined) parts.look();
    };
    const onRemoved = (id: number) => {
      if (id === tabId) finish();
    };
    const finish = (idle?: Tabs.Tab) => {
      browser.tabs.onUpdated.removeListener(onUpdated);
      browser.tabs.onRemoved.removeListener(onRemoved);
      signal.removeEventListener('abort', onAbort);
      clearTimeout(timer);
      parts.stop();
      resolve(idle);
    };
    const onAbort = () => finish();
    const timer = setTimeout(finish, LOAD_TIMEOUT_MS);
    browser.tabs.onUpdated.addListener(onUpdated);
    browser.tabs.onRemoved.addListener(onRemoved);
    signal.addEventListener('abort', onAbort, { once: true });
    void browser.tabs.get(tabId).then(
      (tab) => (tab.status === 'loading' ? parts.look() : finish(tab)),
      () => finish(),
    );
  });
}

/** Calls back a while after the top document that was last looked at is whole and only waits for its parts. */
function watchParts(tabId: number, onEnough: () => void): { look(): void; stop(): void } {
  let looks = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = async () => {
    const mine = ++looks;
    clearTimeout(timer);
    if (!(await isWaitingForParts(tabId)) || mine !== looks) return;
    timer = setTimeout(() => void isLeaving(tabId).then((leaves) => !leaves && onEnough()), PARTS_TIMEOUT_MS);
  };
  return {
    look: () => void look().catch(() => undefined),
    stop: () => {
      looks++;
      clearTimeout(timer);
    },
  };
}

/**
 * True once the top document is whole and the tab loads but for its parts, of which some may have been added later.
 * Firefox does not say what is on its way: there a tab that loads although the document has all its parts is taken to be leaving.
 */
async function isWaitingForParts(tabId: number): Promise<boolean> {
  const [top] = await browser.scripting.executeScript({
    target: { tabId },
    func: awaitDocument,
    injectImmediately: true,
  });
  return top?.result === 'interactive' || (top?.result === 'complete' && !IS_FIREFOX);
}

const IS_FIREFOX = extensionOrigin().startsWith('moz-extension:');

/** Runs in the page's isolated world, cut off from this file. */
function awaitDocument(): string | Promise<string> {
  if (document.readyState !== 'loading') return document.readyState;
  return new Promise((resolve) => {
    document.addEventListener('DOMContentLoaded', () => resolve('interactive'), { once: true });
  });
}

/** Whether another page is on its way; Firefox never says so. */
async function isLeaving(tabId: number): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return tab?.pendingUrl !== undefined && tab.pendingUrl !== '';
}
