import type { ActContext } from '../actor/act-context';
import { executeCommand } from '../actor/native-dom';

/**
 * Writes at the caret or over the selection as typing does: `beforeinput` first, which the page may take over or refuse,
 * then the browser's own editing with its trusted `input`. False when a handler of the page has prevented it.
 */
export function insertText(context: ActContext, target: Element, text: string): boolean {
  const type = text === '\n' ? 'insertLineBreak' : 'insertText';
  if (!sendBeforeInput(context, target, type, text)) return false;
  executeCommand(context.document, 'insertText', text);
  return true;
}

/** What editing commands delete: https://w3c.github.io/input-events/#interface-InputEvent-Attributes */
export type Deletion = 'deleteContentBackward' | 'deleteContentForward';

/** Deletes the selection, or the character beside the caret. False when the page has prevented it. */
export function deleteText(context: ActContext, target: Element, deletion: Deletion): boolean {
  if (!sendBeforeInput(context, target, deletion)) return false;
  executeCommand(context.document, deletion === 'deleteContentForward' ? 'forwardDelete' : 'delete');
  return true;
}

function sendBeforeInput(context: ActContext, target: Element, inputType: string, text?: string): boolean {
  return target.dispatchEvent(
    new context.window.InputEvent('beforeinput', {
      inputType,
      data: inputType === 'insertText' ? (text ?? null) : null,
      bubbles: true,
      cancelable: true,
      composed: true,
    }),
  );
}
