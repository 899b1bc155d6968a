import { getLocalName, matches } from '../observe/dom';
import { findSurface } from './text/drawn-surface';
import { isSecretField } from '../observe/secret-fields';
import {
  actError,
  type ActContext,
  type ActError,
  expectElement,
  type PageActionRunner,
} from './actor/act-context';
import { nameElement, quoteShort } from './actor/name-element';
import { expectText, readFlag } from './actor/read-arguments';
import { submitWithEnter } from './keys/submit-form';
import { focusElement } from './pointer/focus';
import { expectActionable } from './ready/actionable';
import { findEditable, isTextField, isValueInput, takesKeysOnly } from './text/editable';
import { drawnEditorOf, editorOf, keyedEditorOf } from './text/editors';
import { leaveField } from './text/leave-field';
import { holds } from './text/same-text';
import { writeEditor } from './text/write-editor';
import { writeField } from './text/write-field';
import { writeValueInput } from './text/write-value-input';

export const typeText: PageActionRunner = {
  name: 'type_text',
  element: 'required',
  reads: false,
  async run(context, action, given) {
    const element = expectElement(given);
    const text = expectText(action, 'text');
    const append = readFlag(action, 'append') ?? false;
    const submit = readFlag(action, 'submit') ?? false;
    const field = expectField(context, element);
    await expectActionable(context, findSurface(field) ?? field);
    context.expectApproved(element);
    expectWritable(context, field);
    const name = nameElement(context, field);
    const typed = await write(context, field, name, text, append);
    if (submit) {
      context.expectSameDestination(element);
      submitWithEnter(context, typed.field);
    } else if (getLocalName(typed.field) === 'input') {
      leaveField(context, typed.field);
    }
    const message = `${typed.did}${submit ? ' and pressed Enter' : ''}`;
    return { message, value: typed.value, target: typed.field };
  },
};

/** What was done, in words, and what was read back. */
interface Typed {
  did: string;
  value: string;
  /** The field as it is in the page now. */
  field: Element;
}

function expectField(context: ActContext, element: Element): Element {
  const field = findEditable(element) ?? (takesKeysOnly(element) ? element : undefined);
  if (field) return field;
  const name = nameElement(context, element);
  const instead =
    getLocalName(element) === 'select'
      ? 'Use select_option.'
      : matches(element, 'input:is([type=checkbox],[type=radio])')
        ? 'Use set_checked.'
        : 'Use the ref of a text field; when clicking this one opens a field, click it first.';
  throw actError('not-editable', `${name} is no text field. ${instead}`, { target: name });
}

/** `readonly` means nothing to colour and range inputs. */
const READ_ONLY = 'textarea[readonly],input[readonly]:not([type=color],[type=range]),[aria-readonly=true]';

/** Some fields are read-only until they have the focus, so that browsers do not fill them in. */
function expectWritable(context: ActContext, field: Element): void {
  if (!matches(field, READ_ONLY)) return;
  focusElement(context, field);
  if (!matches(field, READ_ONLY)) return;
  const name = nameElement(context, field);
  throw actError(
    'read-only',
    `${name} cannot be typed into. Click it and choose from what opens, or look for another way to set it.`,
    { target: name },
  );
}

function write(
  context: ActContext,
  field: Element,
  name: string,
  text: string,
  append: boolean,
): Promise<Typed> {
  if (isValueInput(field)) return typeValue(context, field, name, text, append);
  if (isTextField(field) && !findSurface(field)) return typeIntoField(context, field, name, text, append);
  return typeIntoEditor(context, field as HTMLElement, name, text, append);
}

function typeValue(
  context: ActContext,
  input: HTMLInputElement,
  name: string,
  text: string,
  append: boolean,
): Promise<Typed> {
  const wanted = append ? input.value + text : text;
  const value = writeValueInput(context, input, text, append);
  const remark = value === wanted || holds(value, wanted) ? '' : describeChange(value);
  return Promise.resolve({ did: describeTyping(name, wanted, remark), value, field: input });
}

async function typeIntoField(
  context: ActContext,
  given: HTMLInputElement | HTMLTextAreaElement,
  name: string,
  text: string,
  append: boolean,
): Promise<Typed> {
  const wanted = append ? given.value + text : text;
  const { value, taken, field, took } = await writeField(context, given, text, append);
  const kept = holds(value, wanted);
  if (!took) throw notTypedError(given, name, value);
  if (isSecretField(given) || isSecretField(field)) return { did: `filled ${name}`, value: 'filled', field };
  const remark =
    kept || value === wanted ? '' : taken.length > 0 ? describeTaken(taken) : describeChange(value);
  return { did: describeTyping(name, wanted, remark), value, field };
}

async function typeIntoEditor(
  context: ActContext,
  field: HTMLElement,
  name: string,
  text: string,
  append: boolean,
): Promise<Typed> {
  const editor = findSurface(field)
    ? drawnEditorOf(context, field)
    : field.isContentEditable
      ? editorOf(context, field)
      : keyedEditorOf(context, field);
  const { value, partly } = await writeEditor(context, editor, text, append);
  const remark = partly ? ', which shows only a part of it; that part is right' : '';
  const did = append ? `typed into ${name}` : describeTyping(name, text, '');
  return { did: `${did}${remark}`, value, field };
}

function describeTyping(name: string, wanted: string, remark: string): string {
  return wanted === '' ? `emptied ${name}${remark}` : `typed into ${name}${remark}`;
}

function describeChange(value: string): string {
  return `, which shortened or changed it: it holds ${quoteShort(value) || 'nothing'}`;
}

function describeTaken(taken: readonly string[]): string {
  return `, which took it up: ${taken.map((piece) => quoteShort(piece)).join(', ')} now stands beside it`;
}

/** A field that still holds what it held has refused the text: that is a failure, not a remark. */
function notTypedError(field: Element, name: string, value: string): ActError {
  const held = isSecretField(field) ? '' : `; it still holds ${quoteShort(value) || 'nothing'}`;
  return actError(
    'not-typed',
    `${name} did not take the text${held}. Click it and use press_keys, or ask the user.`,
    {
      target: name,
    },
  );
}
