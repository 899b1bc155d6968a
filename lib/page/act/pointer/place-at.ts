import { getRect, isConnected } from '../../observe/dom';
import { actError, type ActContext } from '../actor/act-context';
import { nameElement } from '../actor/name-element';
import { elementAt, rendersWithin } from '../actor/native-dom';
import { expectActionable, type Actionable } from '../ready/actionable';
import type { Point } from './pointer-device';

/**
 * The place at `offset` CSS pixels from the top left of an element (of the viewport without one), scrolled into view.
 * Failure codes: those of `expectActionable`, `outside`, `covered`.
 */
export async function expectPlaceAt(
  context: ActContext,
  element: Element | undefined,
  offset: Point,
): Promise<Actionable> {
  if (element) await expectActionable(context, element);
  const point = findPointAt(context, element, offset);
  const surface = point && elementAt(context.document, point.x, point.y);
  if (!point || !surface) throw outsideError(context, element, offset);
  if (element && !rendersWithin(surface, element)) throw coveredPointError(context, element, offset, surface);
  return { surface, point };
}

/** Scrolls the element until that point of it is in the viewport; undefined when the element has no such point. */
export function findPointAt(
  { window }: Pick<ActContext, 'window'>,
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
  Element.prototype.scrollIntoView.call(element, { block: 'nearest', inline: 'nearest', behavior: 'instant' });
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

function outsideError(context: ActContext, element: Element | undefined, { x, y }: Point) {
  const { innerWidth, innerHeight } = context.window;
  const { width, height } = element ? getRect(element) : { width: innerWidth, height: innerHeight };
  const name = element ? nameElement(context, element) : 'the visible part of the page';
  return actError(
    'outside',
    `${x}, ${y} is not within ${name}, which is ${Math.round(width)} by ${Math.round(height)} px. Choose a point in it, counted from its top left.`,
    { target: name, width: String(Math.round(width)), height: String(Math.round(height)) },
  );
}

function coveredPointError(context: ActContext, element: Element, { x, y }: Point, cover: Element) {
  const name = nameElement(context, element);
  const by = nameElement(context, cover);
  return actError('covered', `${name} is covered by ${by} at ${x}, ${y}. Close or answer that first.`, {
    target: name,
    by,
  });
}
