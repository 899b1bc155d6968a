import { getLocalName, getRect } from '../dom';
import { isRendered } from './visibility';
import type { Reading } from '../reading';
import { inputType } from '../roles';

const STOOD_IN_FOR = new Set(['checkbox', 'radio', 'file']);
const CLIPPED_SIZE_PX = 1;

/**
 * The visible label that stands for a control which pages hide in order to draw their own: check boxes, radio
 * buttons and file fields only, because a click on the label does all that they can do.
 */
export function findStandIn(reading: Reading, element: Element): HTMLLabelElement | undefined {
  if (getLocalName(element) !== 'input' || !STOOD_IN_FOR.has(inputType(element))) return undefined;
  return reading.labelsOf(element).find((label) => {
    if (!isRendered(reading, label)) return false;
    const rect = getRect(label);
    return rect.width > CLIPPED_SIZE_PX && rect.height > CLIPPED_SIZE_PX;
  });
}
