import { expectNotStopped, type PageWindow } from '../actor/act-context';

// Everything here runs on timers and MutationObserver: requestAnimationFrame never fires in a background tab.

/** Resolves after `ms`; at once when the signal is aborted. */
export function sleep(window: PageWindow, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = (): void => {
      window.clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = window.setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}

/** Resolves at the next change of the document, or after `ms` (styles change without mutations). */
export function nextChange(window: PageWindow, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const stop = new window.AbortController();
    const observer = new window.MutationObserver(() => stop.abort());
    observer.observe(window.document, {
      childList: true,
      subtree: true,
      attributes: true,
      characterData: true,
    });
    const forward = (): void => stop.abort();
    signal.addEventListener('abort', forward);
    void sleep(window, ms, stop.signal).then(() => {
      observer.disconnect();
      signal.removeEventListener('abort', forward);
      resolve();
    });
    if (signal.aborted) stop.abort();
  });
}

const POLL_MS = 50;

/**
 * Tries until `attempt` gives something else than undefined; undefined after `limitMs`.
 * Throws `stopped` when the signal is aborted.
 */
export async function waitUntil<T>(
  window: PageWindow,
  limitMs: number,
  signal: AbortSignal,
  attempt: () => T | undefined,
): Promise<T | undefined> {
  const end = window.performance.now() + limitMs;
  for (;;) {
    expectNotStopped(signal);
    const found = attempt();
    if (found !== undefined) return found;
    const left = end - window.performance.now();
    if (left <= 0) return undefined;
    await nextChange(window, Math.min(POLL_MS, left), signal);
    // One pause per attempt: a page that mutates without end must not be tested without end.
    await sleep(window, 10, signal);
  }
}
