import type { PageWindow } from '../actor/act-context';
import { sleep } from './wait';

/** A page that has not changed for this long counts as settled. */
export const QUIET_MS = 100;
/** A page that never stops changing is not waited for any longer. */
export const SETTLE_TIMEOUT_MS = 2000;
/** Nobody watches the animations of a hidden page, and the browser hardly moves them on. */
const HIDDEN_ANIMATION_LIMIT_MS = 600;

/** Whether the document is on its way out. */
export interface Leaving {
  /** A navigation of this document has begun (`beforeunload`, `pagehide`). */
  seen(): boolean;
  /** Absolute URL that it leads to, where the browser tells (Navigation API). */
  destination(): string | undefined;
  /** Resolves as soon as `seen`; never otherwise. */
  begun: Promise<void>;
  stop(): void;
}

interface NavigateEventLike extends Event {
  destination?: { url: string };
  downloadRequest?: string | null;
}

export function watchLeaving(window: PageWindow): Leaving {
  const stop = new AbortController();
  let seen = false;
  let announced: string | undefined;
  let resolveBegun: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => {
    resolveBegun = resolve;
  });
  const leave = (): void => {
    seen = true;
    resolveBegun();
  };
  window.addEventListener('beforeunload', leave, { signal: stop.signal });
  window.addEventListener('pagehide', leave, { signal: stop.signal });
  // https://html.spec.whatwg.org/multipage/nav-history-apis.html#navigation-interface; not in every browser yet.
  const navigation = (window as { navigation?: EventTarget }).navigation;
  navigation?.addEventListener(
    'navigate',
    (event) => {
      const { destination, downloadRequest } = event as NavigateEventLike;
      if (downloadRequest === null || downloadRequest === undefined) announced = destination?.url;
    },
    { signal: stop.signal },
  );
  return {
    seen: () => seen,
    // A navigation that the page itself handles (an SPA's link) changes `location` and is read from there.
    destination: () => (seen ? announced : undefined),
    begun,
    stop: () => stop.abort(),
  };
}

/** What is still going on in the page because of the action. */
export interface Activity {
  /** `performance.now()` of the last change. */
  lastChangeAt(): number;
  /** Milliseconds that finite transitions and animations still take. */
  animatingMs(): number;
}

/**
 * Resolves when the page has been quiet for QUIET_MS since the action and its transitions are over, when it is being
 * left, when the signal is aborted, or after SETTLE_TIMEOUT_MS. No fixed sleep: a page that does nothing costs QUIET_MS.
 */
export async function settle(
  window: PageWindow,
  activity: Activity,
  leaving: Leaving,
  signal: AbortSignal,
): Promise<void> {
  const begunAt = window.performance.now();
  for (;;) {
    const now = window.performance.now();
    const unquiet = QUIET_MS - (now - Math.max(activity.lastChangeAt(), begunAt));
    const spent = now - begunAt;
    // What fades in is not perceivable yet: observed now, it would be left out.
    const busy = Math.max(unquiet, unquiet > 0 ? 0 : measureAnimating(window, activity, spent));
    const left = Math.min(busy, SETTLE_TIMEOUT_MS - spent);
    if (left <= 0 || leaving.seen() || signal.aborted) return;
    await Promise.race([sleep(window, Math.ceil(left), signal), leaving.begun]);
  }
}

function measureAnimating(window: PageWindow, activity: Activity, spentMs: number): number {
  const limit = window.document.hidden ? HIDDEN_ANIMATION_LIMIT_MS : SETTLE_TIMEOUT_MS;
  return spentMs >= limit ? 0 : Math.min(activity.animatingMs(), limit - spentMs);
}
