import { getDocumentElement, isConnected } from '../../observe/dom';
import type { ActContext } from '../actor/act-context';
import { elementAt } from '../actor/native-dom';
import { focusNearest } from './focus';
import { BUTTON_BIT, BUTTON_NUMBER, type Modifier, type MouseButton } from './pointer-device';
import { selectWordAt } from './select-word';
import { makeSender } from './send-pointer';

export interface ButtonOptions {
  button: MouseButton;
  modifiers: readonly Modifier[];
}

/** A button that is held, and what the handlers of its press have prevented. */
export interface Press {
  target: Element;
  options: ButtonOptions;
  /** `pointerdown` was not prevented: mouse events follow, at the release too. */
  wantsMouse: boolean;
  /** Nor was `mousedown`: the browser would focus, select or begin to drag. */
  byDefault: boolean;
  stopListening(): void;
}

/** Presses a button on what the pointer is on, and holds it until `releaseButton`. */
export function pressButton(context: ActContext, target: Element, options: ButtonOptions, count = 1): Press {
  const device = context.pointer;
  const button = BUTTON_NUMBER[options.button];
  const send = makeSender(context, device.point, options.modifiers);
  device.buttons |= BUTTON_BIT[options.button];
  const stopListening = listenForCapture(context);
  const wantsMouse = send(target, 'pointerdown', { button });
  const byDefault = wantsMouse && isConnected(target) && send(target, 'mousedown', { button, detail: count });
  if (byDefault) focusNearest(context, target);
  if (byDefault && count === 2 && options.button === 'left') selectWordAt(context, device.point);
  return { target, options, wantsMouse, byDefault, stopListening };
}

/**
 * Releases the button where the pointer is; returns what it was released on. The click that may follow is the
 * caller's business.
 */
export function releaseButton(context: ActContext, press: Press, count = 1): Element | undefined {
  const { pointer: device, document } = context;
  const { modifiers } = press.options;
  const button = BUTTON_NUMBER[press.options.button];
  const target = findReleased(context, press);
  device.buttons &= ~BUTTON_BIT[press.options.button];
  const send = makeSender(context, device.point, modifiers);
  const receiver = target ?? getDocumentElement(document);
  if (receiver) send(receiver, 'pointerup', { button });
  if (receiver && press.wantsMouse) send(receiver, 'mouseup', { button, detail: count });
  press.stopListening();
  device.captured = undefined;
  return target;
}

function findReleased({ pointer: device, document }: ActContext, { target }: Press): Element | undefined {
  if (device.captured && isConnected(device.captured)) return device.captured;
  const { x, y } = device.point;
  if (device.over === target && isConnected(target)) return target;
  return elementAt(document, x, y);
}

/** The page's `setPointerCapture` shows in the events that it causes. */
function listenForCapture({ pointer: device, window }: ActContext): () => void {
  const stop = new AbortController();
  const note = (event: Event): void => {
    const [target] = event.composedPath();
    device.captured = event.type === 'gotpointercapture' && target instanceof Element ? target : undefined;
  };
  for (const type of ['gotpointercapture', 'lostpointercapture'])
    window.addEventListener(type, note, { capture: true, signal: stop.signal });
  return () => stop.abort();
}
