import { expectNotStopped, type PageWindow } from '../actor/act-context';

// Everything here runs on timers, messages and MutationObserver: requestAnimationFrame never fires in a background tab.

/** Pauses of a hidden page that are shorter than this are spent in turns: its timers fire once a second at most. */
const LONGEST_PAUSE_IN_TURNS_MS = 300;

/** Resolves after `ms`; at once when the signal is aborted. */
export function sleep(window: PageWindow, ms: number, signal: AbortSignal): Promise<void> {
  return window.document.hidden && ms < LONGEST_PAUSE_IN_TURNS_MS
    ? passTurns(window, ms, signal)
    : waitTimer(window, ms, signal);
}

function waitTimer(window: PageWindow, ms: number, signal: AbortSignal): Promise<void> {
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

async function passTurns(window: PageWindow, ms: number, signal: AbortSignal): Promise<void> {
  const end = window.performance.now() + ms;
  do await nextTurn(window);
  while (window.performance.now() < end && !signal.aborted);
}

/** Resolves in a later task, after what is in the queue now. Unlike a timer it is never held back. */
export function nextTurn(window: PageWindow): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new window.MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
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
