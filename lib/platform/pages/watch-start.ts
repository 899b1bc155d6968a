import type { Tabs } from 'webextension-polyfill';
import { browser } from '../browser';

/** Notices that a tab begins to load, from before whatever may cause it. */
export interface StartWatch {
  /** Resolves when the tab has begun to load since the watch was made, or after `ms` milliseconds. Never rejects. */
  begun(ms: number, signal: AbortSignal): Promise<void>;
  stop(): void;
}

/**
 * The page knows that it is being left before the browser says that the tab loads; who looks at the tab in between
 * reads the old page once more.
 */
export function watchStart(tabId: number): StartWatch {
  let hasBegun = false;
  let notify = () => {};
  const onUpdated = (id: number, change: Tabs.OnUpdatedChangeInfoType) => {
    if (id !== tabId || (change.status !== 'loading' && change.url === undefined)) return;
    hasBegun = true;
    notify();
  };
  browser.tabs.onUpdated.addListener(onUpdated);
  return {
    begun: (ms, signal) =>
      new Promise((resolve) => {
        if (hasBegun || signal.aborted) return resolve();
        const timer = setTimeout(resolve, ms);
        notify = () => {
          clearTimeout(timer);
          resolve();
        };
        signal.addEventListener('abort', () => notify(), { once: true });
      }),
    stop: () => browser.tabs.onUpdated.removeListener(onUpdated),
  };
}
