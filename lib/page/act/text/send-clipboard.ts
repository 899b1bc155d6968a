import type { ActContext } from '../actor/act-context';

// The system's clipboard is not touched: these events carry a clipboard of their own.

/** False when the page has handled the event. */
export function sendPaste(context: ActContext, target: Element, text: string): boolean {
  const data = new context.window.DataTransfer();
  data.setData('text/plain', text);
  return send(context, target, 'paste', data);
}

/** False when the page has handled the event. */
export function sendCut(context: ActContext, target: Element): boolean {
  return send(context, target, 'cut', new context.window.DataTransfer());
}

/** What the page puts on the clipboard for its selection: the text that it holds itself. Undefined when it leaves that to the browser. */
export function sendCopy(context: ActContext, target: Element): string | undefined {
  const data = new context.window.DataTransfer();
  send(context, target, 'copy', data);
  return data.types.length > 0 ? data.getData('text/plain') : undefined;
}

function send({ window }: ActContext, target: Element, type: string, clipboardData: DataTransfer): boolean {
  const init = { clipboardData, bubbles: true, cancelable: true, composed: true };
  return target.dispatchEvent(new window.ClipboardEvent(type, init));
}
