import type { ActContext } from '../actor/act-context';
import { closestRendered, rendersWithin } from '../actor/native-dom';
import { clickElement } from '../click';
import { waitUntil } from '../effect/wait';
import { findConfirmingButton } from './confirming-button';
import type { OpenList } from './open-list';

export const CONFIRM_TIMEOUT_MS = 2000;
const DIALOG = 'dialog,[role=dialog],[role=alertdialog]';

/** The button that a dialog of options has for taking the choice over; undefined when picking an option is all. */
export function findConfirming(context: ActContext, list: OpenList, option: Element): Element | undefined {
  const dialog = closestRendered(option, DIALOG);
  if (!dialog || rendersWithin(list.control, dialog)) return undefined;
  return findConfirmingButton(context, [dialog]);
}

/** Presses it when there is one, and waits until the list is gone. Resolves to whether there was one. */
export async function confirmChoice(context: ActContext, list: OpenList): Promise<boolean> {
  const [first] = list.offered();
  const button = first && findConfirming(context, list, first.item);
  if (!button) return false;
  await clickElement(context, button);
  await waitUntil(context.window, CONFIRM_TIMEOUT_MS, context.signal, () => !list.isOpen() || undefined);
  return true;
}
