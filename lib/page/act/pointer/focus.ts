import type { ActContext } from '../actor/act-context';
import { closestRendered, focusedElementOf } from '../actor/native-dom';

export const FOCUSABLE = [
  'a[href]',
  'area[href]',
  'button:not(:disabled)',
  'input:not(:disabled):not([type=hidden])',
  'select:not(:disabled)',
  'textarea:not(:disabled)',
  'summary',
  'iframe',
  'audio[controls]',
  'video[controls]',
  '[tabindex]',
  '[contenteditable]:not([contenteditable=false])',
].join(',');

/** What pressing the mouse on an element does to the focus: the nearest focusable around it gets it, or nothing keeps it. */
export function focusNearest(context: ActContext, element: Element): void {
  const focusable = closestRendered(element, FOCUSABLE);
  if (focusable) return focusElement(context, focusable);
  const focused = focusedElementOf(context.document);
  if (focused) HTMLElement.prototype.blur.call(focused);
}

/**
 * Focuses an element. A page without the system's focus (a background tab) moves `activeElement` but sends no
 * events; they are sent here then, because widgets open on them.
 */
export function focusElement(context: ActContext, element: Element): void {
  const before = focusedElementOf(context.document);
  if (before === element) return;
  let heard = false;
  const listen = (): void => {
    heard = true;
  };
  element.addEventListener('focus', listen);
  // SVG elements bring the same method along from their own prototype.
  (element as HTMLElement).focus({ preventScroll: true });
  element.removeEventListener('focus', listen);
  if (heard || focusedElementOf(context.document) !== element) return;
  if (before) sendFocusEvents(context, before, ['blur', 'focusout'], element);
  sendFocusEvents(context, element, ['focus', 'focusin'], before);
}

/**
 * Tells a field that it was left, which many pages wait for before they take its value. The focus itself stays: keys that
 * are pressed next are meant for this field.
 */
export function announceLeaving(context: ActContext, field: Element): void {
  sendFocusEvents(context, field, ['blur', 'focusout']);
}

function sendFocusEvents(
  context: ActContext,
  target: Element,
  types: [string, string],
  related?: Element,
): void {
  const [own, bubbling] = types;
  const init = { relatedTarget: related ?? null, composed: true, view: context.window };
  target.dispatchEvent(new context.window.FocusEvent(own, init));
  target.dispatchEvent(new context.window.FocusEvent(bubbling, { ...init, bubbles: true }));
}
