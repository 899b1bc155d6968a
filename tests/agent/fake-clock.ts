import type { ClockPort } from '../../lib/agent/ports';

/** A clock that only moves when told to; waits shorter than a second are over at once. */
export class FakeClock implements ClockPort {
  private time = 1_000;
  private readonly sleepers = new Set<() => void>();

  now(): number {
    this.time += 1;
    return this.time;
  }

  sleep(ms: number, signal: AbortSignal): Promise<void> {
    if (ms < 1_000 || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        this.sleepers.delete(wake);
        resolve();
      };
      this.sleepers.add(wake);
      signal.addEventListener('abort', wake, { once: true });
    });
  }

  /** Lets every wait that is under way come to its end. */
  elapse(): void {
    for (const wake of [...this.sleepers]) wake();
  }
}
