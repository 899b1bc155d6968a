import { getLocalName, getParentNode, matches, queryWithin } from '../../observe/dom';
import { getFlatParent } from '../../observe/flat-tree';
import { getShadowRoot, hasAttribute, queryFragment } from '../../observe/dom';

/** Levels above a button in which the field that it opens is looked for. */
const HIGHEST_PART = 6;

/** A field for whole folders is none for the files of a task. */
function isFileField(element: Element): element is HTMLInputElement {
  return matches(element, 'input[type=file]') && !hasAttribute(element, 'webkitdirectory');
}

/** The field itself, that of a label, or the only one inside of an element, its shadow roots included. */
export function findFieldWithin(element: Element): HTMLInputElement | undefined {
  if (isFileField(element)) return element;
  const control = getLocalName(element) === 'label' ? (element as HTMLLabelElement).control : null;
  if (control && isFileField(control)) return control;
  return onlyOne(collectFields(element));
}

/** The only field of the smallest part of the page around an element that has one: what a button next to it opens. */
export function findFieldAround(element: Element): HTMLInputElement | undefined {
  let at = getFlatParent(element);
  for (let level = 0; at && level < HIGHEST_PART; level++, at = getFlatParent(at)) {
    const fields = collectFields(at);
    if (fields.length > 0) return onlyOne(fields);
    if (matches(at, 'form,dialog,[role=dialog],body')) return undefined;
  }
  return undefined;
}

function collectFields(element: Element): HTMLInputElement[] {
  const root = getShadowRoot(element);
  const inside = [...queryWithin(element, '*'), ...(root ? queryFragment(root, '*') : [])];
  return inside.flatMap((one) => {
    if (isFileField(one)) return [one];
    return getShadowRoot(one) && getParentNode(one) ? collectFields(one) : [];
  });
}

function onlyOne(fields: HTMLInputElement[]): HTMLInputElement | undefined {
  const unique = [...new Set(fields)];
  return unique.length === 1 ? unique[0] : undefined;
}
