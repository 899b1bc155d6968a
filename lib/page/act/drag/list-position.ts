import { getLocalName, getParentNode, getRect } from '../../observe/dom';
import { Reading } from '../../observe/reading';
import { findPlaces } from '../../locate/surroundings';
import type { ActContext } from '../actor/act-context';
import { quoteShort } from '../actor/name-element';
import { renderedAncestorsOf } from '../actor/native-dom';

const HIGHEST_ITEM = 6;

/** `now item 3 of 5 in list "Done"`, of the item itself or of the one around it. */
export function describePosition(context: ActContext, element: Element): string {
  const item = findItem(element);
  const siblings = listSiblings(item);
  const place = nameList(context, item);
  return `now item ${siblings.indexOf(item) + 1} of ${siblings.length}${place}`;
}

/** The nearest element around that has siblings of its kind; itself when there is none. */
function findItem(element: Element): Element {
  for (const at of Array.from(renderedAncestorsOf(element)).slice(0, HIGHEST_ITEM)) {
    if (listSiblings(at).length > 1) return at;
  }
  return element;
}

/** Elements of the same kind in the same place that are drawn, the element among them, in document order. */
function listSiblings(element: Element): Element[] {
  const parent = getParentNode(element);
  if (!parent) return [element];
  return Array.from(parent.children).filter(
    (child) => getLocalName(child) === getLocalName(element) && getRect(child).height > 0,
  );
}

function nameList(context: ActContext, item: Element): string {
  const parent = getParentNode(item);
  if (parent instanceof Element) {
    const { role, name } = context.deps.describe(parent);
    if (name !== '') return ` in ${role} ${quoteShort(name)}`;
  }
  const place = findPlaces(new Reading(context.window), item).at(-1);
  return place === undefined ? '' : ` under ${place}`;
}
