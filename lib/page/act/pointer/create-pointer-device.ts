import type { PageWindow } from '../actor/act-context';
import { createHoverStyles } from './hover-styles';
import type { PointerDevice } from './pointer-device';

/** A mouse that rests in the corner of the document. */
export function createPointerDevice(window: PageWindow): PointerDevice {
  return { point: { x: 0, y: 0 }, buttons: 0, hoverStyles: createHoverStyles(window) };
}
