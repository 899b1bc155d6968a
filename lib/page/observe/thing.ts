import type { Steps } from './walk/steps';

/**
 * One thing of the page on its way to being a line; wrappers have no role and are folded away. Every field is there from the
 * start: things of one shape are read several times faster.
 */
export interface Thing {
  /** The element that it stands for; of a text, the element that holds it. */
  element: Element | null;
  /** '' for a wrapper, `text` for words. */
  role: string;
  /** Accessible name, or the words of a text. Clean, not shortened. */
  name: string;
  /** The accessible name letter for letter as browsers have it, where it is not `name`. */
  browserName: string | undefined;
  children: Thing[];
  /** Can be acted on: gets a ref. */
  acts: boolean;
  /** Starts and ends a line of the page: words do not run on over it. */
  block: boolean;
  /** Viewport pixels; NaN while unknown. */
  top: number;
  bottom: number;
  level: number | undefined;
  value: string | undefined;
  states: string[];
  note: string | undefined;
  /** A dialog that keeps everything else from being reached. */
  modal: 'native' | 'aria' | undefined;
  /** What is printed behind the name of a frame. */
  frame: { place: string } | undefined;
  /** A cell that the arrow keys lead to, as in grids; it acts only where its row is printed in full. */
  focusable: boolean;
  /** Things beneath (itself not counted); set by `measureThings`, before its inside is folded. */
  size: number;
  /** Of what is kept for the next reading: what became of its inside. */
  folding: Folding | undefined;
}

/** How a thing was folded. It is done once, because it takes things apart. */
export interface Folding {
  /** What stands for the thing in the folded tree, when that does not depend on what is beside it. */
  folded: readonly Thing[] | undefined;
  /** Children of the thing once its inside was folded, when it does. */
  inside: Thing[] | undefined;
}

/** Its inside was folded in an earlier reading. */
export function isFoldedInside({ folding }: Thing): boolean {
  return folding !== undefined && (folding.folded !== undefined || folding.inside !== undefined);
}

/** Words hold nothing and have no states: a hundred thousand empty lists are work for the garbage collector. */
const NO_THINGS: Thing[] = [];
const NO_STATES: string[] = [];
Object.freeze(NO_THINGS);
Object.freeze(NO_STATES);

/** A text, which must be given no children and no states. */
export function createText(element: Element | null): Thing {
  return makeThing('text', element, NO_THINGS, NO_STATES);
}

export function createThing(role: string, element: Element | null): Thing {
  return makeThing(role, element, [], role === '' ? NO_STATES : []);
}

function makeThing(role: string, element: Element | null, children: Thing[], states: string[]): Thing {
  return {
    element,
    role,
    name: '',
    browserName: undefined,
    children,
    acts: false,
    block: true,
    top: NaN,
    bottom: NaN,
    states,
    level: undefined,
    value: undefined,
    note: undefined,
    modal: undefined,
    frame: undefined,
    focusable: false,
    size: 0,
    folding: undefined,
  };
}

/** Where it is, unless it has no size. */
export function placeThing(thing: Thing, rect: DOMRect): void {
  if (rect.width === 0 && rect.height === 0) return;
  thing.top = rect.top;
  thing.bottom = rect.bottom;
}

/** Adds up sizes and vertical extents from the leaves to the root; iterative because pages nest deep. */
export function* measureThings(root: Thing): Steps<void> {
  const order: Thing[] = [root];
  for (let index = 0; index < order.length; index++) {
    const thing = order[index] as Thing;
    if (!isFoldedInside(thing)) for (const child of thing.children) order.push(child);
    if ((index & 255) === 255) yield;
  }
  for (let index = order.length - 1; index >= 0; index--) {
    const thing = order[index] as Thing;
    if (isFoldedInside(thing)) continue;
    let size = 0;
    for (const child of thing.children) {
      size += (child.role === '' ? 0 : 1) + child.size;
      if (!(thing.top <= child.top)) thing.top = Number.isNaN(child.top) ? thing.top : child.top;
      if (!(thing.bottom >= child.bottom))
        thing.bottom = Number.isNaN(child.bottom) ? thing.bottom : child.bottom;
    }
    thing.size = size;
    if ((index & 255) === 255) yield;
  }
}
