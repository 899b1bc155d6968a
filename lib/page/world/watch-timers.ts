import type { NativeCalls } from './native-calls';
import type { PageWorld } from './page-world';

/** Pages put off work by this long at most when they wait for the next key or click; what is later is no part of the action. */
const SHORT_TIMER_MS = 300;

/** Milliseconds until the last short timer is due that began while the action's own events ran: a debounced handler. */
export function watchTimers(world: PageWorld, calls: NativeCalls): () => number {
  const { window } = world;
  const { apply } = window.Reflect;
  const clock = window.performance;
  const dueAt = new Map<unknown, number>();
  calls.watch(window, 'setTimeout', (call, args) => {
    const [handler, given] = args;
    const delay = Number(given ?? 0) || 0;
    if (world.phase() !== 'acting' || typeof handler !== 'function' || delay > SHORT_TIMER_MS) return call();
    const run = handler as (...values: unknown[]) => unknown;
    args[0] = function (this: unknown, ...values: unknown[]): unknown {
      dueAt.delete(id);
      return apply(run, this, values);
    };
    const id = call();
    dueAt.set(id, clock.now() + Math.max(delay, 0));
    return id;
  });
  calls.watch(window, 'clearTimeout', (call, [id]) => {
    dueAt.delete(id);
    return call();
  });
  return () => {
    const now = clock.now();
    let last = 0;
    for (const due of dueAt.values()) last = Math.max(last, due - now, 1);
    return last;
  };
}
