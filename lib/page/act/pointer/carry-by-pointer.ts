import { isConnected } from '../../observe/dom';
import type { ActContext } from '../actor/act-context';
import { closestRendered } from '../actor/native-dom';
import type { Carrier } from './carry';
import { movePointer } from './move-pointer';
import { releaseButton, type Press } from './press-button';
import { makeSender } from './send-pointer';

/** A click on one of these does something by itself, which is not what a drag is for. */
const ACTIVATED = 'a[href],area[href],button,input,select,textarea,summary,label,[role=button],[role=link]';

/** A drag that the page makes of pointer and mouse moves; each goes to what is drawn at its point. */
export function carryByPointer(context: ActContext, press: Press): Carrier {
  return {
    way: 'pointer',
    moveTo: (point) => void movePointer(context, point),
    drop() {
      const released = releaseButton(context, press);
      if (released === press.target) endWithClick(context, released);
      return false;
    },
    cancel: () => cancelPointer(context, press),
  };
}

/** Hardware ends a press with a click where both were on the same element; what reads drags waits for that one and ignores it. */
function endWithClick(context: ActContext, target: Element): void {
  if (!isConnected(target) || closestRendered(target, ACTIVATED)) return;
  makeSender(context, context.pointer.point)(target, 'click', { button: 0, detail: 1 });
}

function cancelPointer(context: ActContext, press: Press): void {
  const { pointer: device } = context;
  device.buttons = 0;
  const target = device.over ?? press.target;
  const send = makeSender(context, device.point);
  send(target, 'pointercancel', { button: 0 });
  send(target, 'mouseup', { button: 0, detail: 1 });
  press.stopListening();
  device.captured = undefined;
}
