import {
  findClosedSlot,
  getAssignedSlot,
  getFirstChild,
  getLocalName,
  getNextSibling,
  getParentNode,
  getShadowRoot,
  ELEMENT_NODE,
  getNodeType,
} from './dom';

const NO_NODES: readonly Node[] = [];

/** Children as they are rendered: of the shadow root when there is one, the assigned nodes of a slot. */
export function getFlatChildren(element: Element, tag = getLocalName(element)): readonly Node[] {
  if (tag === 'slot' && element instanceof HTMLSlotElement) {
    const assigned = element.assignedNodes();
    if (assigned.length > 0) return assigned;
  }
  return collectChildren(getShadowRoot(element, tag) ?? element);
}

function collectChildren(parent: Node): readonly Node[] {
  let child = getFirstChild(parent);
  if (!child) return NO_NODES;
  const children: Node[] = [];
  for (; child; child = getNextSibling(child)) children.push(child);
  return children;
}

/** Parent as rendered: the slot that shows the node, the host of a shadow root. */
export function getFlatParent(node: Node): Element | null {
  const slot =
    getNodeType(node) === ELEMENT_NODE ? (getAssignedSlot(node as Element) ?? findClosedSlot(node)) : null;
  if (slot) return slot;
  const parent = getParentNode(node);
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}

/** Ancestors as rendered, nearest first. */
export function* walkFlatAncestors(element: Element): Generator<Element> {
  for (let parent = getFlatParent(element); parent; parent = getFlatParent(parent)) yield parent;
}
