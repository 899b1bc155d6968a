import type { ActionResult } from '../../trajectories/action';
import type { ActDeps } from '../act/actor/act-context';
import { nameElement } from '../act/actor/name-element';
import { watchEffect } from '../act/effect/watch-effect';
import type { HandOverRequest } from '../types';
import { outlineElement } from '../overlay/outline';
import { watchUser } from './watch-user';

/**
 * Outlines an element and waits until the user has done what is asked, or leaves the page; then says what came of it.
 * Meanwhile the element is in `asked`. Resolves with a failure when the element is gone or the signal aborts; the outline goes in any case. Never rejects.
 */
export async function handOver(
  deps: ActDeps,
  request: HandOverRequest,
  asked: Set<Element>,
  signal: AbortSignal,
): Promise<ActionResult> {
  const element = deps.elementOf(request.ref);
  if (!element) return failed('stale-ref', 'The element is no longer in the page. Observe again.');
  const over = new AbortController();
  const stop = (): void => over.abort();
  signal.addEventListener('abort', stop);
  Element.prototype.scrollIntoView.call(element, { block: 'center', behavior: 'instant' });
  asked.add(element);
  const outline = outlineElement(deps.window, element, request.sentence ?? '');
  try {
    return await awaitUser(deps, element, request, over.signal);
  } finally {
    over.abort();
    asked.delete(element);
    outline.remove();
    signal.removeEventListener('abort', stop);
  }
}

async function awaitUser(
  deps: ActDeps,
  element: Element,
  { do: way }: HandOverRequest,
  signal: AbortSignal,
): Promise<ActionResult> {
  const name = nameElement({ deps }, element);
  const user = watchUser(deps.window, element, way, signal);
  const end = Promise.race([untilAborted(signal), untilLeft(deps.window, signal)]);
  const verb = await Promise.race([user.begun, end]);
  if (verb === undefined) return failed('stopped', 'The user was not waited for any longer.');
  // The promise comes back before the page's own handlers of the event have run: microtasks run between listeners.
  const world = deps.world?.();
  world?.count();
  const watch = watchEffect(deps, element, { world, byUser: true });
  try {
    if (verb !== LEFT) await Promise.race([user.through, end]);
    const message = verb === LEFT ? 'the user left the page' : `the user ${verb} ${name}`;
    const { effect, message: told } = await watch.finish({ message, target: element }, signal);
    const leaves = verb === LEFT ? { leaves: true } : {};
    return { status: 'done', message: told, effect: { ...effect, ...leaves } };
  } finally {
    watch.stop();
    world?.release();
  }
}

const LEFT = 'left';

function untilLeft(window: Window, signal: AbortSignal): Promise<string> {
  return new Promise((resolve) => {
    window.addEventListener('pagehide', () => resolve(LEFT), { once: true, signal });
  });
}

function untilAborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
}

function failed(code: string, message: string): ActionResult {
  return { status: 'failed', failure: { code, message } };
}
