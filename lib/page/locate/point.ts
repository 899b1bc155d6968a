import { getRect, getShadowRoot, isConnected } from '../observe/dom';
import type { Point } from '../types';

/** The innermost element drawn at a point of the viewport, inside shadow roots too. */
export function elementAt(document: Document, x: number, y: number): Element | undefined {
  let top: Element | null = Document.prototype.elementFromPoint.call(document, x, y);
  while (top) {
    const inner: Element | null = getShadowRoot(top)?.elementFromPoint(x, y) ?? null;
    if (!inner || inner === top) break;
    top = inner;
  }
  return top ?? undefined;
}

/** Scrolls the element until that point of it is in the viewport; undefined when the element has no such point. */
export function findPointIn(
  window: Window,
  element: Element | undefined,
  { x, y }: Point,
): Point | undefined {
  if (!element) return isInView(window, { x, y }) ? { x, y } : undefined;
  const { width, height } = getRect(element);
  if (x < 0 || y < 0 || x >= Math.max(1, width) || y >= Math.max(1, height)) return undefined;
  if (!isInView(window, measurePoint(element, x, y))) revealPoint(window, element, x, y);
  const point = measurePoint(element, x, y);
  return isInView(window, point) ? point : undefined;
}

function measurePoint(element: Element, x: number, y: number): Point {
  const { left, top } = getRect(element);
  return { x: left + x, y: top + y };
}

/** Elements larger than the viewport: the page is scrolled so far that the point is in the middle. */
function revealPoint(window: Window, element: Element, x: number, y: number): void {
  if (!isConnected(element)) return;
  Element.prototype.scrollIntoView.call(element, {
    block: 'nearest',
    inline: 'nearest',
    behavior: 'instant',
  });
  const point = measurePoint(element, x, y);
  if (isInView(window, point)) return;
  window.scrollBy({
    left: point.x - window.innerWidth / 2,
    top: point.y - window.innerHeight / 2,
    behavior: 'instant',
  });
}

function isInView(window: Window, { x, y }: Point): boolean {
  return x >= 0 && y >= 0 && x < window.innerWidth && y < window.innerHeight;
}
