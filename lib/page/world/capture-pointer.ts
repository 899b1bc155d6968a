import type { NativeCalls } from './native-calls';
import type { PageWorld } from './page-world';

/** The id that the run's pointer has; a hand's mouse has the same, but then its events are trusted. */
const RUN_POINTER_ID = 1;

/**
 * Lets a page capture the run's pointer. Browsers know nothing of a pointer that is held by events of a script: they
 * refuse to capture it, or do nothing and say that it isn't. The isolated script learns who captured it from the event that the
 * page gets, too, and sends what follows there. https://w3c.github.io/pointerevents/#pointer-capture
 */
export function capturePointer(world: PageWorld, calls: NativeCalls): () => void {
  const { window } = world;
  const { Element: PageElement, PointerEvent: PagePointerEvent, AbortController: PageAbort } = window;
  const { apply } = window.Reflect;
  const { addEventListener, dispatchEvent } = window.EventTarget.prototype;
  const stop = new PageAbort();
  let held = false;
  let holder: Element | undefined;

  const tell = (type: string, element: Element): void => {
    const facts = {
      pointerId: RUN_POINTER_ID,
      pointerType: 'mouse',
      isPrimary: true,
      bubbles: true,
      composed: true,
    };
    apply(dispatchEvent, element, [new PagePointerEvent(type, facts)]);
  };
  const letGo = (): void => {
    const before = holder;
    holder = undefined;
    if (before) tell('lostpointercapture', before);
  };
  const listen = (type: string, capture: boolean, heard: () => void): void => {
    const listener = (event: Event): void => {
      if (!event.isTrusted && (event as PointerEvent).pointerId === RUN_POINTER_ID) heard();
    };
    apply(addEventListener, window, [type, listener, { capture, signal: stop.signal }]);
  };
  listen('pointerdown', true, () => {
    letGo();
    held = true;
  });
  for (const type of ['pointerup', 'pointercancel']) {
    // After the page's own handlers have seen it.
    listen(type, false, () => {
      held = false;
      letGo();
    });
  }

  const isOurs = (id: unknown, element: unknown): element is Element =>
    held && id === RUN_POINTER_ID && element instanceof PageElement;
  calls.watch(PageElement.prototype, 'setPointerCapture', (call, [id], element) => {
    if (!isOurs(id, element)) return call();
    if (holder === element) return undefined;
    letGo();
    holder = element;
    tell('gotpointercapture', element);
    return undefined;
  });
  calls.watch(PageElement.prototype, 'releasePointerCapture', (call, [id], element) => {
    if (!isOurs(id, element)) return call();
    if (holder === element) letGo();
    return undefined;
  });
  calls.watch(PageElement.prototype, 'hasPointerCapture', (call, [id], element) =>
    isOurs(id, element) ? holder === element : call(),
  );
  return () => stop.abort();
}
