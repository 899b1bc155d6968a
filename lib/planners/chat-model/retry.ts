import type { FailedTry } from './explain-error';

export const MAX_TRIES = 4;
const FIRST_BACKOFF_MS = 1_000;
/** Pauses are longer by up to this share, so that not everybody comes back at the same moment. */
const JITTER = 0.5;
/** An endpoint that wants a longer pause than this is told to the user instead of waited for in silence. */
export const LONGEST_WAIT_MS = 60_000;

/** Whether, and after how long, to try again after `failed`; `past` holds the failures before it. */
export function planRetry(
  failed: FailedTry,
  past: readonly FailedTry[],
  random: () => number = () => 0,
): { waitMs: number } | undefined {
  if (past.length + 1 >= MAX_TRIES || failed.retry === 'never') return undefined;
  if (failed.retry === 'again') {
    return past.some((one) => one.retry === 'again') ? undefined : { waitMs: 0 };
  }
  const backoffs = past.filter((one) => one.retry === 'backoff').length;
  const least = Math.max(FIRST_BACKOFF_MS * 2 ** backoffs, failed.retryAfterMs ?? 0);
  if (least > LONGEST_WAIT_MS) return undefined;
  return { waitMs: Math.round(least + FIRST_BACKOFF_MS * 2 ** backoffs * JITTER * random()) };
}
