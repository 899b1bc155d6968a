import { getAttribute, getRect, hasAttribute, isConnected, matches } from '../../observe/dom';
import { type ActContext, type ActError, expectNotStopped } from '../actor/act-context';
import { elementAt, rectsOf, renderedAncestorsOf, rendersWithin } from '../actor/native-dom';
import type { Point } from '../pointer/pointer-device';
import { waitUntil } from '../effect/wait';
import { disabledError, hiddenError, staleError, unreachableError } from './not-ready';
import { haveGoneOn, isAnimating, readMotionsInFrame } from './stillness';

/** How long an element may take to become visible, enabled and uncovered. */
export const ACTIONABLE_TIMEOUT_MS = 2000;

export interface Actionable {
  /** The element itself, or the visible label that stands for a hidden control. */
  surface: Element;
  point: Point;
}

const ALIGNMENTS: ScrollLogicalPosition[] = ['center', 'end', 'start', 'nearest'];

/**
 * Brings the element into view and waits until a person could act on it: until it is visible, enabled, free and still.
 * Failure codes: `stale-ref`, `not-visible`, `disabled`, `covered` (params.by), `stopped`.
 */
export async function expectActionable(context: ActContext, element: Element): Promise<Actionable> {
  const end = context.window.performance.now() + ACTIONABLE_TIMEOUT_MS;
  for (;;) {
    const place = await expectReachable(context, element, end);
    const isStill = await standsStill(context, place.surface);
    const now = refresh(context, element);
    if (isStill && now) return now;
    // What never stands still is hit where it is at the moment, as by a person.
    if (context.window.performance.now() >= end) return now ?? place;
  }
}

async function expectReachable(context: ActContext, element: Element, end: number): Promise<Actionable> {
  let problem: (() => ActError) | undefined;
  let attempts = 0;
  const left = Math.max(0, end - context.window.performance.now());
  const found = await waitUntil(context.window, left, context.signal, () => {
    const result = examine(context, element, attempts++);
    problem = typeof result === 'function' ? result : undefined;
    return typeof result === 'function' ? undefined : result;
  });
  expectNotStopped(context.signal);
  if (found) return found;
  throw problem?.() ?? hiddenError(context, element);
}

/** Where it can be acted on now, or why it cannot. Each of the first attempts scrolls it to another part of the screen. */
function examine(context: ActContext, element: Element, attempt: number): Actionable | (() => ActError) {
  if (!isConnected(element)) throw staleError();
  const surface = findSurface(element);
  if (!surface) return () => hiddenError(context, element);
  if (isDisabled(element)) return () => disabledError(context, element);
  const point = findPoint(context, element, surface, attempt);
  if (point) return { surface, point };
  return () => unreachableError(context, element, surface, candidatePoints(context, surface)[0]);
}

/** After its frame it may be elsewhere, or under something else. */
function refresh(context: ActContext, element: Element): Actionable | undefined {
  if (!isConnected(element)) throw staleError();
  const surface = findSurface(element);
  const point = surface && findFreePoint(context, element, surface);
  return surface && point && { surface, point };
}

/**
 * Whether it is in the same place a frame later, and another one when something that carries it along is being animated. In a
 * hidden page only animations move, and only they are asked for.
 */
async function standsStill(context: ActContext, surface: Element): Promise<boolean> {
  const before = getRect(surface);
  if (context.document.hidden && !isAnimating(surface)) return true;
  const isWhereItWas = (): boolean => {
    const now = getRect(surface);
    return now.x === before.x && now.y === before.y;
  };
  const motions = await readMotionsInFrame(context, surface);
  if (motions.size === 0 || !isWhereItWas()) return isWhereItWas();
  const later = await readMotionsInFrame(context, surface);
  return isWhereItWas() && haveGoneOn(later, motions);
}

/** Whether a person could see it now; a control of opacity 0 is seen when it is one that pages draw over. */
export function isShown(element: Element): boolean {
  const drawnOver = matches(element, 'input:is([type=checkbox],[type=radio],[type=file],[type=range])');
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: !drawnOver })) return false;
  return rectsOf(element).some((rect) => rect.width > 0 && rect.height > 0);
}

function findSurface(element: Element): Element | undefined {
  if (isShown(element) && !isClippedAway(element)) return element;
  return findVisibleLabel(element) ?? (isFadedField(element) ? element : undefined);
}

/** A field in something that fades in only as the field gets the focus; it is acted on where the pointer meets it. */
function isFadedField(element: Element): boolean {
  if (!matches(element, 'input,select,textarea') || isClippedAway(element)) return false;
  if (getComputedStyle(element).opacity === '0') return false;
  return element.checkVisibility({ visibilityProperty: true });
}

/** "Visually hidden" controls: a pixel or less is left of them. */
function isClippedAway(element: Element): boolean {
  const { width, height } = getRect(element);
  return matches(element, 'input,select') && width <= 1 && height <= 1;
}

export function labelsOf(element: Element): HTMLLabelElement[] {
  const labels = 'labels' in element ? (element as HTMLInputElement).labels : null;
  return labels && typeof labels === 'object' && 'item' in labels ? Array.from(labels) : [];
}

function findVisibleLabel(element: Element): Element | undefined {
  return labelsOf(element).find((label) => isShown(label));
}

/** Native `disabled` (its own or a fieldset's), aria-disabled on it or around it, or `inert`. */
export function isDisabled(element: Element): boolean {
  if (matches(element, ':disabled')) return true;
  for (const ancestor of renderedAncestorsOf(element)) {
    if (getAttribute(ancestor, 'aria-disabled') === 'true' || hasAttribute(ancestor, 'inert')) return true;
  }
  return false;
}

function findPoint(
  context: ActContext,
  element: Element,
  surface: Element,
  attempt: number,
): Point | undefined {
  const point = findFreePoint(context, element, surface);
  if (point || attempt >= ALIGNMENTS.length) return point;
  Element.prototype.scrollIntoView.call(surface, {
    block: ALIGNMENTS[attempt] ?? 'center',
    inline: 'nearest',
    behavior: 'instant',
  });
  return findFreePoint(context, element, surface);
}

function findFreePoint(context: ActContext, element: Element, surface: Element): Point | undefined {
  return candidatePoints(context, surface).find((point) => {
    const top = elementAt(context.document, point.x, point.y);
    return top !== undefined && takesClicksFor(top, element, surface);
  });
}

/** Middle of each visible box, then points nearer to its corners. */
function candidatePoints(context: ActContext, surface: Element): Point[] {
  const { innerWidth, innerHeight } = context.window;
  const points: Point[] = [];
  for (const rect of rectsOf(surface).slice(0, 6)) {
    const left = Math.max(rect.left, 0);
    const right = Math.min(rect.right, innerWidth);
    const top = Math.max(rect.top, 0);
    const bottom = Math.min(rect.bottom, innerHeight);
    if (right - left <= 0 || bottom - top <= 0) continue;
    for (const [across, down] of SPOTS) {
      points.push({ x: left + (right - left) * across, y: top + (bottom - top) * down });
    }
  }
  return points;
}

const SPOTS = [
  [0.5, 0.5],
  [0.2, 0.5],
  [0.8, 0.5],
  [0.5, 0.2],
  [0.5, 0.8],
  [0.1, 0.1],
  [0.9, 0.9],
  [0.9, 0.1],
  [0.1, 0.9],
  [0.03, 0.5],
  [0.97, 0.5],
  [0.5, 0.03],
  [0.5, 0.97],
] as const;

function takesClicksFor(top: Element, element: Element, surface: Element): boolean {
  if (rendersWithin(top, surface) || rendersWithin(top, element)) return true;
  if (labelsOf(element).some((label) => rendersWithin(top, label))) return true;
  // What an ancestor draws over its own content (a stretched link's ::after) is not in the way of that content.
  return rendersWithin(surface, top) && getComputedStyle(surface).pointerEvents !== 'none';
}
