import { browser } from '../browser';
import { READY_MARK } from './claim-document';
import { DeadlineError, withDeadline } from './deadline';

/** Frame of a tab that has our script. */
export interface LiveFrame {
  frameId: number;
}

/** How long a page may take to load before we work on what is there. */
const LOAD_TIMEOUT_MS = 8_000;
const INJECT_TIMEOUT_MS = 5_000;

/**
 * Puts the page script into every frame of the tab that lacks it and lists the frames that have it, top frame
 * first. A document is never given the script twice: the script leaves a mark in its isolated world.
 * Rejects with the browser's error, or a DeadlineError when the page does not answer.
 */
export async function injectPage(tabId: number, signal: AbortSignal): Promise<LiveFrame[]> {
  const found = await inEveryFrame(tabId, signal);
  const lacking = found.filter((frame) => !frame.ready).map((frame) => frame.frameId);
  if (lacking.length > 0) {
    const injected = browser.scripting.executeScript({
      target: { tabId, frameIds: lacking },
      files: ['/page.js'],
      injectImmediately: true,
    });
    await withDeadline(injected, INJECT_TIMEOUT_MS, signal);
  }
  return found.map(({ frameId }) => ({ frameId })).sort((a, b) => a.frameId - b.frameId);
}

async function inEveryFrame(
  tabId: number,
  signal: AbortSignal,
): Promise<{ frameId: number; ready: boolean }[]> {
  const asked = (target: { tabId: number; allFrames?: boolean }) =>
    withDeadline(
      browser.scripting.executeScript({ target, func: isReady, args: [READY_MARK], injectImmediately: true }),
      INJECT_TIMEOUT_MS,
      signal,
    );
  const results = await asked({ tabId, allFrames: true }).catch((error: unknown) => {
    // One hanging frame must not hide the rest: fall back to the top frame.
    if (error instanceof DeadlineError) return asked({ tabId });
    throw error;
  });
  return results.map(({ frameId, result }) => ({ frameId, ready: result === true }));
}

/** Runs in the page's isolated world, cut off from this file: everything it needs comes as an argument. */
function isReady(mark: string): boolean {
  return mark in globalThis;
}

/** Resolves when the tab has loaded, or after a while with whatever is there. Never rejects. */
export async function waitForLoad(tabId: number, signal: AbortSignal): Promise<void> {
  const loaded = new Promise<void>((resolve) => {
    const onUpdated = (id: number, change: { status?: string | undefined }) => {
      if (id === tabId && change.status === 'complete') finish();
    };
    const onRemoved = (id: number) => {
      if (id === tabId) finish();
    };
    const finish = () => {
      browser.tabs.onUpdated.removeListener(onUpdated);
      browser.tabs.onRemoved.removeListener(onRemoved);
      signal.removeEventListener('abort', finish);
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(finish, LOAD_TIMEOUT_MS);
    browser.tabs.onUpdated.addListener(onUpdated);
    browser.tabs.onRemoved.addListener(onRemoved);
    signal.addEventListener('abort', finish, { once: true });
    void browser.tabs.get(tabId).then(
      (tab) => tab.status !== 'loading' && finish(),
      () => finish(),
    );
  });
  await loaded;
}
