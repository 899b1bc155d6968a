import type { FrameObservation, ObservedNode } from '../types';
import { formatLine } from './format-line';
import { summariseLeftOut } from './summarise-left-out';
import type { Thing } from './thing';

/** A thing that was printed, with the ancestors that say where it is. */
export interface PrintedThing {
  thing: Thing;
  /** Line without indent. */
  line: string;
  ref?: string;
  parent?: PrintedThing;
}

export interface PrintedTree {
  lines: string[];
  nodes: ObservedNode[];
  printed: PrintedThing[];
  slots: FrameObservation['frameSlots'];
}

interface Printing {
  kept: Set<Thing> | undefined;
  /** Gives the ref as it is printed. */
  refOf: (element: Element) => string;
  viewportHeight: number;
  tree: PrintedTree;
  /** Lines before the first one. */
  offset: number;
}

/** Prints what was chosen of the tree's children; neighbours that were not become one line in their place. */
export function printTree(
  root: Thing,
  kept: Set<Thing> | undefined,
  refOf: (element: Element) => string,
  viewportHeight: number,
  offset: number,
): PrintedTree {
  const tree: PrintedTree = { lines: [], nodes: [], printed: [], slots: [] };
  printChildren(root, 0, undefined, { kept, refOf, viewportHeight, tree, offset });
  return tree;
}

function printChildren(
  parent: Thing,
  depth: number,
  above: PrintedThing | undefined,
  printing: Printing,
): void {
  const { kept } = printing;
  let leftOut: Thing[] = [];
  for (const child of parent.children) {
    if (kept && !kept.has(child)) {
      leftOut.push(child);
      continue;
    }
    leftOut = flushLeftOut(leftOut, depth, printing);
    const printed = printThing(child, depth, above, printing);
    printChildren(child, depth + 1, printed, printing);
  }
  flushLeftOut(leftOut, depth, printing);
}

function flushLeftOut(leftOut: Thing[], depth: number, { tree, viewportHeight }: Printing): Thing[] {
  if (leftOut.length > 0) tree.lines.push('  '.repeat(depth) + summariseLeftOut(leftOut, viewportHeight));
  return [];
}

function printThing(
  thing: Thing,
  depth: number,
  parent: PrintedThing | undefined,
  printing: Printing,
): PrintedThing {
  const { tree, refOf, offset } = printing;
  const ref = thing.acts && thing.element ? refOf(thing.element) : undefined;
  const line = formatLine(thing, ref);
  const indent = depth * 2;
  if (thing.frame)
    tree.slots.push({ index: thing.frame.index, line: offset + tree.lines.length, indent, name: thing.name });
  tree.lines.push('  '.repeat(depth) + line);
  tree.nodes.push({
    ...(ref === undefined ? {} : { ref }),
    role: thing.role,
    name: thing.name,
    interactive: thing.acts,
    ...(thing.value === undefined ? {} : { value: thing.value }),
    states: thing.states,
    depth,
  });
  const printed: PrintedThing = {
    thing,
    line,
    ...(ref === undefined ? {} : { ref }),
    ...(parent ? { parent } : {}),
  };
  tree.printed.push(printed);
  return printed;
}
