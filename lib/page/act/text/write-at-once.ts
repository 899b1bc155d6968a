import type { ActContext } from '../actor/act-context';
import { focusElement } from '../pointer/focus';
import { executeCommand, writeValueNatively } from '../actor/native-dom';
import { sendKey } from '../keys/send-key';
import { sendChange, sendInput } from './announce-change';
import type { TextField } from './editable';
import { lastPressOf } from './last-press';
import { holds } from './same-text';
import { prepareSelection } from './write-ways';

/**
 * Puts a text into a field at once and returns what it holds right then: for filters, which need be asked only once. First
 * the editing command, whose `input` event the page cannot tell from a person's; when the page does not take that, the
 * value itself.
 */
export function writeAtOnce(context: ActContext, field: TextField, text: string, append: boolean): string {
  const before = field.value;
  const wanted = append ? before + text : text;
  focusElement(context, field);
  const press = lastPressOf(text);
  sendKey(context, field, 'keydown', press);
  // A handler may have typed it by itself (one-character fields often do).
  if (field.value === before || !holds(field.value, wanted)) {
    prepareSelection(field, append);
    if (text !== '') executeCommand(context.document, 'insertText', text);
    else if (field.value !== '') executeCommand(context.document, 'delete');
    if (!holds(field.value, wanted)) {
      writeValueNatively(context.window, field, wanted);
      sendInput(context, field);
    }
  }
  sendKey(context, field, 'keyup', press);
  if (field.value !== before) sendChange(context, field);
  return field.value;
}
