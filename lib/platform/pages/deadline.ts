/** Rejected by `withDeadline` when time is up: three extension APIs hang for ever on a page that left or shows a dialog. */
export class DeadlineError extends Error {
  override name = 'DeadlineError';
}

/** The promise, or a DeadlineError after `ms` milliseconds, or the signal's reason when it aborts first. */
export function withDeadline<T>(promise: Promise<T>, ms: number, signal?: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DeadlineError(`no answer within ${ms} ms`)), ms);
    const onAbort = () => reject(signal?.reason);
    if (signal?.aborted) onAbort();
    signal?.addEventListener('abort', onAbort, { once: true });
    void promise.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    });
  });
}
