import { cleanText } from '../observe/clean-text';
import { getAttribute } from '../observe/dom';

/** Input types that show their value as text. */
const SHOWS_VALUE =
  /^(text|search|email|url|tel|number|date|time|datetime-local|month|week|submit|button|reset)$/;

/**
 * The words that a form control shows in itself: a field's value, the chosen option, `[x]` for a ticked box. Never a password.
 * Undefined when the element is no control, or shows its content like any other (a button).
 */
export function readControl(element: Element, tag: string): string | undefined {
  if (tag === 'textarea') return cleanText((element as HTMLTextAreaElement).value);
  if (tag === 'select') return cleanText(readChoice(element as HTMLSelectElement));
  if (tag !== 'input') return undefined;
  const { type, value, checked } = element as HTMLInputElement;
  if (type === 'checkbox' || type === 'radio') return checked ? '[x]' : '[ ]';
  if (type === 'image') return cleanText(getAttribute(element, 'alt') ?? '');
  return SHOWS_VALUE.test(type) ? cleanText(value) : '';
}

function readChoice({ selectedOptions }: HTMLSelectElement): string {
  return Array.from(selectedOptions, (option) => option.label).join(', ');
}
