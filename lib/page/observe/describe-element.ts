import { CELLS } from './fold/fold-row';
import { getAttribute, getLocalName, getNamespace, hasAttributes } from './dom';
import { computeContentName, computeName } from './names';
import { isFilledByText } from './option-lists';
import { addOptions } from './option-lists';
import type { Reading } from './reading';
import { NEEDS_NAME } from './role-tables';
import { computeStates, placeholderState } from './states';
import type { Thing } from './thing';
import { computeValue } from './values';

/** Structure whose words are its own lines: only an author's name counts, and most have none. */
export const NAMED_BY_AUTHOR_ONLY = new Set(
  'list listitem row cell gridcell columnheader rowheader article'.split(' '),
);

/** Fills in name, value and states of a thing from its element. */
export function describeElement(reading: Reading, thing: Thing, element: Element): void {
  const { role } = thing;
  const attributed = hasAttributes(element);
  if (role === 'heading') thing.level = headingLevel(element);
  if (!NAMED_BY_AUTHOR_ONLY.has(role) || (attributed && hasOwnName(element))) {
    if (role !== 'clickable' || hasOwnName(element)) thing.name = computeName(reading, element);
  }
  // A cell that does nothing becomes part of its row's line.
  if (CELLS.has(role) && !thing.acts) return;
  if (!attributed && !thing.acts && !NEEDS_NAME.has(role)) return;
  const value = computeValue(reading, element, role);
  if (value !== undefined && value !== thing.name) thing.value = value;
  thing.states.push(...computeStates(reading, element, role));
  const placeholder = placeholderState(element, thing.name);
  if (placeholder && isFilledByText(role)) thing.states.push(placeholder);
  if (role === 'link' && thing.name === '') addAddress(thing, element);
  addOptions(thing, element);
}

/** Name that a thing without children has; what `describe` answers for an element. */
export function nameElement(reading: Reading, element: Element, role: string): string {
  const name = computeName(reading, element);
  return name === '' && (role === 'clickable' || role === 'row' || role === 'listitem')
    ? computeContentName(reading, element)
    : name;
}

function hasOwnName(element: Element): boolean {
  return (
    !!getAttribute(element, 'aria-label')?.trim() ||
    !!getAttribute(element, 'aria-labelledby')?.trim() ||
    !!getAttribute(element, 'title')?.trim()
  );
}

function headingLevel(element: Element): number {
  const level = Number.parseInt(getAttribute(element, 'aria-level') ?? '', 10);
  if (level > 0) return level;
  const match = /^h([1-6])$/.exec(getLocalName(element));
  return match ? Number(match[1]) : 2;
}

function addAddress(thing: Thing, element: Element): void {
  const href = getAttribute(element, getNamespace(element)?.endsWith('svg') ? 'xlink:href' : 'href');
  if (href) thing.states.push(`href=${JSON.stringify(href.slice(0, 80))}`);
}
