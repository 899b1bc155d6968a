import { createKeys } from './thing-keys';
import type { PrintedThing } from './printed-thing';
import type { Steps } from '../walk/steps';

/** What the planner was last told of one thing: its line, and where it was. */
interface Telling {
  line: string;
  place: string;
}

const MOST_LINES_OF_ONE = 40;
const NOTHING = 'nothing changed';

/**
 * Remembers what was printed of a document and says what differs. A thing counts as the same while its element lives;
 * what vanished and came back alike, word for word, did not change.
 */
export class ChangeLog {
  private readonly told = new Map<string, Telling>();
  private readonly keys = createKeys();
  private isFirst = true;

  /** Lines of the difference to everything told so far; undefined the first time. `alive` are all things of the page. */
  *record(printed: PrintedThing[], alive: PrintedThing[]): Steps<string | undefined> {
    const now = yield* this.keys.keysOf(printed);
    const living = alive === printed ? now : yield* this.keys.keysOf(alive);
    const vanished = [...this.told].filter(([key]) => !living.has(key));
    const lines = this.isFirst ? undefined : yield* this.compare(now, vanished, living);
    for (const [key] of vanished) this.told.delete(key);
    yield* this.remember(living, now);
    this.isFirst = false;
    if (!lines) return undefined;
    return lines.length === 0 ? NOTHING : lines.join('\n');
  }

  /** As if nothing had been told yet. */
  forget(): void {
    this.told.clear();
    this.isFirst = true;
  }

  private *remember(living: Map<string, PrintedThing>, now: Map<string, PrintedThing>): Steps<void> {
    const places = new Map<PrintedThing | undefined, string>();
    for (const [key, thing] of living) {
      if (!now.has(key) && !this.told.has(key)) continue;
      let place = places.get(thing.parent);
      if (place === undefined) places.set(thing.parent, (place = formatPlace(thing)));
      this.told.set(key, { line: thing.line, place });
      if ((this.told.size & 127) === 127) yield;
    }
  }

  private *compare(
    now: Map<string, PrintedThing>,
    vanished: Vanished,
    living: Map<string, PrintedThing>,
  ): Steps<string[]> {
    const gone = countTexts(vanished);
    const appeared = new Set<PrintedThing>();
    for (const [key, thing] of now) {
      if (!this.told.has(key) && !takeText(gone, thing.line)) appeared.add(thing);
    }
    return [...listVanished(vanished, gone), ...(yield* this.listChanged(living)), ...listAppeared(appeared)];
  }

  private *listChanged(living: Map<string, PrintedThing>): Steps<string[]> {
    const lines: string[] = [];
    let count = 0;
    for (const [key, thing] of living) {
      if ((++count & 127) === 0) yield;
      const before = this.told.get(key);
      if (before === undefined || before.line === thing.line) continue;
      lines.push(`~ ${thing.line} ${formatBefore(thing.line, before.line)}${formatPlace(thing)}`);
    }
    return lines;
  }
}

type Vanished = [string, Telling][];

/** What vanished in one place and appeared alike in another pass cancels out; things with refs never look alike. */
function countTexts(vanished: Vanished): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [, { line }] of vanished) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

function takeText(counts: Map<string, number>, line: string): boolean {
  const left = counts.get(line) ?? 0;
  if (left === 0) return false;
  counts.set(line, left - 1);
  return true;
}

function listVanished(vanished: Vanished, left: Map<string, number>): string[] {
  const lines: string[] = [];
  for (const [, { line, place }] of vanished) {
    if (takeText(left, line) && !IS_BARE.test(line)) lines.push(`- ${line}${place}`);
  }
  return foldMany(lines, '- ');
}

/** Structure without a word: that it is gone says nothing that its content does not say. */
const IS_BARE = /^[a-z]+$/;

function foldMany(lines: string[], mark: string): string[] {
  if (lines.length <= MOST_LINES_OF_ONE) return lines;
  return [
    ...lines.slice(0, MOST_LINES_OF_ONE),
    `${mark}+ ${lines.length - MOST_LINES_OF_ONE} more; read the page to see them`,
  ];
}

function listAppeared(appeared: Set<PrintedThing>): string[] {
  const lines: string[] = [];
  for (const thing of appeared) {
    const depth = depthAmong(thing, appeared);
    lines.push(depth === 0 ? `+ ${thing.line}${formatPlace(thing)}` : `+ ${'  '.repeat(depth)}${thing.line}`);
  }
  return foldMany(lines, '+ ');
}

function depthAmong(thing: PrintedThing, appeared: Set<PrintedThing>): number {
  let depth = 0;
  for (let at = thing.parent; at && appeared.has(at); at = at.parent) depth++;
  return depth;
}

const PLACES = new Set(
  'row item listitem article form dialog alertdialog region group main navigation banner search'.split(' '),
);
const MOST_PLACES = 2;
const LONGEST_PLACE = 80;

function formatPlace(thing: PrintedThing): string {
  const places: string[] = [];
  for (let at = thing.parent; at && places.length < MOST_PLACES; at = at.parent) {
    if (PLACES.has(at.thing.role)) places.push(formatOne(at));
  }
  return places.map((place) => ` < ${place}`).join('');
}

function formatOne({ thing }: PrintedThing): string {
  if (thing.name === '') return thing.role;
  const name = thing.name.length > LONGEST_PLACE ? `${thing.name.slice(0, LONGEST_PLACE)}…` : thing.name;
  return `${thing.role} ${JSON.stringify(name)}`;
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
