import { getBody, getRect, queryDocument } from '../../observe/dom';
import type { ActContext } from '../actor/act-context';
import { renderedAncestorsOf, scrollingElementOf } from '../actor/native-dom';

/** Scrolls by parts of the visible area of the nearest area that can go that way; returns CSS pixels moved. */
export function scrollBy(
  context: ActContext,
  element: Element | undefined,
  across: number,
  down: number,
): number {
  const area = findScrollArea(context, element, { across, down });
  if (!area) return 0;
  return scrollAreaBy(
    area,
    limit(across * area.clientWidth, area.scrollWidth),
    limit(down * area.clientHeight, area.scrollHeight),
  );
}

/** Moves one area; returns CSS pixels moved, the larger of both directions, signed. */
export function scrollAreaBy(area: Element, left: number, top: number): number {
  const before = { left: area.scrollLeft, top: area.scrollTop };
  area.scrollBy({ left, top, behavior: 'instant' });
  const moved = { left: area.scrollLeft - before.left, top: area.scrollTop - before.top };
  return Math.round(Math.abs(moved.left) > Math.abs(moved.top) ? moved.left : moved.top);
}

export interface ScrollWay {
  across: number;
  down: number;
}

/**
 * The nearest area around the element that can still scroll that way; without an element the page, or when the page
 * itself does not scroll, the largest area in it that does.
 */
export function findScrollArea(
  context: ActContext,
  element: Element | undefined,
  way: ScrollWay,
): Element | undefined {
  const page = scrollingElementOf(context.document);
  if (element) {
    const around = [...renderedAncestorsOf(element)].filter((area) => area !== page && scrolls(area));
    const ready = around.find((area) => canMove(area, way));
    if (ready) return ready;
  }
  if (page && overflows(page)) return page;
  return findLargestArea(context) ?? page ?? undefined;
}

export function overflows(area: Element): boolean {
  return area.scrollHeight > area.clientHeight + 1 || area.scrollWidth > area.clientWidth + 1;
}

/** Whether its content is larger than the box and the box scrolls rather than clips. */
export function scrolls(area: Element): boolean {
  if (!overflows(area)) return false;
  const { overflowX, overflowY } = getComputedStyle(area);
  return /auto|scroll|overlay/.test(`${overflowX} ${overflowY}`);
}

function canMove(area: Element, { across, down }: ScrollWay): boolean {
  const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = area;
  if (down > 0 && scrollTop + clientHeight < scrollHeight - 1) return true;
  if (down < 0 && scrollTop > 0) return true;
  if (across > 0 && scrollLeft + clientWidth < scrollWidth - 1) return true;
  return across < 0 && scrollLeft > 0;
}

function findLargestArea(context: ActContext): Element | undefined {
  const { innerWidth, innerHeight } = context.window;
  let best: Element | undefined;
  let bestSize = 0;
  for (const area of queryDocument(context.document, '*')) {
    if (area === getBody(context.document) || !scrolls(area)) continue;
    const { left, right, top, bottom } = getRect(area);
    const width = Math.min(right, innerWidth) - Math.max(left, 0);
    const height = Math.min(bottom, innerHeight) - Math.max(top, 0);
    if (width <= 0 || height <= 0 || width * height <= bestSize) continue;
    best = area;
    bestSize = width * height;
  }
  return best;
}

/** Whole content instead of Infinity; 0 * Infinity, which is NaN, never comes here. */
function limit(pixels: number, size: number): number {
  return Math.max(-size, Math.min(size, pixels));
}
