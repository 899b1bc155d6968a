import type { Thing } from './thing';
import type { Steps } from './walk/steps';

/** Cells that the arrow keys lead to can be acted on; a line for each would drown the rows, so only a part printed in full has them. */
export function* actOnCells(root: Thing): Steps<void> {
  const order: Thing[] = [root];
  for (let index = 0; index < order.length; index++) {
    const thing = order[index] as Thing;
    thing.acts ||= thing.focusable;
    for (const child of thing.children) order.push(child);
    if ((index & 255) === 255) yield;
  }
}
