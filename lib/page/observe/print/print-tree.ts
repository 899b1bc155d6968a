import type { ObservedNode } from '../../types';
import type { PrintedFrame } from '../frames';
import { PrintedThing, type RefOf } from './printed-thing';
import type { Steps } from '../walk/steps';
import { summariseLeftOut } from './summarise-left-out';
import type { Thing } from '../thing';

export interface PrintedTree {
  lines: string[];
  nodes: ObservedNode[];
  printed: PrintedThing[];
  frames: PrintedFrame[];
}

interface Printing {
  refOf: RefOf;
  viewportHeight: number;
  /** Lines before the first one. */
  offset: number;
}

/** One thing whose children are being printed. */
interface Level {
  children: Thing[];
  next: number;
  leftOut: Thing[];
  above: PrintedThing | undefined;
}

/** Prints what was chosen of the tree's children (undefined: all); neighbours that were not become one line in their place. */
export function* printTree(
  root: Thing,
  kept: Set<Thing> | undefined,
  printing: Printing,
): Steps<PrintedTree> {
  const tree: PrintedTree = { lines: [], nodes: [], printed: [], frames: [] };
  const levels: Level[] = [openLevel(root, undefined)];
  for (let level = levels[0], count = 0; level; level = levels[levels.length - 1], count++) {
    if ((count & 63) === 63) yield;
    const child = level.children[level.next++];
    if (child && kept && !kept.has(child)) {
      level.leftOut.push(child);
      continue;
    }
    const depth = levels.length - 1;
    flushLeftOut(level, depth, tree, printing);
    if (!child) {
      levels.pop();
      continue;
    }
    const printed = new PrintedThing(child, level.above, printing.refOf);
    addLine(printed, depth, tree, printing);
    if (child.children.length > 0) levels.push(openLevel(child, printed));
  }
  return tree;
}

function openLevel({ children }: Thing, above: PrintedThing | undefined): Level {
  return { children, next: 0, leftOut: [], above };
}

function flushLeftOut(level: Level, depth: number, tree: PrintedTree, { viewportHeight }: Printing): void {
  if (level.leftOut.length === 0) return;
  tree.lines.push(indentBy(depth) + summariseLeftOut(level.leftOut, viewportHeight));
  level.leftOut = [];
}

function addLine(printed: PrintedThing, depth: number, tree: PrintedTree, { offset }: Printing): void {
  const { thing, line, ref } = printed;
  if (thing.frame && thing.element)
    tree.frames.push({ element: thing.element, line: offset + tree.lines.length, indent: depth * 2 });
  tree.lines.push(indentBy(depth) + line);
  tree.nodes.push(makeNode(thing, ref, depth));
  tree.printed.push(printed);
}

function makeNode(thing: Thing, ref: string | undefined, depth: number): ObservedNode {
  const { role, name, acts, states, value } = thing;
  const node: ObservedNode = { role, name, interactive: acts, states, depth };
  if (ref !== undefined) node.ref = ref;
  if (value !== undefined) node.value = value;
  return node;
}

const INDENTS: string[] = [];

function indentBy(depth: number): string {
  return (INDENTS[depth] ??= '  '.repeat(depth));
}
