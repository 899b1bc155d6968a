import { matches, queryDocument } from '../../observe/dom';
import type { ActContext } from '../actor/act-context';
import { closestRendered } from '../actor/native-dom';

/** What Escape does by itself: closes the popover or modal dialog on top, unless its `cancel` event is prevented. */
export function escape(context: ActContext, target: Element): void {
  const popover = [...queryDocument(context.document, ':popover-open')].at(-1);
  if (popover && matches(popover, '[popover=""],[popover=auto],[popover=hint]')) {
    return HTMLElement.prototype.hidePopover.call(popover);
  }
  const dialog =
    closestRendered(target, 'dialog[open]') ?? [...queryDocument(context.document, 'dialog:modal')].at(-1);
  if (!dialog) return;
  const cancel = new context.window.Event('cancel', { cancelable: true });
  if (dialog.dispatchEvent(cancel)) HTMLDialogElement.prototype.close.call(dialog as HTMLDialogElement);
}
