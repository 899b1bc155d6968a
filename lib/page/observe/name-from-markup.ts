import {
  getAttribute,
  getFirstChild,
  getLocalName,
  getNamespace,
  getNextSibling,
  getTextContent,
} from './dom';
import type { Reading } from './reading';

type ReadOther = (other: Element) => string;

const LABELABLE = new Set('button input meter output progress select textarea'.split(' '));

/** Names that HTML and SVG give apart from ARIA (HTML-AAM 1.0, 4.1; SVG-AAM, 8): label, alt, legend, caption, `<title>` … */
export function nameFromMarkup(
  element: Element,
  role: string,
  reading: Reading,
  readOther: ReadOther,
): string {
  const tag = getLocalName(element);
  if (getNamespace(element) === SVG) return nameOfSvg(element);
  if (tag === 'input') return nameOfInput(element as HTMLInputElement, reading, readOther);
  if (LABELABLE.has(tag) || isFormAssociated(element)) return joinLabels(element, reading, readOther);
  if (tag === 'img' || tag === 'area') return getAttribute(element, 'alt')?.trim() ?? '';
  if (tag === 'fieldset') return nameFromFirst(element, 'legend', readOther);
  if (tag === 'table' && role !== '') return nameFromFirst(element, 'caption', readOther);
  if (tag === 'figure') return nameFromFirst(element, 'figcaption', readOther);
  if (tag === 'details') return nameFromFirst(element, 'summary', readOther);
  if (tag === 'optgroup' || tag === 'option') return getAttribute(element, 'label')?.trim() ?? '';
  return tag === 'iframe' || tag === 'frame' ? nameOfFrame(element) : '';
}

const SVG = 'http://www.w3.org/2000/svg';

function nameOfSvg(element: Element): string {
  for (let child = getFirstChild(element); child; child = getNextSibling(child)) {
    if (child instanceof Element && getLocalName(child) === 'title')
      return getTextContent(child)?.trim() ?? '';
  }
  return getAttribute(element, 'xlink:title')?.trim() ?? '';
}

function nameOfFrame(element: Element): string {
  return getAttribute(element, 'title')?.trim() || getAttribute(element, 'name')?.trim() || '';
}

const DEFAULT_LABEL: Record<string, string> = { submit: 'Submit', reset: 'Reset', image: 'Submit' };

function nameOfInput(element: HTMLInputElement, reading: Reading, readOther: ReadOther): string {
  const labels = joinLabels(element, reading, readOther);
  if (labels) return labels;
  const type = element.type;
  if (type === 'image')
    return (
      getAttribute(element, 'alt') ??
      getAttribute(element, 'value') ??
      getAttribute(element, 'title') ??
      'Submit'
    ).trim();
  if (type === 'button' || type === 'submit' || type === 'reset') {
    return (getAttribute(element, 'value') ?? DEFAULT_LABEL[type] ?? '').trim();
  }
  return '';
}

function isFormAssociated(element: Element): boolean {
  return getLocalName(element).includes('-') && 'formAssociated' in element.constructor;
}

/** All labels of a control, in tree order, joined by spaces. */
function joinLabels(element: Element, reading: Reading, readOther: ReadOther): string {
  return reading
    .labelsOf(element)
    .map((label) => readOther(label).trim())
    .filter((text) => text !== '')
    .join(' ');
}

function nameFromFirst(element: Element, tag: string, readOther: ReadOther): string {
  for (let child = getFirstChild(element); child; child = getNextSibling(child)) {
    if (child instanceof Element && getLocalName(child) === tag) return readOther(child);
  }
  return '';
}
