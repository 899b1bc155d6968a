import { getAttribute, getTextContent, queryWithin } from './dom';
import type { Reading } from './reading';
import { isEditingHost } from './roles';

/**
 * What a control inside a label or other content adds to the name: its value (accname 1.2, 2C).
 * Undefined for everything that is not such a control. A password adds nothing.
 */
export function nameEmbeddedControl(element: Element, role: string, reading: Reading): string | undefined {
  switch (role) {
    case 'textbox':
    case 'searchbox':
      return readText(element);
    case 'combobox':
      return readChoice(element, reading) || readText(element);
    case 'listbox':
      return readChoice(element, reading);
    case 'slider':
    case 'spinbutton':
    case 'progressbar':
    case 'scrollbar':
    case 'meter':
      return readNumber(element);
    default:
      return undefined;
  }
}

function readText(element: Element): string {
  if (element instanceof HTMLInputElement) return element.type === 'password' ? '' : element.value;
  if (element instanceof HTMLTextAreaElement) return element.value;
  return isEditingHost(element) || getAttribute(element, 'role') !== null
    ? (getTextContent(element) ?? '')
    : '';
}

function readChoice(element: Element, reading: Reading): string {
  if (element instanceof HTMLSelectElement) {
    return [...element.selectedOptions].map((option) => option.label).join(' ');
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
  if (element instanceof HTMLProgressElement || element instanceof HTMLMeterElement)
    return String(element.value);
  return '';
}
