import type { ActContext } from '../actor/act-context';
import { executeCommand, writeValueNatively } from '../actor/native-dom';
import { nextTask } from '../effect/next-task';
import type { KeyPress } from '../keys/parse-keys';
import { sendKey } from '../keys/send-key';
import { focusElement } from '../pointer/focus';
import { sendInput } from './announce-change';
import type { TextField } from './editable';
import type { FieldTrace } from './follow-field';
import { deleteText, type Deletion } from './insert-text';
import { lastPressOf } from './last-press';
import { sendPaste } from './send-clipboard';
import { placeCaret, typeKeys, type Typing } from './type-keys';

/** One text on its way into one field. */
export interface Attempt {
  context: ActContext;
  trace: FieldTrace;
  /** Written behind what the field holds, or in place of it. */
  text: string;
  append: boolean;
}

export type Way = (attempt: Attempt) => Promise<Typing>;

const NOT_TYPED: Typing = { visited: [], handled: false };

function typedInto(field: TextField): Typing {
  return { visited: [field], handled: false };
}

const DELETE: KeyPress = { key: 'Delete', code: 'Delete', keyCode: 46, modifiers: [] };
const BACKSPACE: KeyPress = { key: 'Backspace', code: 'Backspace', keyCode: 8, modifiers: [] };

/** As a hand does, over the selected old text. */
export const byKeys: Way = async ({ context, trace, text, append }) => {
  const field = focusField(context, trace);
  if (!field) return NOT_TYPED;
  prepareSelection(field, append);
  if (text !== '') return typeKeys(context, trace, text);
  pressDeleting(context, field, DELETE, 'deleteContentBackward');
  return typedInto(field);
};

/** The whole text by one editing command. */
export const byCommand: Way = ({ context, trace, text, append }) => {
  const field = focusField(context, trace);
  if (!field) return Promise.resolve(NOT_TYPED);
  const press = lastPressOf(text);
  sendKey(context, field, 'keydown', press);
  prepareSelection(field, append);
  if (text !== '') executeCommand(context.document, 'insertText', text);
  else if (field.value !== '') executeCommand(context.document, 'delete');
  sendKey(context, field, 'keyup', press);
  return Promise.resolve(typedInto(field));
};

/** Past all editing: the value, and the event that tells of it. */
export const byValue: Way = ({ context, trace, text, append }) => {
  const field = focusField(context, trace);
  if (!field) return Promise.resolve(NOT_TYPED);
  writeValueNatively(context.window, field, append ? field.value + text : text);
  sendInput(context, field);
  return Promise.resolve(typedInto(field));
};

export const byPaste: Way = ({ context, trace, text, append }) => {
  const field = focusField(context, trace);
  if (!field) return Promise.resolve(NOT_TYPED);
  prepareSelection(field, append);
  sendPaste(context, field, text);
  return Promise.resolve(typedInto(field));
};

/** For pages that keep their own text and know of keys only: no selection, every old character is erased. */
export const byKeysAlone: Way = async ({ context, trace, text, append }) => {
  const field = focusField(context, trace);
  if (!field) return NOT_TYPED;
  placeCaret(field);
  if (!append) await eraseByKeys(context, trace);
  return typeKeys(context, trace, text);
};

const MAX_ERASED = 400;

async function eraseByKeys(context: ActContext, trace: FieldTrace): Promise<void> {
  for (let presses = 0; presses < MAX_ERASED; presses++) {
    const field = trace.find();
    if (!field || field.value === '') return;
    const before = field.value;
    pressDeleting(context, field, BACKSPACE, 'deleteContentBackward');
    await nextTask(context.window);
    if (trace.find()?.value === before) return;
  }
}

function pressDeleting(context: ActContext, field: Element, press: KeyPress, deletion: Deletion): void {
  if (sendKey(context, field, 'keydown', press)) deleteText(context, field, deletion);
  sendKey(context, field, 'keyup', press);
}

function focusField(context: ActContext, trace: FieldTrace): TextField | undefined {
  const field = trace.find();
  if (field) focusElement(context, field);
  return field;
}

export function prepareSelection(field: TextField, append: boolean): void {
  if (append) placeCaret(field);
  else field.select();
}
