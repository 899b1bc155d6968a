import { getRect } from '../../observe/dom';
import type { ActContext } from '../actor/act-context';
import { elementAt, renderedAncestorsOf, rendersWithin } from '../actor/native-dom';
import type { Point } from '../pointer/pointer-device';

/** Beyond the middle, so that what is moved down a list ends after what it is dropped on, and before it on the way up. */
const FAR_PART = 0.7;

/**
 * Where on the target a person would let go: of neighbours in one list beyond the middle as seen from where the
 * source is; of anything else the middle, or another free point when something in it is in the way.
 */
export function aimAt(context: ActContext, source: Element, target: Element): () => Point {
  const from = getRect(source);
  const onto = getRect(target);
  const isSorted = areNeighbours(source, target);
  const across = isSorted ? partOf(from.left + from.width / 2, onto.left, onto.width) : 0.5;
  const down = isSorted ? partOf(from.top + from.height / 2, onto.top, onto.height) : 0.5;
  return () => findPoint(context, target, across, down);
}

function partOf(from: number, start: number, size: number): number {
  if (from < start) return FAR_PART;
  return from > start + size ? 1 - FAR_PART : 0.5;
}

/** Parts of one list, also when each has a wrapper of its own. */
function areNeighbours(source: Element, target: Element): boolean {
  const above = Array.from(renderedAncestorsOf(source));
  let at = target;
  for (const parent of Array.from(renderedAncestorsOf(target)).slice(1)) {
    const index = above.indexOf(parent);
    if (index > 0) return isLike(above[index - 1], at) && above[index - 1] !== at;
    at = parent;
  }
  return false;
}

function isLike(one: Element | undefined, other: Element): boolean {
  return one?.localName === other.localName && one.parentNode?.childElementCount !== 1;
}

function findPoint(context: ActContext, target: Element, across: number, down: number): Point {
  const box = visibleBox(context, target);
  const at = (x: number, y: number): Point => ({ x: box.left + box.width * x, y: box.top + box.height * y });
  const wanted = at(across, down);
  const others = [at(0.5, 0.5), at(0.5, 0.85), at(0.5, 0.15), at(0.15, 0.5), at(0.85, 0.5)];
  const isFree = ({ x, y }: Point): boolean => {
    const top = elementAt(context.document, x, y);
    return top !== undefined && rendersWithin(top, target);
  };
  return [wanted, ...others].find(isFree) ?? wanted;
}

function visibleBox({ window }: ActContext, element: Element): DOMRect {
  const { left, top, right, bottom } = getRect(element);
  const x = Math.max(0, left);
  const y = Math.max(0, top);
  return new DOMRect(
    x,
    y,
    Math.max(0, Math.min(right, window.innerWidth) - x),
    Math.max(0, Math.min(bottom, window.innerHeight) - y),
  );
}

/** Scrolls as little as it takes to see an element, or as much of it as there is room for; whether it did. */
export function bringIntoView(context: ActContext, element: Element): boolean {
  const { width, height } = visibleBox(context, element);
  const box = getRect(element);
  if (
    width >= Math.min(box.width, context.window.innerWidth) &&
    height >= Math.min(box.height, context.window.innerHeight / 2)
  )
    return false;
  Element.prototype.scrollIntoView.call(element, {
    block: 'nearest',
    inline: 'nearest',
    behavior: 'instant',
  });
  return true;
}
