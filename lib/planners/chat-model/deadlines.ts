import type { ChatModelPorts, ChatTimeouts } from './chat-model-settings';

export interface Deadlines {
  /** Aborts on whichever comes first: the caller's abort, no first byte in time, no end in time. */
  signal: AbortSignal;
  firstByteCame(): void;
  /** Call when the try is over, however it ended. */
  end(): void;
  /** Why `signal` aborted. */
  why(): 'aborted' | 'timeout' | undefined;
}

export function startDeadlines(
  caller: AbortSignal,
  timeouts: ChatTimeouts,
  ports: ChatModelPorts,
): Deadlines {
  const request = new AbortController();
  const firstByteTimer = new AbortController();
  const totalTimer = new AbortController();
  let timedOut = false;

  const onCallerAbort = (): void => request.abort(caller.reason);
  if (caller.aborted) onCallerAbort();
  caller.addEventListener('abort', onCallerAbort, { once: true });

  const startTimer = (ms: number, timer: AbortController): void => {
    const expire = (): void => {
      if (timer.signal.aborted || request.signal.aborted) return;
      timedOut = true;
      request.abort();
    };
    // A `wait` that was cut short may reject; its timer is aborted then, and nothing is left to do.
    ports.wait(ms, timer.signal).then(expire, () => undefined);
  };
  startTimer(timeouts.firstByteMs, firstByteTimer);
  startTimer(timeouts.totalMs, totalTimer);

  return {
    signal: request.signal,
    firstByteCame: () => firstByteTimer.abort(),
    end() {
      firstByteTimer.abort();
      totalTimer.abort();
      caller.removeEventListener('abort', onCallerAbort);
    },
    why: () => (timedOut ? 'timeout' : caller.aborted ? 'aborted' : undefined),
  };
}
