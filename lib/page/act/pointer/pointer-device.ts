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
  /** What style sheets show where the pointer is. */
  hoverStyles: HoverStyles;
}

export type MouseButton = 'left' | 'middle' | 'right';
export type Modifier = 'Alt' | 'Control' | 'Meta' | 'Shift';

export const BUTTON_NUMBER: Record<MouseButton, number> = { left: 0, middle: 1, right: 2 };
/** Bits of `buttons`, https://w3c.github.io/pointerevents/#the-buttons-property */
export const BUTTON_BIT: Record<MouseButton, number> = { left: 1, middle: 4, right: 2 };

/** What style sheets show while the pointer is on something. */
export interface HoverStyles {
  /** Puts the pointer onto an element, or nowhere. Returns what has come to be seen by it. */
  follow(element: Element | undefined): Element[];
  /** A style sheet could not be read: whether it shows anything is not known. */
  unreadable(): boolean;
  /** Something is shown by it at the moment. */
  active(): boolean;
}
