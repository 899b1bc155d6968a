import { getAttribute, getTextContent, queryWithin } from '../dom';
import type { Reading } from '../reading';
import { isEditingHost } from '../roles';
import { isSecretField } from '../secret-fields';

/**
 * What a control inside a label or other content adds to the name: its value, before any label of its own (accname 1.2, 2C).
 * Undefined for everything that is not such a control. A secret field adds nothing.
 */
export function readEmbeddedValue(element: Element, role: string, reading: Reading): string | undefined {
  switch (role) {
    case 'textbox':
    case 'searchbox':
      return readText(element);
    case 'combobox':
      return readChoice(element, reading) || readText(element);
    case 'listbox':
      return readChoice(element, reading) || undefined;
    case 'slider':
    case 'spinbutton':
    case 'scrollbar':
    case 'meter':
    case 'progressbar':
      return readNumber(element) || undefined;
    default:
      return undefined;
  }
}

function readText(element: Element): string {
  if (isSecretField(element)) return '';
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) return element.value;
  return isEditingHost(element) || getAttribute(element, 'role') !== null
    ? (getTextContent(element) ?? '')
    : '';
}

function readChoice(element: Element, reading: Reading): string {
  if (element instanceof HTMLSelectElement) {
    return Array.from(element.selectedOptions, (option) => option.label).join(' ');
  }
  const boxes = [element, ...reading.resolveIds(element, getAttribute(element, 'aria-controls'))];
  return boxes
    .flatMap((box) => [...queryWithin(box, '[role=option][aria-selected=true]')])
    .map((option) => getTextContent(option)?.trim() ?? '')
    .join(' ');
}

function readNumber(element: Element): string {
  const words = getAttribute(element, 'aria-valuetext') ?? getAttribute(element, 'aria-valuenow');
  if (words !== null) return words;
  if (element instanceof HTMLInputElement) return element.value;
  if (element instanceof HTMLProgressElement) return element.position < 0 ? '' : String(element.value);
  return element instanceof HTMLMeterElement ? String(element.value) : '';
}
