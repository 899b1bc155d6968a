import type { FailedTry } from './explain-error';

export const MAX_TRIES = 3;
const FIRST_BACKOFF_MS = 1_000;
/** An endpoint that wants a longer pause than this is told to the user instead of waited for in silence. */
export const LONGEST_WAIT_MS = 60_000;

/** Whether, and after how long, to try again after `failed`; `past` holds the failures before it. */
export function planRetry(failed: FailedTry, past: FailedTry[]): { waitMs: number } | undefined {
  if (past.length + 1 >= MAX_TRIES || failed.retry === 'never') return undefined;
  if (failed.retry !== 'backoff') {
    return past.some((one) => one.retry === failed.retry) ? undefined : { waitMs: 0 };
  }
  const backoffs = past.filter((one) => one.retry === 'backoff').length;
  const waitMs = Math.max(FIRST_BACKOFF_MS * 2 ** backoffs, failed.retryAfterMs ?? 0);
  return waitMs > LONGEST_WAIT_MS ? undefined : { waitMs };
}
