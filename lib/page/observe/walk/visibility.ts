import {
  getClientHeight,
  getClientWidth,
  getLocalName,
  getParentNode,
  getRect,
  getScrollHeight,
  hasAttribute,
  matches,
} from '../dom';
import { getFlatParent } from '../flat-tree';
import type { Reading } from '../reading';

/** Below this no person sees it; opacities of nested elements multiply. */
export const LEAST_OPACITY = 0.1;
/** A box of one pixel with clipped content is the usual way to hide text from the eye ("sr-only"). */
const CLIPPED_SIZE_PX = 1;

/** What a person can get to by scrolling, in viewport pixels of this moment. */
export interface PageArea {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export function measurePage(reading: Reading): PageArea {
  const { window, document } = reading;
  const root = document.scrollingElement ?? document.documentElement;
  const rightToLeft = reading.style(document.documentElement).direction === 'rtl';
  const width = Math.max(root.scrollWidth, window.innerWidth);
  return {
    left: rightToLeft ? -Infinity : -window.scrollX,
    top: -window.scrollY,
    right: rightToLeft ? Infinity : width - window.scrollX,
    bottom: Math.max(root.scrollHeight, window.innerHeight) - window.scrollY,
  };
}

/** Decides on single boxes; remembers which ancestors scroll. */
export class Visibility {
  private readonly scrolls = new Map<Element, boolean>();

  constructor(
    private readonly reading: Reading,
    private readonly page: PageArea,
  ) {}

  /** Drawn somewhere a person can get to. The box is the one that `getRect` gives for the element. */
  isBoxSeen(element: Element, rect: DOMRect): boolean {
    if (rect.width <= CLIPPED_SIZE_PX || rect.height <= CLIPPED_SIZE_PX) {
      if (this.isEmptyBoxHidden(element, rect)) return false;
    }
    return !this.isOffPage(element, rect);
  }

  /** No size, and nothing of its content sticks out. */
  private isEmptyBoxHidden(element: Element, rect: DOMRect): boolean {
    const style = this.reading.style(element);
    if (style.display === 'contents') return false;
    if (style.overflowX !== 'visible' || style.overflowY !== 'visible') return true;
    if (style.clip !== 'auto' || style.clipPath !== 'none') return true;
    return rect.width === 0 && rect.height === 0 && !hasContentOfSize(element);
  }

  private isOffPage(element: Element, rect: DOMRect): boolean {
    const { page } = this;
    const outside =
      rect.right <= page.left ||
      rect.bottom <= page.top ||
      rect.left >= page.right ||
      rect.top >= page.bottom;
    const isOff = outside && rect.width > 0 && !this.isInScroller(element);
    if (isOff) this.reading.unsteady++;
    return isOff;
  }

  /** Nothing inside of the box is off the page. */
  isReachable(element: Element, { left, top, right, bottom }: DOMRect): boolean {
    const { page } = this;
    const isWithin = left >= page.left && top >= page.top && right <= page.right && bottom <= page.bottom;
    return isWithin || this.isInScroller(element);
  }

  /** Inside something with its own scroll bar, where a place outside of the page can be scrolled to. */
  private isInScroller(element: Element): boolean {
    const path: Element[] = [];
    let found: boolean | undefined;
    for (let at = getFlatParent(element); at && found === undefined; at = getFlatParent(at)) {
      found = this.scrolls.get(at);
      if (found !== undefined) break;
      path.push(at);
      if (at !== this.reading.document.body && isScroller(this.reading, at)) found = true;
    }
    for (const at of path) this.scrolls.set(at, found ?? false);
    return found ?? false;
  }
}

/** Something in it, words or a floating child, sticks out of a box without size. */
function hasContentOfSize(element: Element): boolean {
  const range = new Range();
  range.selectNodeContents(element);
  const { width, height } = range.getBoundingClientRect();
  return width > 0 || height > 0;
}

const SCROLLING = /auto|scroll/;

export function isScroller(reading: Reading, element: Element): boolean {
  const style = reading.style(element);
  if (!SCROLLING.test(style.overflowY) && !SCROLLING.test(style.overflowX)) return false;
  return (
    getScrollHeight(element) > getClientHeight(element) + 1 || element.scrollWidth > element.clientWidth + 1
  );
}

/** How elements are displayed that can cut off or scroll their content. */
const BOXED = new Set('block flex grid inline-block inline-flex inline-grid flow-root list-item'.split(' '));

/** `overflow` of an element where it has any effect, else `visible`. */
export function readOverflow(style: CSSStyleDeclaration, display: string): string {
  return BOXED.has(display) ? style.overflowY : 'visible';
}

/** Content that a box of no size cuts off, or that the page keeps from being rendered. */
export function cutsOffContent(
  element: Element,
  style: CSSStyleDeclaration,
  attributed: boolean,
  overflow = readOverflow(style, style.display),
): boolean {
  // Nobody hides all of a tag this way; an element without attributes is spared the question.
  if (attributed && style.contentVisibility === 'hidden') return true;
  if (overflow === 'visible') return false;
  // Cheaper than a box, which is left for those that may be nothing but their border.
  if (getClientHeight(element) > CLIPPED_SIZE_PX && getClientWidth(element) > CLIPPED_SIZE_PX) return false;
  const { width, height } = getRect(element);
  if (width > CLIPPED_SIZE_PX && height > CLIPPED_SIZE_PX) return false;
  return getLocalName(element) !== 'body' && getLocalName(element) !== 'html';
}

/** Opacity of an element inside of something with the given one. */
export function multiplyOpacity(outer: number, own: string, element: Element): number {
  if (own === '1') return outer;
  const now = Number.parseFloat(own);
  return outer * (now < LEAST_OPACITY ? (opacityToCome(element) ?? now) : now);
}

/** A longer fade-in may be a way to hide words from people, and not from readers like us. */
const LONGEST_FADE_IN_MS = 2_000;

/** Opacity at which a running fade-in ends. In a tab in the background it stands still at its start until the tab is shown. */
function opacityToCome(element: Element): number | undefined {
  for (const animation of Element.prototype.getAnimations.call(element)) {
    if (animation.playState !== 'running' || !(animation.effect instanceof KeyframeEffect)) continue;
    const last = animation.effect.getKeyframes().at(-1);
    const isShort = Number(animation.effect.getComputedTiming().endTime) <= LONGEST_FADE_IN_MS;
    if (isShort && typeof last?.['opacity'] === 'string') return Number.parseFloat(last['opacity']);
  }
  return undefined;
}

/** Children of a closed `<details>` that are not its summary. */
export function isBehindDetails(element: Element): boolean {
  const parent = getParentNode(element);
  return parent instanceof HTMLDetailsElement && !parent.open;
}

export function isModal(element: Element): 'native' | 'aria' | undefined {
  if (matches(element, 'dialog:modal')) return 'native';
  return hasAttribute(element, 'aria-modal') && matches(element, '[aria-modal=true]') ? 'aria' : undefined;
}

/** Whether the element has a box of some size on the page right now; for one element, outside of a walk. */
export function isRendered(reading: Reading, element: Element): boolean {
  if (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false })) return false;
  const rect = getRect(element);
  return rect.width > 0 || rect.height > 0 || reading.style(element).display === 'contents';
}
