import type { ClockPort } from '../ports';

/** How something that may hang for ever came to its end. */
export type Ending<T> =
  { kind: 'value'; value: T } | { kind: 'threw'; error: unknown } | { kind: 'timeout' } | { kind: 'aborted' };

/**
 * Waits for a task until it settles, `ms` have passed or the signal aborts, whichever is first. The task's own signal
 * aborts with any of the latter two. Never rejects. Some browser calls never settle (a page with an open alert, a
 * page in the back/forward cache), so nothing that crosses a process is awaited without this.
 */
export async function withDeadline<T>(
  clock: ClockPort,
  signal: AbortSignal,
  ms: number,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<Ending<T>> {
  const over = new AbortController();
  try {
    return await Promise.race([
      aborted(signal, over.signal),
      settle(() => task(over.signal)),
      clock.sleep(ms, over.signal).then(() => ({ kind: 'timeout' }) as const),
    ]);
  } finally {
    over.abort();
  }
}

/** Like `withDeadline`, without one: for tasks that keep their own time. */
export async function untilAborted<T>(
  signal: AbortSignal,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<Ending<T>> {
  const over = new AbortController();
  try {
    return await Promise.race([aborted(signal, over.signal), settle(() => task(over.signal))]);
  } finally {
    over.abort();
  }
}

async function settle<T>(task: () => Promise<T>): Promise<Ending<T>> {
  try {
    return { kind: 'value', value: await task() };
  } catch (error) {
    return { kind: 'threw', error };
  }
}

function aborted(signal: AbortSignal, over: AbortSignal): Promise<{ kind: 'aborted' }> {
  return new Promise((resolve) => {
    const tell = (): void => resolve({ kind: 'aborted' });
    if (signal.aborted) tell();
    else signal.addEventListener('abort', tell, { once: true, signal: over });
  });
}
