import type { Thing } from '../thing';
import type { Steps } from '../walk/steps';
import { formatLine } from './format-line';
import { formatAppeared, formatChanged, formatVanished, type Change } from './format-changes';
import { lineOfThing, refOfThing, type PrintedThing, type RefOf } from './printed-thing';
import { readsAsTold, Tellings, type Telling } from './tellings';

const NOTHING = 'nothing changed';

/** A thing that reads otherwise than it was told. */
interface Known {
  telling: Telling;
  above: PrintedThing | undefined;
}

/** What was told before, compared with the page as it is. */
export interface Comparison {
  known: Map<Thing, Telling>;
  changed: Map<Thing, Known>;
}

/**
 * Remembers what was printed of a document and says what differs. A thing counts as the same while its element lives;
 * what vanished and came back alike, word for word, did not change. A reading is compared first, then told.
 */
export class ChangeLog {
  private readonly tellings = new Tellings();
  private reading = 0;
  private isFirst = true;

  /** As if nothing had been told yet. */
  forget(): void {
    this.tellings.clear();
    this.isFirst = true;
  }

  /** Finds what was told before, printed this time or not. */
  *compare(root: Thing): Steps<Comparison> {
    this.reading++;
    const comparison: Comparison = { known: new Map(), changed: new Map() };
    if (this.tellings.list.length === 0) return comparison;
    const stack: PrintedThing[] = [{ thing: root, parent: undefined }];
    for (let at = stack.pop(), count = 0; at; at = stack.pop()) {
      const above = at.thing === root ? undefined : at;
      const inside: PrintedThing[] = [];
      for (const thing of at.thing.children) {
        this.compareOne(thing, above, comparison);
        if (thing.children.length > 0) inside.push({ thing, parent: above });
        if ((++count & 127) === 127) yield;
      }
      while (inside.length > 0) stack.push(inside.pop() as PrintedThing);
    }
    return comparison;
  }

  private compareOne(thing: Thing, above: PrintedThing | undefined, { known, changed }: Comparison): void {
    const telling = this.tellings.find(thing, this.reading);
    if (!telling) return;
    telling.seen = this.reading;
    known.set(thing, telling);
    if (!readsAsTold(thing, telling)) changed.set(thing, { telling, above });
  }

  /** Lines of the difference to everything told so far; undefined the first time. */
  *tell(
    { known, changed }: Comparison,
    printed: readonly PrintedThing[],
    refOf: RefOf,
  ): Steps<string | undefined> {
    const changes = [...changed].map(([thing, { telling, above }]) => {
      const change = describeChange(thing, telling, above, refOf);
      retell(telling, thing);
      return change;
    });
    const vanished = this.tellings.sweep(this.reading);
    yield* this.remember(known, printed, refOf);
    const appeared = printed.filter(({ thing }) => !known.has(thing));
    const wasFirst = this.isFirst;
    this.isFirst = false;
    if (wasFirst) return undefined;
    const news = cancelOut(vanished, appeared, refOf);
    const lines = [
      ...formatVanished(news.vanished),
      ...formatChanged(changes),
      ...formatAppeared(news.appeared, refOf),
    ];
    return lines.length === 0 ? NOTHING : lines.join('\n');
  }

  private *remember(known: Map<Thing, Telling>, printed: readonly PrintedThing[], refOf: RefOf): Steps<void> {
    for (const [index, each] of printed.entries()) {
      if ((index & 127) === 127) yield;
      const { thing, parent } = each;
      const old = known.get(thing);
      each.telling = old ?? makeTelling(thing, refOfThing(thing, refOf), this.reading);
      each.telling.above = parent?.telling;
      if (!old) this.tellings.add(thing.element, each.telling);
    }
  }
}

function describeChange(
  thing: Thing,
  telling: Telling,
  above: PrintedThing | undefined,
  refOf: RefOf,
): Change {
  return { line: lineOfThing(thing, refOf), before: formatLine(telling, telling.ref), thing, above };
}

function makeTelling(thing: Thing, ref: string | undefined, seen: number): Telling {
  const { role, name, level, value, states, note, frame } = thing;
  return { role, name, level, value, states, note, frame, ref, above: undefined, seen, next: undefined };
}

function retell(telling: Telling, { name, level, value, states, note, frame }: Thing): void {
  telling.name = name;
  telling.level = level;
  telling.value = value;
  telling.states = states;
  telling.note = note;
  telling.frame = frame;
}

/** What vanished in one place and appeared alike in another did neither; things with refs never look alike. */
function cancelOut(
  vanished: readonly Telling[],
  appeared: readonly PrintedThing[],
  refOf: RefOf,
): { vanished: Telling[]; appeared: PrintedThing[] } {
  const gone = new Map<string, Telling[]>();
  for (const telling of vanished) {
    const line = formatLine(telling, telling.ref);
    const alike = gone.get(line);
    if (alike) alike.push(telling);
    else gone.set(line, [telling]);
  }
  const back = new Set<Telling>();
  const fresh = appeared.filter(({ thing }) => {
    const telling = gone.size === 0 ? undefined : gone.get(lineOfThing(thing, refOf))?.shift();
    if (telling) back.add(telling);
    return telling === undefined;
  });
  return { vanished: vanished.filter((telling) => !back.has(telling)), appeared: fresh };
}
