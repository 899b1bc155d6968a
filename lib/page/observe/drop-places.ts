import type { Thing } from './thing';
import type { Steps } from './walk/steps';

/** State of what can be dragged. */
export const DRAGGABLE = 'draggable';

/**
 * What things are dropped on, and what says where: the heading of a column stands in the column. Items that things are dropped
 * between can be dragged themselves.
 */
const PLACES = new Set('region list group article figure img heading complementary'.split(' '));

/**
 * Where something can be dragged, it can be dragged to somewhere: named parts of the page get refs of their own then. A link does
 * not count: links can be dragged everywhere, mostly into other windows. Returns whether there is anything.
 */
export function* markDropPlaces(root: Thing): Steps<boolean> {
  const places: Thing[] = [];
  const order: Thing[] = [root];
  let drags = false;
  for (let index = 0; index < order.length; index++) {
    const thing = order[index] as Thing;
    drags ||= thing.role !== 'link' && thing.states.includes(DRAGGABLE);
    if (PLACES.has(thing.role) && thing.name !== '' && !thing.acts) places.push(thing);
    for (const child of thing.children) order.push(child);
    if ((index & 255) === 255) yield;
  }
  if (drags) for (const place of places) place.acts = true;
  return drags;
}
