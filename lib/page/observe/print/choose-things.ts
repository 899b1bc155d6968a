import { LANDMARK_ROLES } from '../role-tables';
import type { Steps } from '../walk/steps';
import type { Thing } from '../thing';

/** Characters per token, as the design estimates. */
export const CHARACTERS_PER_TOKEN = 4;
const REPEATED = new Set('row listitem item option article treeitem'.split(' '));
/** So many of a long listing come before anything else that is off the screen. */
const FIRST_OF_MANY = 3;
const OUTLINE_ROLES = new Set([
  ...LANDMARK_ROLES,
  'heading',
  'dialog',
  'alertdialog',
  'alert',
  'table',
  'grid',
  'frame',
  'tablist',
]);

/** How early a thing gets its place in the budget; 0 first. */
const PRIORITY = { focus: 0, screen: 1, outline: 2, near: 3, sample: 4, far: 5, rest: 6 } as const;

export interface Choice {
  scope: 'near' | 'page';
  /** Tokens. */
  budget: number;
  viewportHeight: number;
}

/** The things to print (their ancestors always with them); undefined means all. */
export function* chooseThings(root: Thing, choice: Choice): Steps<Set<Thing> | undefined> {
  if (choice.scope === 'page' && choice.budget === Infinity) return undefined;
  const parents = new Map<Thing, Thing>();
  const buckets = yield* rankThings(root, choice, parents);
  const last = choice.scope === 'near' ? PRIORITY.near : PRIORITY.rest;
  const kept = new Set<Thing>();
  let left = choice.budget * CHARACTERS_PER_TOKEN;
  for (const bucket of buckets.slice(0, last + 1)) {
    for (const thing of bucket) {
      if ((kept.size & 63) === 63) yield;
      const added = findNew(thing, parents, kept);
      for (const each of added) left -= estimateLength(each);
      if (left < 0) return kept;
      for (const each of added) kept.add(each);
    }
  }
  return kept;
}

function findNew(thing: Thing, parents: Map<Thing, Thing>, kept: Set<Thing>): Thing[] {
  const added: Thing[] = [];
  for (let at: Thing | undefined = thing; at && !kept.has(at); at = parents.get(at)) added.push(at);
  return added;
}

function estimateLength(thing: Thing): number {
  return (
    14 +
    Math.min(thing.name.length, 310) +
    Math.min(thing.value?.length ?? 0, 310) +
    (thing.states.length === 0 ? 0 : thing.states.join(' ').length)
  );
}

interface Ranked {
  thing: Thing;
  /** Under a repeated thing that is not among the first. */
  many: boolean;
  top: number;
  bottom: number;
}

function* rankThings(root: Thing, choice: Choice, parents: Map<Thing, Thing>): Steps<Thing[][]> {
  const buckets: Thing[][] = Object.values(PRIORITY).map(() => []);
  const stack: Ranked[] = [{ thing: root, many: false, top: 0, bottom: 1 }];
  for (let at = stack.pop(), count = 0; at; at = stack.pop(), count++) {
    if ((count & 127) === 127) yield;
    const { thing } = at;
    const top = Number.isNaN(thing.top) ? at.top : thing.top;
    const bottom = Number.isNaN(thing.bottom) ? at.bottom : thing.bottom;
    if (thing !== root) buckets[rankOf(thing, top, bottom, at.many, choice)]?.push(thing);
    const inside: Ranked[] = [];
    let repeated = 0;
    for (const child of thing.children) {
      parents.set(child, thing);
      const many = at.many || (REPEATED.has(child.role) && ++repeated > FIRST_OF_MANY);
      inside.push({ thing: child, many, top, bottom });
    }
    while (inside.length > 0) stack.push(inside.pop() as Ranked);
  }
  return buckets;
}

function rankOf(thing: Thing, top: number, bottom: number, many: boolean, choice: Choice): number {
  if (thing.states.includes('focused') || thing.modal || thing.role === 'alert') return PRIORITY.focus;
  const height = choice.viewportHeight;
  // A container may reach over the screen while nothing of it is there; only what has no children counts by its place.
  const isLeaf = thing.children.length === 0;
  if (isLeaf && bottom > 0 && top < height) return PRIORITY.screen;
  if (OUTLINE_ROLES.has(thing.role) && !many) return PRIORITY.outline;
  if (isLeaf && bottom > -height / 2 && top < height * 1.5) return PRIORITY.near;
  if (many) return PRIORITY.rest;
  return thing.acts ? PRIORITY.sample : PRIORITY.far;
}
