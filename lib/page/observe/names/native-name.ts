import {
  getAttribute,
  getFirstChild,
  getLocalName,
  getNamespace,
  getNextSibling,
  getTextContent,
  hasAttribute,
} from '../dom';
import type { Reading } from '../reading';

/** Text of a label, legend or caption. */
export type ReadOther = (other: Element) => string;

const LABELABLE = new Set('button input meter output progress select textarea'.split(' '));
const SVG = 'http://www.w3.org/2000/svg';

/**
 * Names that HTML and SVG give apart from ARIA (HTML-AAM 1.0, 4.1; SVG-AAM, 8): label, alt, legend, caption, `<title>` …
 * Undefined: there is none, and other sources count. An empty name is an answer too: browsers stop at an empty label.
 */
export function readNativeName(
  element: Element,
  tag: string,
  reading: Reading,
  readOther: ReadOther,
): string | undefined {
  if (LABELABLE.has(tag) || (tag.includes('-') && isFormAssociated(element))) {
    const labels = reading.labelsOf(element);
    const label = labels.length > 0 ? joinLabels(labels, readOther) : '';
    // A button that an empty label holds has its words still: a person reads them.
    if (label !== '' || (labels.length > 0 && tag !== 'button')) return label;
    return tag === 'input' ? nameInput(element as HTMLInputElement) : undefined;
  }
  return BY_TAG[tag]?.(element, readOther) ?? (getNamespace(element) === SVG ? nameSvg(element) : undefined);
}

const BY_TAG: Record<string, ((element: Element, readOther: ReadOther) => string | undefined) | undefined> = {
  area: readAlt,
  img: readAlt,
  fieldset: (element, readOther) => readFirst(element, 'legend', readOther),
  iframe: (element) => getAttribute(element, 'title')?.trim() || undefined,
  optgroup: readLabelAttribute,
  option: readLabelAttribute,
  table: (element, readOther) =>
    readFirst(element, 'caption', readOther) ?? (getAttribute(element, 'summary')?.trim() || undefined),
};

function readAlt(element: Element): string | undefined {
  return getAttribute(element, 'alt') || undefined;
}

function readLabelAttribute(element: Element): string | undefined {
  return getAttribute(element, 'label')?.trim() || undefined;
}

function nameSvg(element: Element): string | undefined {
  for (let child = getFirstChild(element); child; child = getNextSibling(child)) {
    if (child instanceof Element && getLocalName(child) === 'title')
      return getTextContent(child)?.trim() || undefined;
  }
  return undefined;
}

const DEFAULT_LABEL: Record<string, string> = { submit: 'Submit', reset: 'Reset' };

function nameInput(element: HTMLInputElement): string | undefined {
  switch (element.type) {
    case 'image':
      return (
        getAttribute(element, 'alt') ||
        getAttribute(element, 'value') ||
        getAttribute(element, 'title')?.trim() ||
        'Submit'
      );
    case 'button':
    case 'submit':
    case 'reset':
      return getAttribute(element, 'value') ?? DEFAULT_LABEL[element.type];
    case 'file':
      return hasAttribute(element, 'multiple') ? 'Choose Files' : 'Choose File';
    default:
      return undefined;
  }
}

function isFormAssociated(element: Element): boolean {
  return 'formAssociated' in element.constructor;
}

/** All labels of a control, in tree order, joined by spaces. */
function joinLabels(labels: readonly Element[], readOther: ReadOther): string {
  const [only] = labels;
  if (only && labels.length === 1) return readOther(only).trim();
  return labels
    .map((label) => readOther(label).trim())
    .filter((text) => text !== '')
    .join(' ');
}

/** First child of a tag; undefined when there is none, or when it is not rendered. */
function readFirst(element: Element, tag: string, readOther: ReadOther): string | undefined {
  for (let child = getFirstChild(element); child; child = getNextSibling(child)) {
    if (child instanceof Element && getLocalName(child) === tag) return readOther(child);
  }
  return undefined;
}
