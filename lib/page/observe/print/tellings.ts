import type { Thing } from '../thing';
import type { LineParts } from './format-line';

/** What the planner was last told of one thing: what its line said, and where it was. Holds no element. */
export interface Telling extends LineParts {
  ref: string | undefined;
  /** Of what was printed around it. */
  above: Telling | undefined;
  /** Reading in which the thing was last there; GONE when that was said. */
  seen: number;
  /** Another telling of the same element: words before and after something in it. */
  next: Telling | undefined;
}

const GONE = -1;

/** Finds again what was told of a thing, by its element and role; of several, in the order of the page. */
export class Tellings {
  /** All that may still be on the page, in the order in which they were told. */
  list: Telling[] = [];
  private byElement = new WeakMap<Element, Telling>();

  /** The telling of a thing that has not been found in this reading yet. */
  find({ element, role }: Thing, reading: number): Telling | undefined {
    if (!element) return undefined;
    for (let telling = this.byElement.get(element); telling; telling = telling.next) {
      if (telling.role === role && telling.seen !== reading && telling.seen !== GONE) return telling;
    }
    return undefined;
  }

  add(element: Element | null, telling: Telling): void {
    this.list.push(telling);
    if (!element) return;
    const first = this.byElement.get(element);
    if (!first) {
      this.byElement.set(element, telling);
      return;
    }
    let last = first;
    while (last.next) last = last.next;
    last.next = telling;
  }

  /** Drops what was not there in this reading. */
  sweep(reading: number): Telling[] {
    const vanished = this.list.filter((telling) => telling.seen !== reading);
    if (vanished.length === 0) return vanished;
    this.list = this.list.filter((telling) => telling.seen === reading);
    for (const telling of vanished) telling.seen = GONE;
    for (const telling of this.list) while (telling.next?.seen === GONE) telling.next = telling.next.next;
    return vanished;
  }

  clear(): void {
    this.list = [];
    this.byElement = new WeakMap();
  }
}

/** Whether a line about the thing would read as it was told. */
export function readsAsTold(thing: LineParts, told: LineParts): boolean {
  return (
    thing.name === told.name &&
    thing.value === told.value &&
    thing.level === told.level &&
    thing.note === told.note &&
    thing.frame?.place === told.frame?.place &&
    haveSameStates(thing.states, told.states)
  );
}

function haveSameStates(states: readonly string[], others: readonly string[]): boolean {
  return states.length === others.length && states.every((state, index) => state === others[index]);
}
