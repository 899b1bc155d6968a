import { clickAt, type Call, type Point } from './script.ts';
import type { Sight } from './sight.ts';

/** A part of the page on the screen: CSS pixels of the visible page. */
export interface Place {
  left: number;
  top: number;
  width: number;
  height: number;
}

export function middleOf({ left, top, width, height }: Place): Point {
  return [left + width / 2, top + height / 2];
}

/** What is nearer to the edge of the area than this may be cut off. */
const MARGIN_PX = 6;

/** Clicks in the middle of a place, or first scrolls the area of the task to where it can be seen. */
export async function pressOrScroll(sight: Sight, place: Place): Promise<Call> {
  const area = await sight.look(
    () => document.querySelector('#area')?.getBoundingClientRect().toJSON() as Place,
  );
  const [x, y] = middleOf(place);
  if (y < area.top + MARGIN_PX) return { name: 'scroll', args: { direction: 'up' } };
  if (y > area.top + area.height - MARGIN_PX) return { name: 'scroll', args: { direction: 'down' } };
  return clickAt([x, y]);
}
