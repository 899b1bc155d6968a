import type { ActContext } from '../actor/act-context';
import type { Modifier, Point } from './pointer-device';

/** Sends one event of the pointer to an element; false when a handler has prevented its default. */
export type Send = (target: Element, type: string, init?: PointerEventInit) => boolean;

/** The id that browsers give the mouse: the page may call `setPointerCapture` with it and is not refused. */
const MOUSE_POINTER_ID = 1;
/** https://w3c.github.io/pointerevents/#dom-pointerevent-pressure, for hardware without it */
const HELD_PRESSURE = 0.5;

/** Events at one point, with the buttons that the device holds at that moment. */
export function makeSender(context: ActContext, point: Point, modifiers: readonly Modifier[] = []): Send {
  const { pointer: device, window } = context;
  const shared = {
    view: window,
    clientX: point.x,
    clientY: point.y,
    screenX: point.x + window.screenX,
    screenY: point.y + window.screenY,
    altKey: modifiers.includes('Alt'),
    ctrlKey: modifiers.includes('Control'),
    metaKey: modifiers.includes('Meta'),
    shiftKey: modifiers.includes('Shift'),
    composed: true,
  };
  return (target, type, init = {}) => {
    const passing = !/(enter|leave)$/.test(type);
    const whole = { bubbles: passing, cancelable: passing, buttons: device.buttons, ...shared, ...init };
    const event = isPointerType(type)
      ? makePointerEvent(context, type, whole)
      : new window.MouseEvent(type, whole);
    return target.dispatchEvent(event);
  };
}

function makePointerEvent({ window }: ActContext, type: string, init: PointerEventInit): PointerEvent {
  const pressed = /^pointer/.test(type) && init.buttons !== 0;
  const whole: PointerEventInit = {
    pointerId: MOUSE_POINTER_ID,
    pointerType: 'mouse',
    isPrimary: true,
    width: 1,
    height: 1,
    pressure: pressed ? HELD_PRESSURE : 0,
    ...init,
  };
  if (type !== 'pointermove') return new window.PointerEvent(type, whole);
  // What draws reads the points between two frames from here: a move is always among its own coalesced events.
  const coalescedEvents = [new window.PointerEvent(type, whole)];
  return new window.PointerEvent(type, { ...whole, coalescedEvents });
}

/** https://w3c.github.io/pointerevents/#the-click-auxclick-and-contextmenu-events */
function isPointerType(type: string): boolean {
  return type.startsWith('pointer') || type === 'click' || type === 'auxclick' || type === 'contextmenu';
}
