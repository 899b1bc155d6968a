/** A place in CSS pixels of the viewport. */
export interface Point {
  x: number;
  y: number;
}

/** Where the actor's pointer rests; kept between the actions of a document, as a hand does. */
export interface PointerDevice {
  over?: Element | undefined;
  point: Point;
}

export type MouseButton = 'left' | 'middle' | 'right';
export type Modifier = 'Alt' | 'Control' | 'Meta' | 'Shift';
