import { actError, type ActContext, expectNotStopped } from '../actor/act-context';
import { focusElement } from '../pointer/focus';
import { sendKey } from '../keys/send-key';
import { nameElement, quoteShort } from '../actor/name-element';
import { executeCommand } from '../actor/native-dom';
import { sleep } from '../effect/wait';
import { lastPressOf } from './last-press';
import { placeCaretAtEnd, selectEditorText } from './select-all';

/** Editors with a model of their own (Slate, Lexical, Draft.js) read the selection with a delay of up to 100 ms. */
const EDITOR_SELECTION_MS = 120;

/**
 * Replaces (or continues) the text of a contenteditable or rich editor through the events that such editors handle:
 * selection, cut, paste; and the browser's editing command where nobody handles the paste. The system's clipboard is
 * not touched. Returns the text then. Failure code: `not-typed`.
 */
export async function writeEditor(
  context: ActContext,
  host: HTMLElement,
  text: string,
  append: boolean,
): Promise<string> {
  const before = readEditor(host);
  const wanted = append ? before + text : text;
  const press = lastPressOf(text);
  focusElement(context, host);
  sendKey(context, host, 'keydown', press);
  await pasteInto(context, host, text, append);
  if (!says(readEditor(host), wanted)) await insertInto(context, host, text, append);
  sendKey(context, host, 'keyup', press);
  const after = readEditor(host);
  if (says(after, wanted)) return after;
  throw actError(
    'not-typed',
    `${nameElement(context, host)} did not take the text; it holds ${quoteShort(after) || 'nothing'} now. Click into it and use press_keys, or ask the user.`,
    { target: nameElement(context, host) },
  );
}

/** Text of an editor as a person reads it; also what is compared, so whitespace is folded. */
export function readEditor(host: HTMLElement): string {
  return host.innerText.replace(/[\u200b\ufeff]/g, '').trim();
}

function says(text: string, wanted: string): boolean {
  const fold = (value: string): string => value.replace(/[\s\u200b\ufeff]+/g, '');
  return fold(text) === fold(wanted);
}

async function pasteInto(
  context: ActContext,
  host: HTMLElement,
  text: string,
  append: boolean,
): Promise<void> {
  if (!(await selectInto(context, host, append))) return;
  if (!append && readEditor(host) !== '') {
    const handled = !sendClipboard(context, host, 'cut', '');
    if (handled || text === '') await sleep(context.window, EDITOR_SELECTION_MS, context.signal);
    if (!handled && text === '') executeCommand(context.document, 'delete');
  }
  if (text === '') return;
  expectNotStopped(context.signal);
  const unhandled = sendClipboard(context, host, 'paste', text);
  if (unhandled) executeCommand(context.document, 'insertText', text);
  await sleep(context.window, unhandled ? 0 : EDITOR_SELECTION_MS, context.signal);
}

/** For pages that swallow the paste to forbid it. */
async function insertInto(
  context: ActContext,
  host: HTMLElement,
  text: string,
  append: boolean,
): Promise<void> {
  // Only onto an untouched or emptied editor: half of a text must not be followed by the whole of it.
  if (!(await selectInto(context, host, append && readEditor(host) !== ''))) return;
  expectNotStopped(context.signal);
  if (text === '') executeCommand(context.document, 'delete');
  else executeCommand(context.document, 'insertText', text);
  await sleep(context.window, EDITOR_SELECTION_MS, context.signal);
}

async function selectInto(context: ActContext, host: HTMLElement, append: boolean): Promise<boolean> {
  if (append) placeCaretAtEnd(context, host);
  else selectEditorText(context, host);
  await sleep(context.window, EDITOR_SELECTION_MS, context.signal);
  expectNotStopped(context.signal);
  return host.isConnected;
}

/** False when an editor has handled the event. */
function sendClipboard(context: ActContext, host: HTMLElement, type: 'cut' | 'paste', text: string): boolean {
  const data = new context.window.DataTransfer();
  if (text !== '') data.setData('text/plain', text);
  return host.dispatchEvent(
    new context.window.ClipboardEvent(type, {
      clipboardData: data,
      bubbles: true,
      cancelable: true,
      composed: true,
    }),
  );
}
