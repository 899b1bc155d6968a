import type { Thing } from '../thing';
import { countKinds, listKinds } from './count-kinds';
import { formatLine } from './format-line';
import { lineOfThing, type PrintedThing, type RefOf } from './printed-thing';
import { findHolder } from './summarise-left-out';
import type { Telling } from './tellings';

/** One thing that reads otherwise than it was told. */
export interface Change {
  /** Without indent, as now and as told. */
  line: string;
  before: string;
  thing: Thing;
  above: PrintedThing | undefined;
}

/** So many lines of one sort are printed; the rest is counted. */
const MOST_LINES = 40;
/** So many lines of mere words that vanished. */
const MOST_TEXTS_GONE = 8;
/** So many lines of what was in something that vanished. */
const MOST_LINES_INSIDE = 3;
/** Tokens for the line that counts the rest. */
const REST_ALLOWANCE = 60;

/** `- ` lines; what was in something that vanished stands beneath it, or is counted. */
export function formatVanished(vanished: readonly Telling[]): string[] {
  const gone = new Set(vanished.filter((telling) => !isBare(telling)));
  const inside = new Map<Telling, Telling[]>();
  const tops: Telling[] = [];
  for (const telling of gone) {
    const top = findTop(telling, gone);
    if (top === telling) tops.push(telling);
    else inside.set(top, [...(inside.get(top) ?? []), telling]);
  }
  const shown = chooseShown(tops);
  const lines = tops
    .filter((top) => shown.has(top))
    .flatMap((top) => [
      `- ${formatLine(top, top.ref)}${formatPlace(top.above, aboveTelling)}`,
      ...formatInside(inside.get(top) ?? []),
    ]);
  const rest = tops.filter((top) => !shown.has(top));
  return lines.concat(countRest('-', rest, ''));
}

/** Words that are gone tell little: the first few stand for all of them. */
function chooseShown(tops: readonly Telling[]): Set<Telling> {
  let texts = 0;
  const shown = tops.filter(({ role }) => role !== 'text' || ++texts <= MOST_TEXTS_GONE);
  return new Set(shown.slice(0, MOST_LINES));
}

function findTop(telling: Telling, gone: Set<Telling>): Telling {
  let top = telling;
  for (let at = telling.above; at; at = at.above) if (gone.has(at)) top = at;
  return top;
}

function formatInside(inside: readonly Telling[]): string[] {
  if (inside.length > MOST_LINES_INSIDE)
    return [`-   + ${listKinds(countKinds(inside.map(asLeaf), undefined), REST_ALLOWANCE)}`];
  return inside.map((telling) => `-   ${formatLine(telling, telling.ref)}`);
}

/** Structure without a word: that it is gone says nothing that its content does not say. */
function isBare({ name, value, level, states, note, ref, frame }: Telling): boolean {
  return (
    name === '' &&
    value === undefined &&
    level === undefined &&
    states.length === 0 &&
    note === undefined &&
    ref === undefined &&
    frame === undefined
  );
}

/** `~ ` lines with `(was …)`. */
export function formatChanged(changes: readonly Change[]): string[] {
  const lines = changes
    .slice(0, MOST_LINES)
    .map(
      ({ line, before, above }) =>
        `~ ${line} ${formatBefore(line, before)}${formatPlace(above, abovePrinted)}`,
    );
  return lines.concat(
    countRest(
      '~',
      changes.slice(MOST_LINES).map(({ thing }) => thing),
      ' changed',
    ),
  );
}

/** `(was …)`: the words that are gone from the line. */
function formatBefore(now: string, before: string): string {
  const words = new Set(splitWords(now));
  const gone = splitWords(before).filter((word) => !words.has(word));
  return gone.length > 0 ? `(was ${gone.join(' ')})` : '(was without)';
}

const WORD = /(?:= )?(?:[a-z-]+=)?"(?:[^"\\]|\\.)*"|\([^()]*\)|\S+/g;

function splitWords(line: string): string[] {
  return line.match(WORD) ?? [];
}

/** `+ ` lines, those in something that appeared beneath it. */
export function formatAppeared(appeared: readonly PrintedThing[], refOf: RefOf): string[] {
  const fresh = new Set(appeared);
  const lines: string[] = [];
  for (const each of appeared.slice(0, MOST_LINES)) {
    const depth = depthAmong(each, fresh);
    const line = lineOfThing(each.thing, refOf);
    lines.push(
      depth === 0 ? `+ ${line}${formatPlace(each.parent, abovePrinted)}` : `+ ${'  '.repeat(depth)}${line}`,
    );
  }
  const rest = appeared.slice(MOST_LINES).map(({ thing }) => thing);
  const holder = findHolder(rest, { element: null, children: [] });
  return lines.concat(countRest('+', rest.map(asLeaf), '', holder ? `; expand ${refOf(holder)}` : ''));
}

function depthAmong(thing: PrintedThing, appeared: ReadonlySet<PrintedThing>): number {
  let depth = 0;
  for (let at = thing.parent; at && appeared.has(at); at = at.parent) depth++;
  return depth;
}

function countRest(
  mark: string,
  rest: readonly Pick<Thing, 'role' | 'name'>[],
  how: string,
  tail = '',
): string[] {
  if (rest.length === 0) return [];
  const kinds = listKinds(countKinds(rest.map(asLeaf), undefined), REST_ALLOWANCE);
  return [`${mark} + ${rest.length} more${how}: ${kinds}${tail}`];
}

function asLeaf({ role, name }: { role: string; name: string }): {
  role: string;
  name: string;
  children: [];
} {
  return { role, name, children: [] };
}

const PLACES = new Set(
  'row item listitem article form dialog alertdialog region group main navigation banner search'.split(' '),
);
const MOST_PLACES = 2;
const LONGEST_PLACE = 80;

interface Place {
  role: string;
  name: string;
}

function aboveTelling(telling: Telling): { place: Place; above: Telling | undefined } {
  return { place: telling, above: telling.above };
}

function abovePrinted({ thing, parent }: PrintedThing): { place: Place; above: PrintedThing | undefined } {
  return { place: thing, above: parent };
}

/** ` < item "Steel kettle" < main`: what holds it, innermost first. */
function formatPlace<T>(
  above: T | undefined,
  read: (at: T) => { place: Place; above: T | undefined },
): string {
  const places: string[] = [];
  for (let at = above; at && places.length < MOST_PLACES;) {
    const { place, above: next } = read(at);
    if (PLACES.has(place.role)) places.push(formatOne(place));
    at = next;
  }
  return places.map((place) => ` < ${place}`).join('');
}

function formatOne({ role, name }: Place): string {
  if (name === '') return role;
  return `${role} ${JSON.stringify(name.length > LONGEST_PLACE ? `${name.slice(0, LONGEST_PLACE)}…` : name)}`;
}
