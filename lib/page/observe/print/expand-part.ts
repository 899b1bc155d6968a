import { contains, getRootNode } from '../dom';
import { createThing, type Thing } from '../thing';
import type { Steps } from '../walk/steps';

/** What stands for an element and everything in it: a tree of its outermost things, in the order of the page. */
export function* findPart(root: Thing, element: Element): Steps<Thing> {
  const part = createThing('', element);
  const stack = [...root.children].reverse();
  for (let at = stack.pop(), count = 0; at; at = stack.pop()) {
    if ((++count & 63) === 63) yield;
    if (at.element && isWithin(at.element, element)) part.children.push(at);
    else
      for (let index = at.children.length - 1; index >= 0; index--) stack.push(at.children[index] as Thing);
  }
  for (const child of part.children) part.size += 1 + child.size;
  return part;
}

/** Also through the hosts of shadow trees. */
function isWithin(inner: Element, outer: Element): boolean {
  if (contains(outer, inner)) return true;
  for (let at = getRootNode(inner); at instanceof ShadowRoot; at = getRootNode(at.host))
    if (contains(outer, at.host)) return true;
  return false;
}
