import { ActError, type ActContext } from '../actor/act-context';
import { closestRendered, focusedElementOf } from '../actor/native-dom';
import { clickElement } from '../click';
import { waitUntil } from '../effect/wait';
import { sendNamedKey } from '../keys/send-named-key';
import { surfaceOf } from './list-control';
import type { OpenList } from './open-list';

const CLOSE_TIMEOUT_MS = 400;

/** Whether what was opened is still on show. */
export function isStillOpen(list: OpenList): boolean {
  return list.isOpen();
}

/**
 * Closes the list as a person would: Escape, leaving the field, or pressing the control again. In a dialog Escape comes last:
 * it may close the dialog instead. `hasPicked`: it may be closing already.
 */
export async function closeList(context: ActContext, list: OpenList, hasPicked: boolean): Promise<void> {
  const escape = (): unknown => sendNamedKey(context, 'Escape');
  const leave = (): unknown => leaveField(context);
  const press = (): unknown => pressAgain(context, list.control);
  const inDialog = closestRendered(list.control, 'dialog,[role=dialog],[role=alertdialog]') !== undefined;
  const shut = list.wasOpen ? [] : [press];
  const ways = inDialog ? [leave, ...shut, escape] : [escape, leave, ...shut];
  // Most close by themselves when something is picked, with an animation.
  for (const way of hasPicked ? [() => undefined, ...ways] : ways) {
    if (!isStillOpen(list)) return;
    await Promise.resolve(way());
    const isClosed = (): true | undefined => !isStillOpen(list) || undefined;
    if (await waitUntil(context.window, CLOSE_TIMEOUT_MS, context.signal, isClosed)) return;
  }
}

async function pressAgain(context: ActContext, control: Element): Promise<void> {
  try {
    await clickElement(context, surfaceOf(control));
  } catch (error) {
    // What covers or replaced the control is told by the next observation; what was to be done is done or has failed already.
    if (!(error instanceof ActError)) throw error;
  }
}

/** Takes the focus away, which is how lists notice that they are left. */
export function leaveField(context: ActContext): void {
  const focused = focusedElementOf(context.document);
  if (focused) HTMLElement.prototype.blur.call(focused);
}
