import { formatLine } from './format-line';
import type { Steps } from '../walk/steps';
import type { Thing } from '../thing';

/** Gives the ref as it is printed. */
export type RefOf = (element: Element) => string;

/** A thing with the ancestors that say where it is. Its ref and line are made when somebody asks for them. */
export class PrintedThing {
  private lineOnce: string | undefined;

  constructor(
    readonly thing: Thing,
    readonly parent: PrintedThing | undefined,
    private readonly refOf: RefOf,
  ) {}

  get ref(): string | undefined {
    const { acts, element } = this.thing;
    return acts && element ? this.refOf(element) : undefined;
  }

  /** Line without indent. */
  get line(): string {
    return (this.lineOnce ??= formatLine(this.thing, this.ref));
  }
}

/** All things under the root in the order of the page, whether they are printed or not. */
export function* listThings(root: Thing, refOf: RefOf): Steps<PrintedThing[]> {
  const listed: PrintedThing[] = [];
  const stack: PrintedThing[] = [];
  const open = (thing: Thing, parent: PrintedThing | undefined): void => {
    for (let index = thing.children.length - 1; index >= 0; index--)
      stack.push(new PrintedThing(thing.children[index] as Thing, parent, refOf));
  };
  open(root, undefined);
  for (let at = stack.pop(); at; at = stack.pop()) {
    listed.push(at);
    open(at.thing, at);
    if ((listed.length & 127) === 127) yield;
  }
  return listed;
}
