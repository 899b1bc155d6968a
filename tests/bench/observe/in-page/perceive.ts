// Whether a person who scrolls could see an element, decided without the code that is measured.

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const MIN_SEEN_PX = 2;

/** Why a person cannot perceive the element; undefined when they can. A control behind a visible label counts as seen. */
export function findWhyUnseen(element: Element): string | undefined {
  const why = findWhyUndrawn(element);
  if (why === undefined) return undefined;
  const labels = (element as HTMLInputElement).labels;
  for (const label of labels ?? [])
    if (hasOtherContent(label) && findWhyUndrawn(label) === undefined) return undefined;
  return why;
}

/** A label that wraps nothing but the control shows nothing of its own. */
function hasOtherContent(label: Element): boolean {
  if ((label.textContent ?? '').trim() !== '') return true;
  return [...label.children].some((child) => !child.matches('input, select, textarea'));
}

function findWhyUndrawn(element: Element): string | undefined {
  if (!element.checkVisibility({ visibilityProperty: true })) return 'not rendered';
  for (let at: Element | null = element; at; at = flatParent(at))
    if (Number(getComputedStyle(at).opacity) === 0) return 'opacity 0';
  const clipped = clip(element, measure(element));
  if (typeof clipped === 'string') return clipped;
  if (isOutsideThePage(element, clipped)) return 'off the page';
  return isBehindALayer(element, clipped) ? 'behind a layer' : undefined;
}

function flatParent(node: Node): Element | null {
  if (node instanceof Element && node.assignedSlot) return node.assignedSlot;
  const parent = node.parentNode;
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}

/** The element's own box, or what its content takes when that stands outside (floats, positioned parts). */
function measure(element: Element): Box {
  const own = element.getBoundingClientRect();
  if (own.width >= MIN_SEEN_PX && own.height >= MIN_SEEN_PX) return own;
  const boxes = [...element.querySelectorAll('*')]
    .filter((inside) => inside.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .map((inside) => inside.getBoundingClientRect())
    .filter((box) => box.width >= MIN_SEEN_PX && box.height >= MIN_SEEN_PX);
  if (boxes.length === 0) return own;
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}

function isTooSmall(box: Box): boolean {
  return box.right - box.left < MIN_SEEN_PX || box.bottom - box.top < MIN_SEEN_PX;
}

/** What is left of the box when everything around it has clipped it; a scrollable part can be scrolled to show it. */
function clip(element: Element, box: Box): Box | string {
  if (isTooSmall(box)) return 'no size';
  let seen = box;
  let position = getComputedStyle(element).position;
  if (isClippedAway(element)) return 'clipped by itself';
  for (let at = flatParent(element); at && at !== document.documentElement; at = flatParent(at)) {
    const style = getComputedStyle(at);
    const contains = style.position !== 'static' || style.transform !== 'none' || style.filter !== 'none';
    const escapes = position === 'fixed' ? style.transform === 'none' : position === 'absolute' && !contains;
    if (escapes) continue;
    if (position === 'absolute' || position === 'fixed') position = style.position;
    else if (contains) position = style.position === 'static' ? 'relative' : style.position;
    if (isClippedAway(at)) return 'clipped away';
    if (at === document.body || style.overflow === 'visible' || style.display === 'inline') continue;
    const left = clipByAncestor(at, style, seen);
    if (typeof left === 'string') return left;
    seen = left;
  }
  return seen;
}

function isClippedAway(element: Element): boolean {
  const { clip: rectangle, clipPath, position } = getComputedStyle(element);
  const inPixels = /^rect\(([\d.]+)px,? ([\d.]+)px,? ([\d.]+)px,? ([\d.]+)px\)$/.exec(rectangle);
  if (inPixels && (position === 'absolute' || position === 'fixed')) {
    const [top = 0, right = 0, bottom = 0, left = 0] = inPixels.slice(1).map(Number);
    if (right - left < MIN_SEEN_PX || bottom - top < MIN_SEEN_PX) return true;
  }
  return /^inset\((50|100)%\)$/.test(clipPath) || clipPath === 'circle(0px)';
}

function clipByAncestor(ancestor: Element, style: CSSStyleDeclaration, box: Box): Box | string {
  const around = ancestor.getBoundingClientRect();
  const [x, y] = [isScrollable(style.overflowX), isScrollable(style.overflowY)];
  const seen = { ...box };
  if (style.overflowX !== 'visible') {
    const before = box.right <= around.left - ancestor.scrollLeft;
    const beyond = box.left >= around.left - ancestor.scrollLeft + ancestor.scrollWidth;
    if (x && (before || beyond)) return 'cannot be scrolled to';
    seen.left = x ? around.left : Math.max(box.left, around.left);
    seen.right = x ? around.right : Math.min(box.right, around.right);
  }
  if (style.overflowY !== 'visible') {
    if (y && box.bottom <= around.top - ancestor.scrollTop) return 'cannot be scrolled to';
    seen.top = y ? around.top : Math.max(box.top, around.top);
    seen.bottom = y ? around.bottom : Math.min(box.bottom, around.bottom);
  }
  return isTooSmall(seen) ? 'clipped away' : seen;
}

function isScrollable(overflow: string): boolean {
  return overflow === 'auto' || overflow === 'scroll';
}

function isOutsideThePage(element: Element, box: Box): boolean {
  if (isFixed(element))
    return box.right <= 0 || box.bottom <= 0 || box.left >= innerWidth || box.top >= innerHeight;
  const root = document.documentElement;
  const style = [getComputedStyle(root), document.body ? getComputedStyle(document.body) : undefined];
  const hides = style.some((found) => found?.overflowX === 'hidden' || found?.overflowX === 'clip');
  const width = hides ? innerWidth : root.scrollWidth;
  return (
    box.right + scrollX <= 0 ||
    box.bottom + scrollY <= 0 ||
    box.left + scrollX >= width ||
    box.top + scrollY >= pageHeight()
  );
}

function pageHeight(): number {
  return Math.max(document.documentElement.scrollHeight, document.body?.scrollHeight ?? 0, innerHeight);
}

function isFixed(element: Element): boolean {
  for (let at: Element | null = element; at; at = flatParent(at))
    if (getComputedStyle(at).position === 'fixed') return true;
  return false;
}

/** The one fixed thing that is in front wherever one looks, if there is one: a modal's backdrop or the modal itself. */
function findLayer(): Element | undefined {
  const [right, bottom] = [innerWidth - 3, innerHeight - 3];
  const points = [
    [3, 3],
    [right / 2, 3],
    [right, 3],
    [3, bottom / 2],
    [right, bottom / 2],
    [3, bottom],
    [right / 2, bottom],
    [right, bottom],
  ] as const;
  const layers = points.map(([x, y]) => fixedAncestor(document.elementFromPoint(x, y)));
  const [first] = layers;
  return first && layers.every((layer) => layer === first) ? first : undefined;
}

function fixedAncestor(element: Element | null): Element | undefined {
  let found: Element | undefined;
  for (let at = element; at && at !== document.body; at = flatParent(at))
    if (getComputedStyle(at).position === 'fixed') found = at;
  return found;
}

function isBehindALayer(element: Element, box: Box): boolean {
  const layer = findLayer();
  if (!layer || isInside(element, layer)) return false;
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return !isFixed(element);
  const hit = document.elementFromPoint(x, y);
  return hit !== null && isInside(hit, layer);
}

function isInside(element: Element, around: Element): boolean {
  for (let at: Element | null = element; at; at = flatParent(at)) if (at === around) return true;
  return false;
}
