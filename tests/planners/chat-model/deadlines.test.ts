import { describe, expect, it } from 'vitest';
import { startDeadlines } from '../../../lib/planners/chat-model/deadlines';

const TIMEOUTS = { connectMs: 1, firstByteMs: 2, stallMs: 3, totalMs: 4 };

/** Timers that pass when a test says so. */
function timers() {
  const open = new Map<number, { pass(): void; signal: AbortSignal }>();
  return {
    wait: (ms: number, signal: AbortSignal) =>
      new Promise<void>((resolve) => open.set(ms, { pass: resolve, signal })),
    /** The newest timer of this length passes. */
    async pass(ms: number) {
      open.get(ms)?.pass();
      await Promise.resolve();
    },
    isCancelled: (ms: number) => open.get(ms)?.signal.aborted,
  };
}

describe('deadlines of one request', () => {
  it.each([
    ['connect-timeout', 1, []],
    ['first-byte-timeout', 2, ['headersCame']],
    ['stalled', 3, ['headersCame', 'bytesCame']],
    ['timeout', 4, []],
    ['timeout', 4, ['headersCame', 'bytesCame']],
  ] as const)('%s', async (why, ms, came) => {
    const clock = timers();
    const deadlines = startDeadlines(new AbortController().signal, TIMEOUTS, clock);
    for (const event of came) deadlines[event]();
    expect(deadlines.why()).toBeUndefined();
    await clock.pass(ms);
    expect(deadlines.why()).toBe(why);
    expect(deadlines.signal.aborted).toBe(true);
  });

  it('a reply that goes on slowly is waited for, until it goes on no more', async () => {
    const clock = timers();
    const deadlines = startDeadlines(new AbortController().signal, TIMEOUTS, clock);
    deadlines.headersCame();
    deadlines.bytesCame();
    for (let piece = 0; piece < 5; piece += 1) {
      deadlines.bytesCame();
      await clock.pass(3);
      expect(deadlines.signal.aborted).toBe(false);
    }
    await clock.pass(3);
    expect(deadlines.why()).toBe('stalled');
  });

  it('a deadline that was kept does not pass later', async () => {
    const clock = timers();
    const deadlines = startDeadlines(new AbortController().signal, TIMEOUTS, clock);
    deadlines.headersCame();
    await clock.pass(1);
    deadlines.bytesCame();
    await clock.pass(2);
    expect(deadlines.why()).toBeUndefined();
    deadlines.end();
    await clock.pass(3);
    await clock.pass(4);
    expect(deadlines.why()).toBeUndefined();
    expect([3, 4].map(clock.isCancelled)).toEqual([true, true]);
  });

  it('the caller stops it at once, and that stays the reason', async () => {
    const clock = timers();
    const caller = new AbortController();
    const deadlines = startDeadlines(caller.signal, TIMEOUTS, clock);
    caller.abort();
    await clock.pass(4);
    expect(deadlines.why()).toBe('aborted');
    expect(startDeadlines(caller.signal, TIMEOUTS, clock).signal.aborted).toBe(true);
  });
});
