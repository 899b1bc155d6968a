import { isConnected } from '../../observe/dom';
import type { ActContext } from '../actor/act-context';
import type { Actionable } from '../ready/actionable';
import { focusNearest } from './focus';
import { renderedAncestorsOf } from '../actor/native-dom';
import type { Modifier, MouseButton, Point } from './pointer-device';

export interface PressOptions {
  button: MouseButton;
  modifiers: readonly Modifier[];
  /** Called before the click itself, after the page's handlers of the press have run. Throws to call it off. */
  beforeClick(): void;
}

const BUTTON_NUMBER: Record<MouseButton, number> = { left: 0, middle: 1, right: 2 };
/** Bits of `buttons`, https://w3c.github.io/pointerevents/#the-buttons-property */
const BUTTON_BIT: Record<MouseButton, number> = { left: 1, middle: 4, right: 2 };

/** Moves the pointer from where it was onto the element, with every event of leaving and entering. */
export function movePointerTo(
  context: ActContext,
  { surface, point }: Actionable,
  modifiers: readonly Modifier[] = [],
): void {
  const device = context.pointer;
  const previous = device.over && isConnected(device.over) ? device.over : undefined;
  device.over = surface;
  device.point = point;
  const send = makeSender(context, point, modifiers);
  if (previous !== surface) {
    for (const kind of ['pointer', 'mouse'] as const) crossBoundary(send, kind, previous, surface);
  }
  send(surface, 'pointermove', {});
  send(surface, 'mousemove', {});
}

/**
 * Presses and releases a button on the element, `times` times in a row, as hardware would: events first, then the
 * activation that the browser attaches to `click`. Stops quietly when a handler takes the element away.
 */
export function pressPointer(
  context: ActContext,
  { surface, point }: Actionable,
  options: PressOptions,
  times: number,
): void {
  const send = makeSender(context, point, options.modifiers);
  for (let detail = 1; detail <= times; detail++) {
    if (!pressOnce(context, send, surface, options, detail)) return;
  }
  if (times === 2 && options.button === 'left') send(surface, 'dblclick', { detail: 2 });
}

type Send = (target: Element, type: string, init: PointerEventInit) => boolean;

function pressOnce(
  context: ActContext,
  send: Send,
  surface: Element,
  options: PressOptions,
  detail: number,
): boolean {
  const button = BUTTON_NUMBER[options.button];
  const held = { button, buttons: BUTTON_BIT[options.button], detail };
  const released = { button, buttons: 0, detail };
  const wantsMouse = send(surface, 'pointerdown', { ...held, detail: 0 });
  if (wantsMouse && isConnected(surface) && send(surface, 'mousedown', held)) focusNearest(context, surface);
  if (options.button === 'right' && isConnected(surface))
    send(surface, 'contextmenu', { ...held, detail: 0 });
  if (!isConnected(surface)) return false;
  send(surface, 'pointerup', { ...released, detail: 0 });
  if (wantsMouse) send(surface, 'mouseup', released);
  if (!isConnected(surface)) return false;
  options.beforeClick();
  // Dispatching (not `element.click()`): it activates natively all the same, and handlers get the coordinates,
  // modifiers and count that libraries use to tell a press from a keyboard click.
  send(surface, options.button === 'left' ? 'click' : 'auxclick', released);
  return isConnected(surface);
}

function makeSender(context: ActContext, point: Point, modifiers: readonly Modifier[]): Send {
  const shared = {
    view: context.window,
    clientX: point.x,
    clientY: point.y,
    screenX: point.x + context.window.screenX,
    screenY: point.y + context.window.screenY,
    altKey: modifiers.includes('Alt'),
    ctrlKey: modifiers.includes('Control'),
    metaKey: modifiers.includes('Meta'),
    shiftKey: modifiers.includes('Shift'),
    composed: true,
  };
  return (target, type, init) => {
    const passing = !/(enter|leave)$/.test(type);
    const whole = { bubbles: passing, cancelable: passing, ...shared, ...init };
    const event = isPointerType(type)
      ? new context.window.PointerEvent(type, {
          pointerId: 1,
          pointerType: 'mouse',
          isPrimary: true,
          ...whole,
        })
      : new context.window.MouseEvent(type, whole);
    return target.dispatchEvent(event);
  };
}

/** https://w3c.github.io/pointerevents/#the-click-auxclick-and-contextmenu-events */
function isPointerType(type: string): boolean {
  return type.startsWith('pointer') || type === 'click' || type === 'auxclick' || type === 'contextmenu';
}

function crossBoundary(send: Send, kind: 'pointer' | 'mouse', from: Element | undefined, to: Element): void {
  const left = from ? Array.from(renderedAncestorsOf(from)) : [];
  const entered = Array.from(renderedAncestorsOf(to));
  const stayed = new Set(left.filter((element) => entered.includes(element)));
  if (from) {
    send(from, `${kind}out`, { relatedTarget: to });
    for (const element of left)
      if (!stayed.has(element)) send(element, `${kind}leave`, { relatedTarget: to });
  }
  const related = from ? { relatedTarget: from } : {};
  send(to, `${kind}over`, related);
  for (const element of entered.reverse()) if (!stayed.has(element)) send(element, `${kind}enter`, related);
}
