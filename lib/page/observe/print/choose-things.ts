import { LANDMARK_ROLES } from '../role-tables';
import type { Thing } from '../thing';
import type { Steps } from '../walk/steps';
import { estimateTokens } from '../../../trajectories/estimate-tokens';
import { groupLeftOut } from './summarise-left-out';

const REPEATED = new Set('row listitem item option article treeitem'.split(' '));
/** So many of a long listing come before anything else that is off the screen. */
const FIRST_OF_MANY = 3;
const OUTLINE_ROLES = new Set([
  ...LANDMARK_ROLES,
  ...'heading dialog alertdialog table grid frame tablist'.split(' '),
]);
const ALWAYS = new Set('alert status alertdialog'.split(' '));
/** Parts around the page's own content. */
const AROUND = new Set('navigation banner contentinfo complementary menubar'.split(' '));

/** How early a thing gets its place in the budget; 0 first. */
const PRIORITY = {
  always: 0,
  screen: 1,
  around: 2,
  near: 3,
  outline: 4,
  sample: 5,
  far: 6,
  rest: 7,
} as const;
/** Of the budget; the rest is for lines about what is left out, and the first share that leaves enough is taken. */
const SHARES = { near: [0.72, 0.55, 0.35, 0.15], page: [0.92, 0.8, 0.6, 0.35, 0.15] } as const;
/** Of that share, for menus and the like while there is something else to print. */
const MOST_AROUND = 0.5;
/** Tokens of one line about what is left out. */
const LEAST_ALLOWANCE = 15;
const MOST_ALLOWANCE = 110;
/** Tokens of a line besides name, value and states. */
const LINE = 3.6;
const REF = 2.5;
const LONGEST_COUNTED = 300;

export interface Choice {
  scope: 'near' | 'page';
  /** Tokens for the things; Infinity prints all. */
  budget: number;
  viewportHeight: number;
  /** What has to be in it wherever it is: what changed. */
  isImportant(thing: Thing): boolean;
}

export interface Chosen {
  /** The things to print (their ancestors always with them); undefined means all. */
  kept: Set<Thing> | undefined;
  /** Tokens for a line about so many things that are left out. */
  allowanceFor(things: number): number;
  /** Whether landmarks that are left out can have lines of their own. */
  apart: boolean;
}

/** What holds a thing. */
interface Holder {
  thing: Thing;
  above: Holder | undefined;
  /** Under a repeated thing that is not among the first. */
  many: boolean;
  around: boolean;
  /** Child that is ranked next, and how many repeated ones there were. */
  next: number;
  repeated: number;
}

interface Candidate {
  thing: Thing;
  holder: Holder;
}

export function* chooseThings(root: Thing, choice: Choice): Steps<Chosen> {
  const all: Chosen = { kept: undefined, allowanceFor: () => MOST_ALLOWANCE, apart: true };
  if ((choice.scope === 'page' && choice.budget === Infinity) || fitsWhole(root, choice.budget)) return all;
  const buckets = yield* rankThings(root, choice);
  for (const share of SHARES[choice.scope]) {
    const { kept, tokens } = yield* takeThings(buckets, choice.budget * share);
    const groups = yield* countGroups(root, kept);
    const left = choice.budget - tokens - groups * LEAST_ALLOWANCE;
    if (left >= 0) return { kept, allowanceFor: shareOut(left, groups, root.size - kept.size), apart: true };
  }
  const allowance = Math.min(choice.budget, MOST_ALLOWANCE);
  return { kept: new Set(), allowanceFor: () => allowance, apart: false };
}

/** Half of it to all lines alike; where more is left out more is said. */
function shareOut(tokens: number, groups: number, things: number): Chosen['allowanceFor'] {
  const each = LEAST_ALLOWANCE + tokens / 2 / Math.max(1, groups);
  return (count) => Math.min(MOST_ALLOWANCE, each + ((tokens / 2) * count) / Math.max(1, things));
}

/** Asks only as far as the budget goes. */
function fitsWhole(root: Thing, budget: number): boolean {
  let left = budget;
  const stack = [root.children];
  for (let at = stack.pop(); at; at = stack.pop()) {
    for (const thing of at) {
      left -= costOf(thing);
      if (left < 0) return false;
      if (thing.children.length > 0) stack.push(thing.children);
    }
  }
  return true;
}

function costOf(thing: Thing): number {
  const { name, value, states } = thing;
  let tokens = LINE + (thing.acts ? REF : 0);
  if (name !== '')
    tokens += estimateTokens(name.length > LONGEST_COUNTED ? name.slice(0, LONGEST_COUNTED) : name);
  if (value !== undefined) tokens += 2 + estimateTokens(value.slice(0, LONGEST_COUNTED));
  for (const state of states) tokens += estimateTokens(state);
  return tokens;
}

function* takeThings(buckets: Candidate[][], budget: number): Steps<{ kept: Set<Thing>; tokens: number }> {
  const kept = new Set<Thing>();
  let tokens = 0;
  for (const [priority, bucket] of buckets.entries()) {
    const most = priority === PRIORITY.around ? tokens + budget * MOST_AROUND : Infinity;
    for (const candidate of bucket) {
      if ((kept.size & 63) === 63) yield;
      if (tokens > most) break;
      const added = findNew(candidate, kept);
      let cost = 0;
      for (const each of added) cost += costOf(each);
      if (tokens + cost > budget) return { kept, tokens };
      tokens += cost;
      for (const each of added) kept.add(each);
    }
  }
  return { kept, tokens };
}

function findNew({ thing, holder }: Candidate, kept: Set<Thing>): Thing[] {
  const added = kept.has(thing) ? [] : [thing];
  for (let at: Holder | undefined = holder; at?.above && !kept.has(at.thing); at = at.above)
    added.push(at.thing);
  return added;
}

/** How many lines about what is left out there will be. */
function* countGroups(root: Thing, kept: Set<Thing>): Steps<number> {
  let groups = 0;
  for (const parent of [root, ...kept]) {
    let leftOut: Thing[] = [];
    for (const [index, child] of parent.children.entries()) {
      if (!kept.has(child)) leftOut.push(child);
      else if (leftOut.length > 0) {
        groups += groupLeftOut(leftOut, true).length;
        leftOut = [];
      }
      if ((index & 255) === 255) yield;
    }
    groups += groupLeftOut(leftOut, true).length;
  }
  return groups;
}

/** Every thing with its priority, in the order of the page. */
function* rankThings(root: Thing, choice: Choice): Steps<Candidate[][]> {
  const last = choice.scope === 'near' ? PRIORITY.near : PRIORITY.rest;
  const buckets: Candidate[][] = Array.from({ length: last + 1 }, () => []);
  const stack: Holder[] = [
    { thing: root, above: undefined, many: false, around: false, next: 0, repeated: 0 },
  ];
  // What was not measured stands about where the thing before it stands.
  let place: Place = { top: 0, bottom: 1 };
  for (let holder = stack[0], count = 0; holder; holder = stack[stack.length - 1]) {
    if ((++count & 127) === 127) yield;
    const thing = holder.thing.children[holder.next++];
    if (!thing) {
      stack.pop();
      continue;
    }
    const many = holder.many || (REPEATED.has(thing.role) && ++holder.repeated > FIRST_OF_MANY);
    if (thing.children.length === 0 && thing.bottom >= thing.top) place = thing;
    const rank = rankOf(thing, place, { many, around: holder.around }, choice);
    if (rank <= last) (buckets[rank] as Candidate[]).push({ thing, holder });
    if (thing.children.length > 0) stack.push(holdIn(thing, holder, many));
  }
  return buckets;
}

function holdIn(thing: Thing, above: Holder, many: boolean): Holder {
  return {
    thing,
    above,
    many,
    around: above.around || AROUND.has(thing.role),
    next: 0,
    repeated: 0,
  };
}

/** Pixels in the viewport. */
interface Place {
  top: number;
  bottom: number;
}

function rankOf(
  thing: Thing,
  { top, bottom }: Place,
  { many, around }: { many: boolean; around: boolean },
  choice: Choice,
): number {
  if (thing.states.includes('focused') || thing.modal || ALWAYS.has(thing.role) || choice.isImportant(thing))
    return PRIORITY.always;
  const height = choice.viewportHeight;
  // A container may reach over the screen while nothing of it is there; only what has no children counts by its place.
  const isLeaf = thing.children.length === 0;
  if (isLeaf && bottom > 0 && top < height) return around ? PRIORITY.around : PRIORITY.screen;
  if (isLeaf && bottom > -height / 2 && top < height * 1.5) return PRIORITY.near;
  // What stands in a frame has its place under the frame's line only.
  if (thing.role === 'main' || thing.frame) return PRIORITY.near;
  if (OUTLINE_ROLES.has(thing.role) && !many) return PRIORITY.outline;
  if (many) return PRIORITY.rest;
  return thing.acts ? PRIORITY.sample : PRIORITY.far;
}
