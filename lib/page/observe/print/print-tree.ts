import type { ObservedNode } from '../../types';
import type { PrintedFrame } from '../frames';
import type { Thing } from '../thing';
import type { Steps } from '../walk/steps';
import { formatLine } from './format-line';
import { countJoined, fitsOnLine, isHeading, joinParts } from './join-lines';
import { Prose } from './prose';
import { refOfThing, type PrintedThing, type RefOf } from './printed-thing';

export interface PrintedTree {
  lines: string[];
  nodes: ObservedNode[];
  printed: PrintedThing[];
  frames: PrintedFrame[];
}

export interface Printing {
  refOf: RefOf;
  /** Lines before the first one. */
  offset: number;
  /** Things beside each other share a line, and running text is shortened: for whole pages. */
  joins: boolean;
  /** Characters of one name or text. */
  longest: number;
  /** Lines for neighbours that are not printed. */
  summarise(leftOut: Thing[], parent: Thing): string[];
}

/** One thing whose children are being printed. */
interface Level {
  thing: Thing;
  next: number;
  leftOut: Thing[];
  above: PrintedThing | undefined;
  prose: Prose;
}

/** Prints what was chosen of the tree's children (undefined: all); neighbours that were not become lines in their place. */
export function* printTree(
  root: Thing,
  kept: ReadonlySet<Thing> | undefined,
  printing: Printing,
): Steps<PrintedTree> {
  const printer = new TreePrinter(root, kept, printing);
  for (let count = 0; printer.step(); count++) if ((count & 63) === 63) yield;
  return printer.tree;
}

class TreePrinter {
  readonly tree: PrintedTree = { lines: [], nodes: [], printed: [], frames: [] };
  private readonly levels: Level[] = [];

  constructor(
    root: Thing,
    private readonly kept: ReadonlySet<Thing> | undefined,
    private readonly printing: Printing,
  ) {
    this.open(root, undefined);
  }

  /** Prints one line or leaves one thing out; false when all is done. */
  step(): boolean {
    const level = this.levels[this.levels.length - 1];
    if (!level) return false;
    const child = level.thing.children[level.next];
    if (child && this.kept && !this.kept.has(child)) {
      level.leftOut.push(child);
      level.next++;
      return true;
    }
    this.flushLeftOut(level);
    if (child) this.printNext(level, child);
    else this.levels.pop();
    return true;
  }

  private open(thing: Thing, above: PrintedThing | undefined): void {
    this.levels.push({ thing, next: 0, leftOut: [], above, prose: new Prose(this.printing.longest) });
  }

  private flushLeftOut(level: Level): void {
    if (level.leftOut.length === 0) return;
    for (const line of this.printing.summarise(level.leftOut, level.thing)) this.addLine(line);
    level.leftOut = [];
  }

  private printNext(level: Level, child: Thing): void {
    const { children } = level.thing;
    const joined = this.printing.joins ? countJoined(children, level.next, this.kept) : 0;
    if (joined > 0) {
      if (isHeading(child)) level.prose = new Prose(this.printing.longest);
      this.addLine(this.join(children.slice(level.next, level.next + joined), level.above, level.prose));
      level.next += joined;
      return;
    }
    level.next++;
    this.printAlone(level, child);
  }

  private printAlone(level: Level, child: Thing): void {
    const printed = this.note(child, level.above);
    if (child.frame && child.element)
      this.tree.frames.push({
        element: child.element,
        line: this.printing.offset + this.tree.lines.length,
        indent: this.depth * 2,
      });
    const line = formatLine(child, refOfThing(child, this.printing.refOf), this.printing.longest);
    if (this.printing.joins && fitsOnLine(child, this.kept))
      return this.addLine(`${line}: ${this.join(child.children, printed, level.prose, 1)}`);
    this.addLine(line);
    level.prose = new Prose(this.printing.longest);
    if (child.children.length > 0) this.open(child, printed);
  }

  private join(parts: readonly Thing[], above: PrintedThing | undefined, prose: Prose, deeper = 0): string {
    const refs: (string | undefined)[] = [];
    for (const part of parts) {
      this.note(part, above, deeper);
      refs.push(refOfThing(part, this.printing.refOf));
    }
    return joinParts(parts, refs, prose);
  }

  /** Puts a thing among those that were printed. */
  private note(thing: Thing, parent: PrintedThing | undefined, deeper = 0): PrintedThing {
    const printed = { thing, parent };
    this.tree.printed.push(printed);
    this.tree.nodes.push(makeNode(thing, refOfThing(thing, this.printing.refOf), this.depth + deeper));
    return printed;
  }

  private get depth(): number {
    return this.levels.length - 1;
  }

  private addLine(line: string): void {
    this.tree.lines.push(indentBy(this.depth) + line);
  }
}

function makeNode(thing: Thing, ref: string | undefined, depth: number): ObservedNode {
  const { role, name, browserName, acts, states, value } = thing;
  const node: ObservedNode = { role, name: browserName ?? name, interactive: acts, states, depth };
  if (ref !== undefined) node.ref = ref;
  if (value !== undefined) node.value = value;
  return node;
}

const INDENTS: string[] = [];

function indentBy(depth: number): string {
  return (INDENTS[depth] ??= '  '.repeat(depth));
}
