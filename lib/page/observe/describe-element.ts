import { CELLS } from './fold/fold-row';
import { cleanText } from './clean-text';
import {
  getAttribute,
  getLocalName,
  getNamespace,
  getTextContent,
  hasAttribute,
  queryFirstWithin,
} from './dom';
import {
  computeBrowserName,
  computeContentName,
  computeDescription,
  computeName,
  hasAriaName,
} from './names';
import { addOptions, isFilledByText } from './option-lists';
import type { Reading } from './reading';
import { NEEDS_NAME } from './role-tables';
import { hasAuthorName } from './roles';
import { addStates, placeholderState, quoteState } from './states';
import type { Thing } from './thing';
import { computeValue } from './values';
import { type Hints, readHints, SAYS } from './walk/attribute-hints';

/** Structure whose words are its own lines: only an author's name counts, and most have none. */
export const NAMED_BY_AUTHOR_ONLY = new Set(
  'list listitem row cell gridcell columnheader rowheader article'.split(' '),
);

/** Fills in name, value and states of a thing from its element. */
export function describeElement(
  reading: Reading,
  thing: Thing,
  element: Element,
  hints: Hints = readHints(element),
): void {
  const { role, acts } = thing;
  if (role === 'heading') thing.level = headingLevel(element);
  thing.name = nameThing(reading, element, role, hints);
  // Its words are gathered from its lines; the browser may have more, or none.
  if (acts && thing.name === '' && NAMED_BY_AUTHOR_ONLY.has(role))
    thing.browserName = computeBrowserName(reading, element, hints);
  const browserName = reading.names.get(element);
  if (browserName !== undefined && browserName !== thing.name && cleanText(browserName) === thing.name)
    thing.browserName = browserName;
  // A cell that does nothing becomes part of its row's line.
  if (CELLS.has(role) && !acts) return;
  if (hints === 0 && !acts && !NEEDS_NAME.has(role)) return;
  const value = computeValue(reading, element, role);
  if (value !== undefined && value !== thing.name) thing.value = value;
  addStates(thing.states, reading, element, role, hints);
  if (hints !== 0 && isFilledByText(role)) addPlaceholder(thing, element);
  if (acts && (hints & SAYS) !== 0) addDescription(reading, thing, element);
  if (role === 'link' && thing.name === '') addAddress(thing, element);
  addOptions(thing, element);
}

/** The name of the thing's own line: what has its words in lines of their own is named by its author only. */
function nameThing(reading: Reading, element: Element, role: string, hints: Hints): string {
  const says = (hints & SAYS) !== 0;
  if (role === 'clickable')
    return says && (hasAriaName(element) || isMute(element)) ? nameClickable(reading, element) : '';
  if (NAMED_BY_AUTHOR_ONLY.has(role) && !(says && hasAuthorName(element))) return '';
  const name = computeName(reading, element, hints);
  if (name === '' && role === 'combobox') return nameByReplaced(reading, element);
  return name === '' && role === 'link' ? nameListeningAnchor(reading, element) : name;
}

/** A dropdown drawn around the native select that it replaces: the label is still the select's. */
function nameByReplaced(reading: Reading, element: Element): string {
  const select = queryFirstWithin(element, 'select');
  return select ? computeName(reading, select) : '';
}

/** An anchor that is a link for its listener only: the browser knows of it, its attributes do not. */
function nameListeningAnchor(reading: Reading, element: Element): string {
  return reading.role(element) === '' ? computeContentName(reading, element) : '';
}

/** Has no words; only its `title` tells what it is. */
function isMute(element: Element): boolean {
  return !getTextContent(element)?.trim();
}

function nameClickable(reading: Reading, element: Element): string {
  return computeName(reading, element) || cleanText(getAttribute(element, 'title') ?? '');
}

/** Name that a thing without children has; what `describe` answers for an element. */
export function nameElement(reading: Reading, element: Element, role: string): string {
  const name = computeName(reading, element);
  if (name !== '') return name;
  if (role === 'link') return nameListeningAnchor(reading, element);
  if (role === 'combobox') return nameByReplaced(reading, element);
  if (role !== 'clickable' && role !== 'row' && role !== 'listitem') return '';
  return computeContentName(reading, element) || nameClickable(reading, element);
}

function addPlaceholder(thing: Thing, element: Element): void {
  const placeholder = placeholderState(element, thing.name);
  if (placeholder) thing.states.push(placeholder);
}

/** What is to know about a control besides its name. The `title` of a link that has words only repeats them as a rule. */
function addDescription(reading: Reading, thing: Thing, element: Element): void {
  const isTold = hasAttribute(element, 'aria-describedby') || hasAttribute(element, 'aria-description');
  if (!isTold && (!hasAttribute(element, 'title') || (thing.role === 'link' && thing.name !== ''))) return;
  const description = computeDescription(reading, element);
  const isSaid =
    description === thing.name || thing.states.some((state) => state.endsWith(`"${description}"`));
  if (description !== '' && !isSaid) thing.states.push(quoteState('description', description));
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
