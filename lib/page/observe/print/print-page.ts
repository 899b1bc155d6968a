import type { Thing } from '../thing';
import type { Steps } from '../walk/steps';
import { chooseThings } from './choose-things';
import { printTree, type PrintedTree } from './print-tree';
import type { RefOf } from './printed-thing';
import { summariseLeftOut } from './summarise-left-out';

/** What a text of things has to be like. */
export interface PageText {
  scope: 'near' | 'page';
  /** Tokens for the lines of things. */
  budget: number;
  viewportHeight: number;
  refOf: RefOf;
  /** Lines before the first one. */
  offset: number;
  /** Characters of one name or text. */
  longest: number;
  /** What has to be in it wherever it is. */
  isImportant(thing: Thing): boolean;
}

/** Chooses what the budget allows of everything under the root and prints it, with a line about whatever it leaves out. */
export function* printPage(root: Thing, text: PageText): Steps<PrintedTree> {
  const { kept, allowanceFor, apart } = yield* chooseThings(root, text);
  const { refOf, viewportHeight, offset, longest } = text;
  const summarising = { refOf, viewportHeight, allowanceFor, apart };
  return yield* printTree(root, kept, {
    refOf,
    offset,
    longest,
    joins: text.scope === 'page',
    summarise: (leftOut, parent) => summariseLeftOut(leftOut, parent, summarising),
  });
}
