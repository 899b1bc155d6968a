import { cleanText } from './clean-text';
import { isListBox } from './roles';
import type { Thing } from './thing';

/** A select with so few options prints them: a planner cannot choose what it has not read. */
const MOST_OPTIONS_PRINTED = 8;
const LONGEST_OPTIONS = 160;

export function isFilledByText(role: string): boolean {
  return (
    role === 'textbox' ||
    role === 'searchbox' ||
    role === 'combobox' ||
    role === 'spinbutton' ||
    role === 'editable'
  );
}

/** `options="A | B"` of a short closed select, `(249 options)` of a long one. */
export function addOptions(thing: Thing, element: Element): void {
  const options = findOptions(element);
  if (!options) return;
  const shown =
    options.length <= MOST_OPTIONS_PRINTED
      ? options.map((option) => cleanText(option.label)).join(' | ')
      : '';
  if (shown !== '' && shown.length <= LONGEST_OPTIONS) thing.states.push(`options=${JSON.stringify(shown)}`);
  else thing.note = `${options.length} options`;
}

function findOptions(element: Element): HTMLOptionElement[] | undefined {
  if (element instanceof HTMLSelectElement) return isListBox(element) ? undefined : [...element.options];
  if (element instanceof HTMLInputElement && element.list instanceof HTMLDataListElement)
    return [...element.list.options];
  return undefined;
}
