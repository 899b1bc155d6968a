import type { PageWindow } from '../actor/act-context';
import { nextTurn, sleep } from './wait';
import type { Leaving } from './watch-leaving';

/** A page that has not changed for this long counts as settled when what it waits for can be seen. */
const QUIET_MS = 30;
/** The same when it cannot: a request or a put-off handler shows in nothing but what it changes in the end. */
const BLIND_QUIET_MS = 100;
/** A page that never stops changing is not waited for any longer. */
export const SETTLE_TIMEOUT_MS = 2000;
/** Nobody watches the animations of a hidden page, and the browser hardly moves them on. */
const HIDDEN_ANIMATION_LIMIT_MS = 600;
/** A navigation that was announced and has not begun by then is not coming. */
const ANNOUNCED_LIMIT_MS = 300;
/** How often a page is asked whether its requests have been answered. */
const POLL_MS = 20;

/** What is still going on in the page because of the action. */
export interface Activity {
  /** `performance.now()` of the last change. */
  lastChangeAt(): number;
  /** Milliseconds that finite transitions and animations still take. */
  animatingMs(): number;
  /** Undefined: it cannot be seen. */
  pending(): Pending | undefined;
}

/** Requests without an answer, and milliseconds until put-off handlers run. */
export interface Pending {
  requests: number;
  timersMs: number;
}

/**
 * Resolves when the page has been quiet since the action, has no request or short timer of the action open and its
 * transitions are over; when it is being left, when the signal is aborted, or after SETTLE_TIMEOUT_MS. No fixed sleep: a page
 * that does nothing costs QUIET_MS.
 */
export async function settle(
  window: PageWindow,
  activity: Activity,
  leaving: Leaving,
  signal: AbortSignal,
): Promise<void> {
  const begunAt = window.performance.now();
  let busyAt = begunAt;
  // What the action's events have queued runs before anything is measured.
  await Promise.race([nextTurn(window).then(() => nextTurn(window)), leaving.begun]);
  for (;;) {
    const now = window.performance.now();
    const spent = now - begunAt;
    const pending = activity.pending();
    const waiting = measureWaiting(pending, leaving, spent);
    if (waiting > 0) busyAt = now;
    const quietMs = pending ? QUIET_MS : BLIND_QUIET_MS;
    const left = waiting > 0 ? waiting : measureUnrest(window, activity, { now, busyAt, spent, quietMs });
    if (left <= 0 || spent >= SETTLE_TIMEOUT_MS || leaving.seen() || signal.aborted) return;
    await Promise.race([
      sleep(window, Math.ceil(Math.min(left, SETTLE_TIMEOUT_MS - spent)), signal),
      leaving.begun,
    ]);
  }
}

/** Milliseconds after which to look again; 0 when the page waits for nothing that can be seen. */
function measureWaiting(pending: Pending | undefined, leaving: Leaving, spent: number): number {
  if (pending && pending.timersMs > 0) return pending.timersMs;
  if (pending && pending.requests > 0) return POLL_MS;
  return leaving.isLikely() && spent < ANNOUNCED_LIMIT_MS ? ANNOUNCED_LIMIT_MS - spent : 0;
}

interface Moment {
  now: number;
  busyAt: number;
  spent: number;
  quietMs: number;
}

function measureUnrest(
  window: PageWindow,
  activity: Activity,
  { now, busyAt, spent, quietMs }: Moment,
): number {
  const unquiet = quietMs - (now - Math.max(activity.lastChangeAt(), busyAt));
  // What fades in is not perceivable yet: observed now, it would be left out.
  return unquiet > 0 ? unquiet : measureAnimating(window, activity, spent);
}

function measureAnimating(window: PageWindow, activity: Activity, spentMs: number): number {
  const limit = window.document.hidden ? HIDDEN_ANIMATION_LIMIT_MS : SETTLE_TIMEOUT_MS;
  return spentMs >= limit ? 0 : Math.min(activity.animatingMs(), limit - spentMs);
}
