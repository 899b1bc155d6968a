import { getLocalName, getRect } from '../dom';
import { isRendered } from './visibility';
import type { Reading } from '../reading';
import { inputType } from '../roles';

const STOOD_IN_FOR = new Set(['checkbox', 'radio', 'file']);
const CLIPPED_SIZE_PX = 1;

const FIELDS = new Set(['input', 'select', 'textarea']);

/** Fields that pages hide, by any means, in order to draw their own. */
export function isField(tag: string): boolean {
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
