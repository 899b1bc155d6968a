import type { Folding, Thing } from '../thing';

export type Units = WeakMap<Element, Unit>;

/** What was read of one part of a page that stands for itself: a row, an item, a wrapper with what is in it. */
export interface Unit extends Folding {
  /** Added to the thing around it; undefined when there was nothing to say. */
  thing: Thing | undefined;
  /** What is around it, as far as its inside depends on that. */
  context: string;
  left: number;
  width: number;
  height: number;
  /** Viewport pixels that its things were given last; NaN: each its own. */
  top: number;
  elements: number;
  hiddenTexts: number;
  seen: boolean;
  hid: boolean;
  /** Reading in which it was last found as it is. */
  reading: number;
}

/** As its inside was before what is around it was folded. */
export function restoreUnit({ thing, inside }: Unit): void {
  if (!thing || !inside) return;
  thing.role = '';
  thing.name = '';
  thing.children = inside;
}

/** Everything in it is where it is: it is too far away for its own places to matter. */
export function placeUnit(unit: Unit, top: number, bottom: number): void {
  if (unit.top === top) return;
  unit.top = top;
  const stack: (readonly Thing[])[] = unit.thing ? [[unit.thing], unit.folded ?? unit.inside ?? []] : [];
  for (let at = stack.pop(); at; at = stack.pop()) {
    for (const thing of at) {
      if (thing.bottom >= thing.top) {
        thing.top = top;
        thing.bottom = bottom;
      }
      if (thing.children.length > 0) stack.push(thing.children);
    }
  }
}

/** Whether all in it lies within these viewport pixels. */
export function liesWithin(unit: Thing, top: number, bottom: number): boolean {
  const stack: Thing[] = [unit];
  for (let thing = stack.pop(); thing; thing = stack.pop()) {
    if (thing.top < top - 1 || thing.bottom > bottom + 1) return false;
    for (const child of thing.children) stack.push(child);
  }
  return true;
}
