import type { ActContext } from '../actor/act-context';

// The system's clipboard is not touched: these events carry a clipboard of their own.

/** False when the page has handled the event. */
export function sendPaste(context: ActContext, target: Element, text: string): boolean {
  const data = new context.window.DataTransfer();
  data.setData('text/plain', text);
  return target.dispatchEvent(makeEvent(context, 'paste', data, text));
}

/** False when the page has handled the event. */
export function sendCut(context: ActContext, target: Element): boolean {
  return target.dispatchEvent(makeEvent(context, 'cut', new context.window.DataTransfer()));
}

/** What the page puts on the clipboard for its selection: the text that it holds itself. Undefined when it leaves that to the browser. */
export function sendCopy(context: ActContext, target: Element): string | undefined {
  const event = makeEvent(context, 'copy', new context.window.DataTransfer());
  target.dispatchEvent(event);
  const { clipboardData } = event;
  return clipboardData && clipboardData.types.length > 0 ? clipboardData.getData('text/plain') : undefined;
}

function makeEvent(
  { window }: ActContext,
  type: string,
  clipboardData: DataTransfer,
  text?: string,
): ClipboardEvent {
  const shape = { bubbles: true, cancelable: true, composed: true };
  // Firefox (tried with 153) leaves `clipboardData` out, and knows these members of an older draft of the interface instead.
  const older = text === undefined ? {} : { dataType: 'text/plain', data: text };
  return new window.ClipboardEvent(type, { clipboardData, ...older, ...shape });
}
