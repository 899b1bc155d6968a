import { getAttribute, getLocalName, hasAttribute, matches } from '../dom';
import { WIDGET_ROLES } from '../role-tables';
import { inputType, isDetailsSummary, isEditingHost } from '../roles';
import { EDITABLE, HANDLER, type Hints, readHints, ROLE, SAYS, TABINDEX } from './attribute-hints';

const NATIVE = new Set('button select textarea input'.split(' '));
const WITH_HANDLER =
  '[onclick],[onmousedown],[onmouseup],[onpointerdown],[onpointerup],[ontouchstart],[ondblclick],[onkeydown],[draggable=true]';

/** Why an element can be acted on, strongest first; undefined when nothing says so. */
export type Acts = 'control' | 'editable' | 'handler';

/**
 * What can be acted on as far as the element itself says. The pointer that becomes a hand is a matter of the walk,
 * because only the outermost element of such a region counts; so are listeners, which no script can see.
 */
export function findActs(
  element: Element,
  role: string,
  tag = getLocalName(element),
  hints: Hints = readHints(element),
): Acts | undefined {
  if (NATIVE.has(tag)) return inputType(element) === 'hidden' ? undefined : 'control';
  if (tag === 'option') return 'control';
  if (tag === 'summary') return isDetailsSummary(element) ? 'control' : undefined;
  if (hints === 0) return undefined;
  if ((tag === 'a' || tag === 'area') && hasAttribute(element, 'href')) return 'control';
  if ((tag === 'video' || tag === 'audio') && hasAttribute(element, 'controls')) return 'control';
  if ((hints & ROLE) !== 0 && WIDGET_ROLES.has(role) && tag !== 'datalist')
    return isContainer(element, role) ? undefined : 'control';
  if (role === 'columnheader' && isSorting(element, hints)) return 'control';
  if ((hints & EDITABLE) !== 0 && isEditingHost(element)) return 'editable';
  if ((hints & TABINDEX) !== 0 && isTabStop(element)) return 'handler';
  return (hints & HANDLER) !== 0 && hasHandler(element) ? 'handler' : undefined;
}

/** An ARIA listbox acts through its options unless it is itself where the focus goes. */
function isContainer(element: Element, role: string): boolean {
  return role === 'listbox' && !isTabStop(element) && getLocalName(element) !== 'select';
}

/** A header that the keyboard can get to, or that says how it sorts (WAI-ARIA 1.2, `aria-sort`), is clicked to sort. */
function isSorting(element: Element, hints: Hints): boolean {
  return (hints & TABINDEX) !== 0 || ((hints & SAYS) !== 0 && hasAttribute(element, 'aria-sort'));
}

function isTabStop(element: Element): boolean {
  const value = getAttribute(element, 'tabindex');
  return value !== null && Number.parseInt(value, 10) >= 0;
}

function hasHandler(element: Element): boolean {
  return matches(element, WITH_HANDLER);
}
