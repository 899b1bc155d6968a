import type { Point } from './pointer-device';

/** What is under way between the press and the release of a drag. */
export interface Carrier {
  /** `native`: drag events with one DataTransfer; `pointer`: pointer and mouse moves. */
  way: 'native' | 'pointer';
  moveTo(point: Point): void;
  /** Lets go where the pointer is; whether what is there said that it takes the load (`native` only). */
  drop(): boolean;
  /** Ends the drag without dropping. */
  cancel(): void;
}
