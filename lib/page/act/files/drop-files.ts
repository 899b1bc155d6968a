import type { ActContext } from '../actor/act-context';
import { sendDrag } from '../pointer/carry-natively';
import { makeTransfer } from '../pointer/make-transfer';
import { expectActionable } from '../ready/actionable';
import { nextFrame } from '../ready/stillness';

/** Drops files onto an element as from a folder; false when the page does not take them there. */
export async function dropFiles(
  context: ActContext,
  element: Element,
  files: readonly File[],
): Promise<boolean> {
  const { surface, point } = await expectActionable(context, element);
  context.expectApproved(element);
  const transfer = makeTransfer(context.window);
  for (const file of files) transfer.items.add(file);
  const send = (type: string): boolean => sendDrag(context, type, surface, transfer, point);
  send('dragenter');
  await nextFrame(context.window, context.signal);
  const isTaken = !send('dragover');
  if (!isTaken) {
    send('dragleave');
    return false;
  }
  send('drop');
  return true;
}
