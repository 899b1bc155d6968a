import { describeElement } from '../describe-element';
import { closest, getAttribute, getLocalName, getRect, hasAttribute, matches } from '../dom';
import { getFlatParent } from '../flat-tree';
import type { Reading } from '../reading';
import { inputType } from '../roles';
import { createThing, placeThing } from '../thing';
import type { Frame, Walk } from './frame';
import { isRendered } from './visibility';

const STOOD_IN_FOR = new Set(['checkbox', 'radio', 'file']);
const CLIPPED_SIZE_PX = 1;

const FIELDS = new Set(['input', 'select', 'textarea']);

/** Fields that pages hide, by any means, in order to draw their own. */
function isField(tag: string): boolean {
  return FIELDS.has(tag);
}

/**
 * The visible label that stands for a field which the page hides in order to draw its own. One that is not rendered at all
 * counts only where a click on the label does all that it can do: check boxes, radio buttons and file fields.
 */
export function findStandIn(reading: Reading, element: Element): HTMLLabelElement | undefined {
  if (!isField(getLocalName(element))) return undefined;
  if (!STOOD_IN_FOR.has(inputType(element)) && !element.checkVisibility({ visibilityProperty: true }))
    return undefined;
  return reading.labelsOf(element).find((label) => {
    if (!isRendered(reading, label)) return false;
    const rect = getRect(label);
    return rect.width > CLIPPED_SIZE_PX && rect.height > CLIPPED_SIZE_PX;
  });
}

/** Adds a field that is not drawn itself, where its label or its picture is; for any other element nothing. */
export function addStandIn(walk: Walk, element: Element, tag: string, parent: Frame | undefined): undefined {
  if (!parent || !(isField(tag) || hasAttribute(element, 'aria-multiline'))) return undefined;
  // The dropdown drawn around it is there for it, under its name.
  if (tag === 'select' && closest(element, '[role=combobox]')) return undefined;
  const standIn = findStandIn(walk.reading, element) ?? findPaintedEditor(walk.reading, element);
  const rect = getRect(standIn ?? element);
  if (!standIn && !isOverlaidControl(element, rect)) return undefined;
  const thing = createThing(walk.reading.role(element), element);
  thing.acts = true;
  describeElement(walk.reading, thing, element);
  placeThing(thing, rect);
  walk.attach(parent, thing);
  return undefined;
}

/** An invisible check box or file field that lies over the picture which the page drew for it. */
function isOverlaidControl(element: Element, rect: DOMRect): boolean {
  const { type } = element as HTMLInputElement;
  return (
    /^(checkbox|radio|file)$/.test(type) &&
    rect.width >= 8 &&
    rect.height >= 8 &&
    element.checkVisibility({ visibilityProperty: true })
  );
}

/** Smaller than this it is no place to write in, in CSS pixels. */
const LEAST_EDITOR = { width: 40, height: 14 };
const FARTHEST_EDITOR = 6;

/**
 * The box of an editor that paints its text itself: what the keyboard is meant for is invisible then (a transparent text area,
 * a box without width), lies in that box, and is named for those who cannot see (Ace, Monaco, terminals).
 */
export function findPaintedEditor(reading: Reading, element: Element): Element | undefined {
  if (!isNamedTextBox(element) || !element.checkVisibility({ visibilityProperty: true })) return undefined;
  const own = getRect(element);
  let at = getFlatParent(element);
  for (let steps = 0; at && steps < FARTHEST_EDITOR; steps++, at = getFlatParent(at)) {
    const box = getRect(at);
    const isLarge = box.width >= LEAST_EDITOR.width && box.height >= LEAST_EDITOR.height;
    if (isLarge && isPointWithin(box, own.left, own.top)) return isRendered(reading, at) ? at : undefined;
  }
  return undefined;
}

/** What is hidden from everybody, like the traps that sites lay for robots, is none. */
function isNamedTextBox(element: Element): boolean {
  return (
    matches(element, 'textarea:not([readonly],:disabled),[role=textbox][aria-multiline]') &&
    (hasAttribute(element, 'aria-label') || hasAttribute(element, 'aria-labelledby')) &&
    getAttribute(element, 'tabindex') !== '-1' &&
    closest(element, '[aria-hidden=true]') === null
  );
}

function isPointWithin({ left, top, right, bottom }: DOMRect, x: number, y: number): boolean {
  return x >= left - 1 && x <= right + 1 && y >= top - 1 && y <= bottom + 1;
}
