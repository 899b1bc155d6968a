import type { ChatModelPorts, ChatTimeouts } from './chat-model-settings';

export type Interruption = 'aborted' | 'connect-timeout' | 'first-byte-timeout' | 'stalled' | 'timeout';

export interface Deadlines {
  /** Aborts on whichever comes first: the caller's abort, or one of the deadlines. */
  signal: AbortSignal;
  headersCame(): void;
  bytesCame(): void;
  /** Call when the try is over, however it ended. */
  end(): void;
  /** Why `signal` aborted. */
  why(): Interruption | undefined;
}

/** Keeps the time of one try: until its headers, its first byte, each further byte, its end. */
export function startDeadlines(
  caller: AbortSignal,
  timeouts: ChatTimeouts,
  ports: Pick<ChatModelPorts, 'wait'>,
): Deadlines {
  const request = new AbortController();
  let passed: Interruption | undefined;
  let cameAgain = false;

  const onCallerAbort = (): void => request.abort(caller.reason);
  if (caller.aborted) onCallerAbort();
  caller.addEventListener('abort', onCallerAbort, { once: true });

  const expire = (deadline: Interruption): void => {
    if (request.signal.aborted) return;
    passed = deadline;
    request.abort();
  };
  const total = startTimer(timeouts.totalMs, ports, () => expire('timeout'));
  let phase = startTimer(timeouts.connectMs, ports, () => expire('connect-timeout'));
  let isStreaming = false;

  // One timer for many pieces: whether one came is looked at when it is over.
  const watchStall = (): void => {
    cameAgain = false;
    phase = startTimer(timeouts.stallMs, ports, () => (cameAgain ? watchStall() : expire('stalled')));
  };

  return {
    signal: request.signal,
    headersCame() {
      phase.abort();
      phase = startTimer(timeouts.firstByteMs, ports, () => expire('first-byte-timeout'));
    },
    bytesCame() {
      cameAgain = true;
      if (isStreaming) return;
      isStreaming = true;
      phase.abort();
      watchStall();
    },
    end() {
      phase.abort();
      total.abort();
      caller.removeEventListener('abort', onCallerAbort);
    },
    why: () => passed ?? (caller.aborted ? 'aborted' : undefined),
  };
}

function startTimer(ms: number, { wait }: Pick<ChatModelPorts, 'wait'>, expire: () => void): AbortController {
  const timer = new AbortController();
  const end = (): void => {
    if (!timer.signal.aborted) expire();
  };
  // A `wait` that was cut short may reject; its timer is aborted then, and nothing is left to do.
  wait(ms, timer.signal).then(end, () => undefined);
  return timer;
}
