import { cleanText, dropUnseen } from './clean-text';
import { getAttribute, getLocalName, getTextContent, queryFirstWithin, queryWithin } from './dom';
import type { Reading } from './reading';
import { isEditingHost, isListBox } from './roles';
import { isSecretField } from './secret-fields';

const VALUELESS_INPUTS = new Set('hidden checkbox radio button submit reset image'.split(' '));

/**
 * Current value as a person sees it, with the white space that they typed; undefined where there is none, and always for
 * a secret.
 */
export function computeValue(reading: Reading, element: Element, role: string): string | undefined {
  if (isSecretField(element)) return undefined;
  const value = readNativeValue(element) ?? readAriaValue(reading, element, role);
  const clean = value === undefined ? '' : cleanText(value);
  if (clean === '') return undefined;
  return isTypedText(element) ? dropUnseen(value ?? '') : clean;
}

/** Copied, it has to come out to the letter. */
function isTypedText(element: Element): boolean {
  return (
    element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === 'text')
  );
}

function readNativeValue(element: Element): string | undefined {
  if (element instanceof HTMLInputElement) return readInput(element);
  if (element instanceof HTMLTextAreaElement) return element.value;
  if (element instanceof HTMLSelectElement) return isListBox(element) ? undefined : readChosen(element);
  if (element instanceof HTMLMeterElement) return String(element.value);
  if (element instanceof HTMLProgressElement) return element.position < 0 ? undefined : String(element.value);
  return undefined;
}

function readChosen(select: HTMLSelectElement): string {
  return [...select.selectedOptions].map((option) => option.label).join(', ');
}

function readInput(input: HTMLInputElement): string | undefined {
  if (VALUELESS_INPUTS.has(input.type)) return undefined;
  return input.type === 'file' ? [...(input.files ?? [])].map((file) => file.name).join(', ') : input.value;
}

const NUMERIC_ROLES = new Set('slider spinbutton progressbar meter scrollbar'.split(' '));

function readAriaValue(reading: Reading, element: Element, role: string): string | undefined {
  if (NUMERIC_ROLES.has(role))
    return getAttribute(element, 'aria-valuetext') ?? getAttribute(element, 'aria-valuenow') ?? undefined;
  const isText = role === 'textbox' || role === 'searchbox' || role === 'editable';
  if (isText || (role === 'combobox' && isEditingHost(element))) return getTextContent(element) ?? undefined;
  if (role === 'combobox') return readAriaChoice(reading, element);
  return undefined;
}

function readAriaChoice(reading: Reading, element: Element): string | undefined {
  const replaced = queryFirstWithin(element, 'select');
  if (replaced) return readChosen(replaced as HTMLSelectElement);
  const boxes = reading.resolveIds(
    element,
    getAttribute(element, 'aria-controls') ?? getAttribute(element, 'aria-owns'),
  );
  for (const box of [element, ...boxes]) {
    const [chosen] = queryWithin(box, '[role=option][aria-selected=true]');
    if (chosen) return getTextContent(chosen) ?? undefined;
  }
  return getLocalName(element) === 'input' ? undefined : (getTextContent(element) ?? undefined);
}
