import { getAttribute, getLocalName, getRootNode, getTextContent, queryDocument } from '../observe/dom';
import type { Reading } from '../observe/reading';
import { collectElements, isPresent } from './live-elements';

/** What gives an element its role or its name, besides its content and its labels. */
const TELLING = 'role type aria-label aria-labelledby title alt value placeholder class'.split(' ');
const LABELLED = new Set('input select textarea meter progress output'.split(' '));

/**
 * What a person would take for the same thing: elements of the same tag that say the same and can be seen, the element
 * itself among them, in tree order. Compares markup instead of computing names, because ten thousand buttons are compared
 * for each action. Those in shadow trees and those outside of them do not mix.
 */
export function findTwins(reading: Reading, element: Element): Element[] {
  const tag = getLocalName(element);
  const text = getTextContent(element);
  const size = element.childElementCount;
  const telling = TELLING_OF_TWINS.map((name) => getAttribute(element, name));
  const said = sayMore(reading, element, tag, text);
  return listSameTag(reading, element, tag).filter(
    (other) =>
      other === element ||
      (other.childElementCount === size &&
        getTextContent(other) === text &&
        TELLING_OF_TWINS.every((name, index) => getAttribute(other, name) === telling[index]) &&
        sayMore(reading, other, tag, text) === said &&
        isPresent(reading, other)),
  );
}

/** A class may be the state of one of them ("active"): twins may differ in it. */
const TELLING_OF_TWINS = TELLING.filter((name) => name !== 'class');

/** Elements with the same answer have the same role and name, as far as their own markup decides. */
export function describeMarkup(reading: Reading, element: Element): string {
  const tag = getLocalName(element);
  const parts = TELLING.map((name) => getAttribute(element, name));
  return JSON.stringify([tag, element.innerHTML, ...parts, readLabels(reading, element, tag)]);
}

function listSameTag(reading: Reading, element: Element, tag: string): Element[] {
  const { document } = reading;
  if (getRootNode(element) === document) return [...queryDocument(document, CSS.escape(tag))];
  return collectElements(document).filter(
    (other) => getLocalName(other) === tag && getRootNode(other) !== document,
  );
}

/** Pictures of an element without words, labels of a field. */
function sayMore(reading: Reading, element: Element, tag: string, text: string | null): string {
  if (LABELLED.has(tag)) return readLabels(reading, element, tag);
  return text?.trim() ? '' : element.innerHTML;
}

function readLabels(reading: Reading, element: Element, tag: string): string {
  if (!LABELLED.has(tag)) return '';
  return reading
    .labelsOf(element)
    .map((label) => getTextContent(label))
    .join(' ');
}
