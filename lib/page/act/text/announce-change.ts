import type { ActContext } from '../actor/act-context';

/** Tells the page that a control has a new value, as the browser does after a choice: `input`, then `change`. */
export function announceChange(context: ActContext, control: Element): void {
  sendInput(context, control);
  sendChange(context, control);
}

export function sendInput(context: ActContext, control: Element): void {
  control.dispatchEvent(new context.window.Event('input', { bubbles: true, composed: true }));
}

export function sendChange(context: ActContext, control: Element): void {
  control.dispatchEvent(new context.window.Event('change', { bubbles: true }));
}
