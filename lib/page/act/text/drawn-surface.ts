import { getAttribute, getLocalName, getRect, hasAttribute, matches, queryWithin } from '../../observe/dom';
import { walkFlatAncestors } from '../../observe/flat-tree';

// Code editors and terminals draw their text themselves: what takes the keys is a textarea of no size, or an element with
// an EditContext, somewhere in the box that a person sees and clicks into.

/** Less than this is no place to write in. */
const LEAST_WIDTH_PX = 40;
const LEAST_HEIGHT_PX = 12;
const TINY_PX = 8;
const MAX_LEVELS = 6;
const MOST_LOOKED_AT = 80;

/** The box in which the text of a hidden input is drawn; undefined when the element is none, or nothing invites to type. */
export function findSurface(element: Element): Element | undefined {
  if (!isSink(element)) return undefined;
  let level = 0;
  for (const around of walkFlatAncestors(element)) {
    if (++level > MAX_LEVELS || matches(around, 'body,html,form')) return undefined;
    const { width, height } = getRect(around);
    if (width < LEAST_WIDTH_PX || height < LEAST_HEIGHT_PX) continue;
    if (!around.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return undefined;
    if (invitesToType(around)) return around;
  }
  return undefined;
}

/** Takes keys without being seen. */
export function isSink(element: Element): boolean {
  const isArea = getLocalName(element) === 'textarea';
  if (!isArea && !hasEditContext(element)) return false;
  if (matches(element, ':disabled,[aria-hidden=true],[tabindex="-1"]')) return false;
  if (isArea && hasAttribute(element, 'readonly') && !getAttribute(element, 'aria-label')) return false;
  const { width, height } = getRect(element);
  if (width < TINY_PX || height < TINY_PX) return true;
  return !element.checkVisibility({ opacityProperty: true }) || Number(getComputedStyle(element).zIndex) < 0;
}

/** https://w3c.github.io/edit-context/ */
export function hasEditContext(element: Element): boolean {
  return 'editContext' in element && element.editContext !== null && element.editContext !== undefined;
}

/** The pointer is a text cursor over it, as it is where one can write. */
function invitesToType(around: Element): boolean {
  const inside = queryWithin(around, '*');
  for (let index = -1; index < Math.min(inside.length, MOST_LOOKED_AT); index++) {
    const one = index < 0 ? around : inside[index];
    if (one && !isSink(one) && getComputedStyle(one).cursor === 'text') return true;
  }
  return false;
}
