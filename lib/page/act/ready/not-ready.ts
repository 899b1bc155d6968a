import { getAttribute, getRect, getRootNode, matches, queryRoot } from '../../observe/dom';
import { actError, type ActContext, type ActError } from '../actor/act-context';
import { nameElement } from '../actor/name-element';
import { elementAt, renderedAncestorsOf, rendersWithin } from '../actor/native-dom';
import type { Point } from '../pointer/pointer-device';

// Why an element cannot be acted on, in words that say what to do about it.

export function staleError(): ActError {
  return actError(
    'stale-ref',
    'This element is no longer in the page. Observe again and use a ref from the new observation.',
  );
}

export function hiddenError(context: ActContext, element: Element): ActError {
  const name = nameElement(context, element);
  const opener = findOpener(element);
  const advice = opener
    ? `It is in a part that ${nameElement(context, opener)} opens: click that first.`
    : 'Open what contains it first (menu, tab, section), or choose another element.';
  return actError('not-visible', `${name} is not visible. ${advice}`, { target: name });
}

/** What opens the closed part that an element is in: the summary of a `details`, or a control that says so. */
function findOpener(element: Element): Element | undefined {
  for (const around of renderedAncestorsOf(element)) {
    const opener = openerOf(around);
    if (opener && opener !== element && !rendersWithin(element, opener)) return opener;
  }
  return undefined;
}

function openerOf(part: Element): Element | undefined {
  if (matches(part, 'details:not([open])')) {
    const [summary] = Element.prototype.querySelectorAll.call(part, ':scope > summary');
    return summary;
  }
  const id = getAttribute(part, 'id');
  if (!id) return undefined;
  return queryRoot(getRootNode(part), '[aria-expanded=false][aria-controls]').find((control) =>
    (getAttribute(control, 'aria-controls') ?? '').split(/\s+/).includes(id),
  );
}

export function disabledError(context: ActContext, element: Element): ActError {
  const name = nameElement(context, element);
  return actError('disabled', `${name} is disabled. Something else has to be filled in or chosen first.`, {
    target: name,
  });
}

/** Why no point of what is drawn can be hit: it is cut off, takes no clicks, or something lies over it. */
export function unreachableError(
  context: ActContext,
  element: Element,
  surface: Element,
  point: Point | undefined,
): ActError {
  if (isCutOff(surface)) return hiddenError(context, element);
  const top = point && elementAt(context.document, point.x, point.y);
  if (top && rendersWithin(surface, top)) return unresponsiveError(context, element);
  return coveredError(context, element, top);
}

/** A part that is rolled up: nothing of the element is inside of what its surroundings show. */
function isCutOff(surface: Element): boolean {
  const { left, right, top, bottom } = getRect(surface);
  return Array.from(renderedAncestorsOf(surface))
    .slice(1)
    .some((around) => {
      const { overflowX, overflowY } = getComputedStyle(around);
      if (!/hidden|clip/.test(`${overflowX} ${overflowY}`)) return false;
      const box = getRect(around);
      const across = Math.min(right, box.right) - Math.max(left, box.left);
      const down = Math.min(bottom, box.bottom) - Math.max(top, box.top);
      return across <= 0 || down <= 0;
    });
}

function unresponsiveError(context: ActContext, element: Element): ActError {
  const name = nameElement(context, element);
  return actError(
    'disabled',
    `${name} takes no clicks: the page has switched them off for it. Something else has to be filled in or chosen first.`,
    { target: name },
  );
}

function coveredError(context: ActContext, element: Element, top: Element | undefined): ActError {
  const name = nameElement(context, element);
  const blocker = top && findBlocker(context, element, top);
  const by = blocker ? nameElement(context, blocker) : 'something outside the visible part of the page';
  return actError('covered', `${name} is covered by ${by}. Close or answer that first.`, {
    target: name,
    by,
  });
}

/** The layer that lies over an element, by its dialog or by the innermost part of it that has a name. */
export function findBlocker(context: ActContext, element: Element, top: Element): Element {
  const layers = Array.from(renderedAncestorsOf(top)).filter((layer) => !rendersWithin(element, layer));
  const dialog = layers.find((layer) => matches(layer, 'dialog,[role=dialog],[role=alertdialog]'));
  return dialog ?? layers.find((layer) => context.deps.describe(layer).name !== '') ?? layers.at(-1) ?? top;
}
