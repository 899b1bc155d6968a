import type { ActContext } from '../actor/act-context';
import { focusElement } from '../pointer/focus';
import { sendKey } from '../keys/send-key';
import { executeCommand, writeValueNatively } from '../actor/native-dom';
import { sendChange, sendInput } from './announce-change';
import type { TextField } from './editable';
import { lastPressOf } from './last-press';

/**
 * Types into an input or textarea and returns what it holds then. First the editing command, whose `input` event the
 * page cannot tell from a person's; when the page does not take that, the value itself.
 */
export function writeField(context: ActContext, field: TextField, text: string, append: boolean): string {
  const before = field.value;
  const wanted = normalizeFor(field, append ? before + text : text);
  focusElement(context, field);
  const press = lastPressOf(text);
  sendKey(context, field, 'keydown', press);
  // A handler may have typed it by itself (one-character fields often do).
  if (field.value === before || !holds(field.value, wanted)) {
    insertByCommand(context, field, normalizeFor(field, text), append);
    if (!holds(field.value, wanted)) insertByValue(context, field, wanted);
  }
  sendKey(context, field, 'keyup', press);
  // Frameworks that wait for the field to be left (`v-model.lazy`, plain onchange) hear of it without a blur.
  if (field.value !== before) sendChange(context, field);
  return field.value;
}

/** Whether the field holds the text, up to what masks, trimming and letter case add and take away. */
export function holds(value: string, wanted: string): boolean {
  if (value === wanted) return true;
  const core = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  return core(wanted) !== '' && core(value) === core(wanted);
}

function normalizeFor(field: TextField, text: string): string {
  const lines = text.replace(/\r\n?/g, '\n');
  return field.localName === 'textarea' ? lines : lines.replaceAll('\n', ' ');
}

function insertByCommand(context: ActContext, field: TextField, text: string, append: boolean): void {
  if (append) placeCaret(field);
  else field.select();
  if (text !== '') executeCommand(context.document, 'insertText', text);
  else if (field.value !== '') executeCommand(context.document, 'delete');
}

function placeCaret(field: TextField): void {
  // Types such as email have no caret to set; typing then goes where the browser keeps it.
  if (field.selectionStart !== null) field.setSelectionRange(field.value.length, field.value.length);
}

function insertByValue(context: ActContext, field: TextField, value: string): void {
  writeValueNatively(context.window, field, value);
  sendInput(context, field);
}
