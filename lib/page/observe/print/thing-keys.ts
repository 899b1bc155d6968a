import type { PrintedThing } from './printed-thing';
import type { Steps } from '../walk/steps';

export interface Keys {
  /** The same key for the same element and role in every read of the document, in the order given. */
  keysOf(things: PrintedThing[]): Steps<Map<string, PrintedThing>>;
}

/** Several things of one element: words before and after something in it. */
function nextFree(base: string, seen: Map<string, number>): string {
  const count = (seen.get(base) ?? 0) + 1;
  seen.set(base, count);
  return `${base} ${count}`;
}

/** Tells things apart over several reads without touching them: by the identity of their elements. */
export function createKeys(): Keys {
  const ids = new WeakMap<Element, number>();
  let last = 0;
  const idOf = (element: Element | null): number => {
    if (!element) return 0;
    const known = ids.get(element);
    if (known !== undefined) return known;
    ids.set(element, ++last);
    return last;
  };
  return {
    *keysOf(things) {
      const keyed = new Map<string, PrintedThing>();
      const seen = new Map<string, number>();
      for (const thing of things) {
        const base = `${idOf(thing.thing.element)} ${thing.thing.role}`;
        keyed.set(keyed.has(base) ? nextFree(base, seen) : base, thing);
        if ((keyed.size & 127) === 127) yield;
      }
      return keyed;
    },
  };
}
