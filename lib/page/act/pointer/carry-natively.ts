import { getAttribute, getBody, isConnected } from '../../observe/dom';
import type { ActContext, PageWindow } from '../actor/act-context';
import { elementAt, renderedAncestorsOf } from '../actor/native-dom';
import type { Carrier } from './carry';
import { makeTransfer } from './make-transfer';
import { movePointer } from './move-pointer';
import type { Point } from './pointer-device';
import type { Press } from './press-button';
import { makeSender } from './send-pointer';

/**
 * Begins a drag as HTML has it, when what was pressed is draggable and the page does not call it off: all events of it
 * share one DataTransfer. https://html.spec.whatwg.org/multipage/dnd.html#drag-and-drop-processing-model
 */
export function beginNativeDrag(context: ActContext, press: Press, at: Point): Carrier | undefined {
  const source = press.byDefault ? findDraggable(press.target) : undefined;
  if (!source) return undefined;
  const transfer = makeTransfer(context.window);
  fillByDefault(transfer, source);
  if (!sendDrag(context, 'dragstart', source, transfer, at)) return undefined;
  leavePointer(context, press);
  return carryNatively(context, press, source, transfer, at);
}

function findDraggable(pressed: Element): HTMLElement | undefined {
  const reader = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'draggable')?.get;
  for (const element of renderedAncestorsOf(pressed)) {
    if (element instanceof HTMLElement && reader?.call(element) === true) return element;
  }
  return undefined;
}

/** Links and images bring their address along. */
function fillByDefault(transfer: DataTransfer, source: HTMLElement): void {
  const address = getAttribute(source, source.localName === 'img' ? 'src' : 'href');
  if (address === null || !URL.canParse(address, source.baseURI)) return;
  const { href } = new URL(address, source.baseURI);
  transfer.setData('text/uri-list', href);
  transfer.setData('text/plain', href);
}

/** From now on the pointer is the browser's: the page hears that it was cancelled, and no more of it. */
function leavePointer(context: ActContext, { target }: Press): void {
  const send = makeSender(context, context.pointer.point);
  for (const type of ['pointercancel', 'pointerout', 'pointerleave']) send(target, type, { buttons: 0 });
}

function carryNatively(
  context: ActContext,
  press: Press,
  source: HTMLElement,
  transfer: DataTransfer,
  begun: Point,
): Carrier {
  let over: Element | undefined;
  let accepted = false;
  let point = begun;
  const send = (type: string, target: Element, related?: Element): boolean =>
    sendDrag(context, type, target, transfer, point, related);
  const enter = (target: Element | undefined): void => {
    if (target === over) return;
    const left = over;
    over = target;
    if (target) send('dragenter', target, left);
    if (left && isConnected(left)) send('dragleave', left, target);
  };
  const end = (): void => {
    send('dragend', source);
    press.stopListening();
    context.pointer.buttons = 0;
    // The page hears of the pointer again; some tidy up on its first move.
    movePointer(context, point);
  };
  return {
    way: 'native',
    moveTo(next) {
      point = next;
      context.pointer.point = next;
      send('drag', source);
      enter(elementAt(context.document, point.x, point.y) ?? getBody(context.document) ?? undefined);
      accepted = over !== undefined && !send('dragover', over);
    },
    drop() {
      if (over) send(accepted ? 'drop' : 'dragleave', over);
      end();
      return accepted;
    },
    cancel() {
      if (over) send('dragleave', over);
      end();
    },
  };
}

/** Sends one drag event; false when a handler has prevented its default, which for `dragover` means "drop it here". */
export function sendDrag(
  { window }: { window: PageWindow },
  type: string,
  target: Element,
  dataTransfer: DataTransfer,
  { x, y }: Point,
  related?: Element,
): boolean {
  const event = new window.DragEvent(type, {
    dataTransfer,
    view: window,
    clientX: x,
    clientY: y,
    screenX: x + window.screenX,
    screenY: y + window.screenY,
    relatedTarget: related ?? null,
    buttons: type === 'dragend' || type === 'drop' ? 0 : 1,
    bubbles: true,
    cancelable: type !== 'dragleave' && type !== 'dragend',
    composed: true,
  });
  return target.dispatchEvent(event);
}
