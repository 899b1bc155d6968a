import { describeElement } from '../describe-element';
import { getLocalName, getRect } from '../dom';
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
  if (!parent || !isField(tag)) return undefined;
  const label = findStandIn(walk.reading, element);
  const rect = getRect(label ?? element);
  if (!label && !isOverlaidControl(element, rect)) return undefined;
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
