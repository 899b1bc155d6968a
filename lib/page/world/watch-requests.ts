import type { NativeCalls } from './native-calls';
import type { PageWorld } from './page-world';

/** An answer has come for good when it has been read. */
const READERS = ['json', 'text', 'arrayBuffer', 'blob', 'bytes', 'formData'];

/** Counts what the page has asked of servers on account of the action and has no answer to yet. */
export function watchRequests(world: PageWorld, calls: NativeCalls): () => number {
  const { window } = world;
  const { then } = window.Promise.prototype;
  const { addEventListener } = window.EventTarget.prototype;
  const { apply } = window.Reflect;
  let inFlight = 0;
  const begin = (): (() => void) => {
    let isOver = false;
    inFlight += 1;
    return () => {
      if (!isOver) inFlight -= 1;
      isOver = true;
    };
  };
  calls.watch(window, 'fetch', (call) => {
    if (world.phase() === 'resting') return call();
    const end = begin();
    const answer = call();
    void apply(then, answer, [end, end]);
    return answer;
  });
  for (const name of READERS) {
    calls.watch(window.Response?.prototype, name, (call) => {
      if (world.phase() === 'resting') return call();
      const end = begin();
      const content = call();
      void apply(then, content, [end, end]);
      return content;
    });
  }
  calls.watch(window.XMLHttpRequest?.prototype, 'send', (call, _args, request) => {
    if (world.phase() === 'resting') return call();
    const end = begin();
    try {
      apply(addEventListener, request, ['loadend', end, { once: true }]);
      return call();
    } catch (error) {
      end();
      throw error;
    }
  });
  return () => inFlight;
}
