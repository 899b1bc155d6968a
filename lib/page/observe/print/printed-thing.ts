import { formatLine } from './format-line';
import type { Telling } from './tellings';
import type { Thing } from '../thing';

/** Gives the ref as it is printed. */
export type RefOf = (element: Element) => string;

/** A thing that was printed, with what is printed around it. */
export interface PrintedThing {
  thing: Thing;
  parent: PrintedThing | undefined;
  /** What the planner knows of it. */
  telling?: Telling;
}

export function refOfThing({ acts, element }: Thing, refOf: RefOf): string | undefined {
  return acts && element ? refOf(element) : undefined;
}

/** Line without indent. */
export function lineOfThing(thing: Thing, refOf: RefOf): string {
  return formatLine(thing, refOfThing(thing, refOf));
}
