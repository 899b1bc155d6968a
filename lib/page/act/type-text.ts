import { getLocalName, matches } from '../observe/dom';
import { isSecretField } from '../observe/secret-fields';
import {
  actError,
  type ActContext,
  type ActError,
  expectElement,
  type PageActionRunner,
} from './actor/act-context';
import { expectActionable } from './ready/actionable';
import { nameElement, quoteShort } from './actor/name-element';
import { expectText, readFlag } from './actor/read-arguments';
import { submitWithEnter } from './keys/submit-form';
import { findEditable, isRichText, isTextField, isValueInput } from './text/editable';
import { readEditor, writeEditor } from './text/write-editor';
import { holds, writeField } from './text/write-field';
import { writeValueInput } from './text/write-value-input';

export const typeText: PageActionRunner = {
  name: 'type_text',
  element: 'required',
  reads: false,
  async run(context, action, given) {
    const element = expectElement(given);
    const text = expectText(action, 'text');
    const append = readFlag(action, 'append') ?? false;
    const field = expectField(context, element);
    await expectActionable(context, field);
    context.expectApproved(element);
    const name = nameElement(context, field);
    const before = readField(field);
    const value = await write(context, field, text, append);
    expectTaken(field, name, { before, value, wanted: append ? before + text : text });
    const submit = readFlag(action, 'submit') ?? false;
    if (submit) {
      context.expectSameDestination(element);
      submitWithEnter(context, field);
    }
    return { ...report(field, name, value, append ? before + text : text, submit), target: field };
  },
};

/** `readonly` means nothing to colour and range inputs. */
const READ_ONLY = 'textarea[readonly],input[readonly]:not([type=color],[type=range]),[aria-readonly=true]';

function expectField(context: ActContext, element: Element): Element {
  const field = findEditable(element);
  if (!field) throw notEditableError(context, element);
  if (matches(field, READ_ONLY)) {
    const name = nameElement(context, field);
    throw actError(
      'read-only',
      `${name} cannot be typed into. Click it and choose from what opens, or look for another way to set it.`,
      { target: name },
    );
  }
  return field;
}

function notEditableError(context: ActContext, element: Element): ActError {
  const name = nameElement(context, element);
  const instead =
    getLocalName(element) === 'select'
      ? 'Use select_option.'
      : matches(element, 'input:is([type=checkbox],[type=radio])')
        ? 'Use set_checked.'
        : 'Use the ref of a text field; when clicking this one opens a field, click it first.';
  return actError('not-editable', `${name} is no text field. ${instead}`, { target: name });
}

function readField(field: Element): string {
  return isRichText(field) ? readEditor(field) : (field as HTMLInputElement).value;
}

function write(context: ActContext, field: Element, text: string, append: boolean): Promise<string> | string {
  if (isValueInput(field)) return writeValueInput(context, field, text, append);
  if (isTextField(field)) return writeField(context, field, text, append);
  return writeEditor(context, field as HTMLElement, text, append);
}

interface Written {
  before: string;
  value: string;
  wanted: string;
}

/** A field that still holds what it held has refused the text: that is a failure, not a remark. */
function expectTaken(field: Element, name: string, { before, value, wanted }: Written): void {
  if (value !== before || holds(value, wanted)) return;
  const held = isSecretField(field) ? '' : `; it still holds ${quoteShort(value) || 'nothing'}`;
  throw actError(
    'not-typed',
    `${name} did not take the text${held}. Click it and use press_keys, or ask the user.`,
    {
      target: name,
    },
  );
}

function report(field: Element, name: string, value: string, wanted: string, submit: boolean) {
  const done = submit ? ' and pressed Enter' : '';
  if (isSecretField(field)) return { message: `filled ${name}${done}`, value: 'filled' };
  const differs = !isRichText(field) && value !== wanted && !holds(value, wanted);
  const remark = differs ? `, which shortened or changed it: it holds ${quoteShort(value) || 'nothing'}` : '';
  const did = wanted === '' ? `emptied ${name}` : `typed into ${name}${remark}`;
  return { message: `${did}${done}`, value };
}
