import type { Point } from '../../types';

export type { Point };

/** Where the actor's pointer rests; kept between the actions of a document, as a hand does. */
export interface PointerDevice {
  over?: Element | undefined;
  point: Point;
  /** Bits of the buttons that are held, as in `MouseEvent.buttons`. */
  buttons: number;
  /** The element that has the pointer captured: it gets every event of it until the buttons are released. */
  captured?: Element | undefined;
}

export type MouseButton = 'left' | 'middle' | 'right';
export type Modifier = 'Alt' | 'Control' | 'Meta' | 'Shift';

export const BUTTON_NUMBER: Record<MouseButton, number> = { left: 0, middle: 1, right: 2 };
/** Bits of `buttons`, https://w3c.github.io/pointerevents/#the-buttons-property */
export const BUTTON_BIT: Record<MouseButton, number> = { left: 1, middle: 4, right: 2 };

export function createPointerDevice(): PointerDevice {
  return { point: { x: 0, y: 0 }, buttons: 0 };
}
