import { cleanText } from './clean-text';
import { closest, getAttribute, getLocalName, hasAttribute, hasAttributes } from './dom';
import { readNativeName } from './names/native-name';
import { hasText, joinReferences, readContent, readLabel, startNameWalk } from './names/text-alternative';
import type { NameWalk } from './names/text-alternative';
import type { Reading } from './reading';
import { NAMED_BY_CONTENT, NOT_NAMED_BY_TITLE } from './role-tables';
import { inputType, isEditingHost, isFocusable } from './roles';
import { ATTRIBUTED, type Hints, readHints, SAYS } from './walk/attribute-hints';

/** Accessible name by accname 1.2 and HTML-AAM, cleaned of what no person sees but not shortened. */
export function computeName(reading: Reading, element: Element, hints?: Hints): string {
  return cleanText(computeBrowserName(reading, element, hints));
}

/** The same letter for letter as browsers give it, the glyphs of icon fonts and no-break spaces included. */
export function computeBrowserName(reading: Reading, element: Element, hints?: Hints): string {
  let name = reading.names.get(element);
  if (name === undefined) {
    name = foldSpaces(findName(reading, element, hints ?? readHints(element)));
    reading.names.set(element, name);
  }
  return name;
}

/** The words inside an element as a name would have them, whatever its role: for `clickable`. */
export function computeContentName(reading: Reading, element: Element): string {
  const walk = startNameWalk(reading);
  walk.inReference = true;
  return cleanText(readContent(element, getLocalName(element), walk, readHints(element)));
}

/** Accessible description: aria-describedby, aria-description, or a title that is not the name already. */
export function computeDescription(reading: Reading, element: Element): string {
  if (!hasAttributes(element)) return '';
  const described = reading.resolveIds(element, getAttribute(element, 'aria-describedby'));
  const text =
    described.length > 0
      ? joinReferences(startNameWalk(reading), described)
      : (getAttribute(element, 'aria-description') ?? '');
  const description = cleanText(text) || cleanText(getAttribute(element, 'title') ?? '');
  return description === computeName(reading, element) ? '' : description;
}

function findName(reading: Reading, element: Element, hints: Hints): string {
  const tag = getLocalName(element);
  const walk = startNameWalk(reading);
  if ((hints & SAYS) !== 0) {
    const given = readAriaName(walk, element);
    if (given !== '') return given;
  }
  const role = reading.role(element);
  walk.visited.add(element);
  const native = readNativeName(element, tag, reading, (other) => readLabel(walk, other));
  if (native !== undefined) return native;
  if (NAMED_BY_CONTENT.has(role) && isNamedByContent(element, role)) {
    const content = readContent(element, tag, walk, hints);
    if (walk.isPartial) reading.partlyNamed.add(element);
    if (hasText(content)) return content;
  }
  return (hints & ATTRIBUTED) === 0 ? '' : readHint(element, tag, role);
}

function readAriaName(walk: NameWalk, element: Element): string {
  const labels = walk.reading.resolveIds(element, getAttribute(element, 'aria-labelledby'));
  const labelled = labels.length > 0 ? joinReferences(walk, labels) : '';
  if (labelled !== '') return labelled;
  const label = getAttribute(element, 'aria-label');
  return label?.trim() ? label : '';
}

/** Given by its author, apart from a `title`. */
export function hasAriaName(element: Element): boolean {
  return !!getAttribute(element, 'aria-label')?.trim() || hasAttribute(element, 'aria-labelledby');
}

/** Rows have a name where one moves from row to row; a select has its value instead, whatever its role. */
function isNamedByContent(element: Element, role: string): boolean {
  if (role === 'row') return closest(element, '[role=grid],[role=treegrid]') !== null;
  return getLocalName(element) !== 'select';
}

const WITH_PLACEHOLDER = new Set('text search tel url email password number'.split(' '));

/** What a browser falls back on: `title`, then the placeholder of a field. */
function readHint(element: Element, tag: string, role: string): string {
  const isNamed = role === '' ? isFocusable(element) || NATIVE_HINTS.has(tag) : !NOT_NAMED_BY_TITLE.has(role);
  const title = isNamed && !HAS_NO_TITLE.has(inputType(element)) ? getAttribute(element, 'title') : null;
  if (title?.trim()) return title;
  if (tag === 'input' ? !WITH_PLACEHOLDER.has(inputType(element)) : !isTyped(element, role)) return '';
  return getAttribute(element, 'placeholder') ?? getAttribute(element, 'aria-placeholder') ?? '';
}

/** Elements without a role that a `title` names all the same. */
const NATIVE_HINTS = new Set('abbr audio canvas embed iframe label legend object ruby video'.split(' '));
/** Their own words are the name; a `title` describes them. */
const HAS_NO_TITLE = new Set(['file', 'submit', 'reset']);

function isTyped(element: Element, role: string): boolean {
  return role === 'textbox' || role === 'searchbox' || isEditingHost(element);
}

const NEEDS_FOLDING = /[\t\n\f\r]|  |^ | $/;

/** Spaces as HTML collapses them; a no-break space is a letter. */
function foldSpaces(name: string): string {
  if (!NEEDS_FOLDING.test(name)) return name;
  return name.replace(/[ \t\n\f\r]+/g, ' ').replace(/^ | $/g, '');
}
