/** Long work that can pause: it yields wherever nothing is half done, every few dozen microseconds or so. */
export type Steps<T> = Generator<void, T>;

/** Done within this time the work is not cut up at all. */
const FIRST_SLICE_MS = 16;
/** Longest stretch that the page has to wait for; a garbage collection that falls into it may add some 40 ms. */
const SLICE_MS = 5;

export function runToEnd<T>(steps: Steps<T>): T {
  for (;;) {
    const at = steps.next();
    if (at.done) return at.value;
  }
}

/**
 * The result itself when it takes no longer than one slice, else a promise of it: between two slices the page gets its
 * turn. `onPause` is called before each pause.
 */
export function runInSlices<T>(window: Window, steps: Steps<T>, onPause: () => void): T | Promise<T> {
  const first = runSlice(window, steps, FIRST_SLICE_MS);
  return first ? first.value : finishInSlices(window, steps, onPause);
}

async function finishInSlices<T>(window: Window, steps: Steps<T>, onPause: () => void): Promise<T> {
  const channel = new MessageChannel();
  try {
    for (;;) {
      onPause();
      await pause(channel);
      const done = runSlice(window, steps, SLICE_MS);
      if (done) return done.value;
    }
  } finally {
    channel.port1.close();
  }
}

/** Timers are held back in background tabs, and animation frames do not come there; messages do. */
function pause({ port1, port2 }: MessageChannel): Promise<void> {
  return new Promise((resolve) => {
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
}

function runSlice<T>(window: Window, steps: Steps<T>, limitMs: number): { value: T } | undefined {
  const end = window.performance.now() + limitMs;
  do {
    const at = steps.next();
    if (at.done) return { value: at.value };
  } while (window.performance.now() < end);
  return undefined;
}
