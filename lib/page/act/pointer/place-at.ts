import { getRect, matches } from '../../observe/dom';
import { elementAt, findPointIn } from '../../locate/point';
import { actError, type ActContext } from '../actor/act-context';
import { nameElement } from '../actor/name-element';
import { rendersWithin } from '../actor/native-dom';
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
  const point = findPointIn(context.window, element, offset);
  const surface = point && elementAt(context.document, point.x, point.y);
  if (!point || !surface) throw outsideError(context, element, offset);
  if (element && !rendersWithin(surface, element)) throw coveredPointError(context, element, offset, surface);
  if (matches(surface, 'iframe,frame')) throw frameError(offset);
  return { surface, point };
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

function frameError({ x, y }: Point) {
  return actError(
    'outside',
    `At ${x}, ${y} is a frame. Use a ref from inside of it, and count from that one's top left.`,
    { target: 'the page' },
  );
}
