import { cleanText } from '../clean-text';
import { absorbWords, condenseItem } from './condense';
import { dropEchoes } from './drop-echoes';
import { CELLS, foldRow } from './fold-row';
import { isItemRun, kindOfWrapper } from './item-runs';
import type { Steps } from '../walk/steps';
import { isFoldedInside, type Thing } from '../thing';

/**
 * Turns the tree as walked into the tree as printed: wrappers go, alike siblings become items, rows and cards take their
 * words onto their own line, and nothing is said twice. Children first.
 */
export function* foldTree(root: Thing): Steps<void> {
  const order: Thing[] = [root];
  for (let index = 0; index < order.length; index++) {
    for (const child of (order[index] as Thing).children) {
      if (child.role === 'text') child.name = cleanText(child.name);
      else if (child.children.length > 0 && !isFoldedInside(child)) order.push(child);
    }
    if ((index & 63) === 63) yield;
  }
  // Backwards: whatever is inside of a thing comes after it.
  for (let index = order.length - 1; index >= 0; index--) {
    const thing = order[index] as Thing;
    if (thing.children.length > MANY_CHILDREN) yield* foldMany(thing);
    else foldInside(thing);
    if (thing.folding && thing.role === '') thing.folding.inside = thing.children;
    if ((index & 15) === 15) yield;
  }
}

const MANY_CHILDREN = 200;

function foldInside(thing: Thing): void {
  markItems(thing.children);
  const folded: Thing[] = [];
  for (const child of thing.children) foldChild(thing, child, folded);
  thing.children = dropEchoes(thing, folded);
}

/** As `foldInside`, with pauses. */
function* foldMany(thing: Thing): Steps<void> {
  markItems(thing.children);
  yield;
  const folded: Thing[] = [];
  for (const [index, child] of thing.children.entries()) {
    foldChild(thing, child, folded);
    if ((index & 63) === 63) yield;
  }
  thing.children = dropEchoes(thing, folded);
}

function foldChild(parent: Thing, child: Thing, folded: Thing[]): void {
  if (parent.role === 'row' && CELLS.has(child.role)) folded.push(child);
  else for (const each of replaceUnit(child)) folded.push(each);
}

/** A row or the like, which may have been folded before. */
function replaceUnit(thing: Thing): readonly Thing[] {
  const { folding } = thing;
  if (!folding || folding.inside) return replaceThing(thing);
  return (folding.folded ??= replaceThing(thing));
}

/** Runs of alike wrappers that hold something to act on, or several texts, become `item`s. */
function markItems(children: Thing[]): void {
  if (!children.some(isWrapper)) return;
  const kinds = children.map(kindOfWrapper);
  let start = 0;
  while (start < children.length) {
    const kind = kinds[start];
    let end = start + 1;
    while (kind !== undefined && end < children.length && kinds[end] === kind) end++;
    const run = kind === undefined ? [] : children.slice(start, end);
    if (kind !== undefined && isItemRun(run)) for (const wrapper of run) wrapper.role = 'item';
    start = end;
  }
}

function isWrapper({ role }: Thing): boolean {
  return role === '';
}

/** What stands in the printed tree for a thing whose inside is folded: itself, its children, or nothing. */
function replaceThing(thing: Thing): Thing[] {
  switch (thing.role) {
    case '':
      return thing.children;
    case 'text':
      return hasWords(thing.name) ? [thing] : [];
    case 'row':
      return foldRow(thing);
    case 'item':
    case 'listitem':
    case 'article':
      return foldItem(thing);
    case 'clickable':
      return foldClickable(thing);
    case 'heading':
      return foldHeading(thing);
    case 'link':
      dropAddress(thing);
      return [thing];
    case 'list':
      return foldList(thing);
    case 'form':
      return thing.name === '' && thing.children.length < 2 ? thing.children : [thing];
    case 'table':
    case 'grid':
    case 'treegrid':
      noteSize(thing);
      return [thing];
    case 'alert':
    case 'status':
    case 'tooltip':
      absorbWords(thing);
      return [thing];
    case 'rowgroup':
    case 'cell':
    case 'columnheader':
    case 'rowheader':
      return thing.acts ? [thing] : thing.children;
    default:
      return [thing];
  }
}

const PLAIN_WORDS = /[A-Za-z0-9]/;
const WORDS = /[\p{L}\p{N}]|[^\s\p{P}|<>]/u;

/** Not merely a separator between things. */
function hasWords(text: string): boolean {
  return PLAIN_WORDS.test(text) || WORDS.test(text);
}

function foldItem(item: Thing): Thing[] {
  condenseItem(item);
  if (item.acts || item.name !== '') return [item];
  const [only, second] = item.children;
  if (!only) return [];
  return second ? [item] : [only];
}

/** A pointer region around one control is that control; one without controls is all its words. */
function foldClickable(thing: Thing): Thing[] {
  const [only, second] = thing.children;
  if (only && !second && only.acts && thing.name === '') return [only];
  if (!thing.children.some(holdsControl)) absorbWords(thing);
  else condenseItem(thing);
  return [thing];
}

function holdsControl(thing: Thing): boolean {
  return thing.acts || thing.children.some(holdsControl);
}

/** A link without a name prints its address, unless there are words in it. */
function dropAddress(link: Thing): void {
  if (link.name === '' && link.children.length > 0)
    link.states = link.states.filter((state) => !state.startsWith('href='));
}

/** A heading that is one link is the link, said to be a heading. */
function foldHeading(heading: Thing): Thing[] {
  const [only, second] = heading.children;
  if (only?.acts && !second && (only.name === heading.name || heading.name === '')) {
    only.states.unshift(`heading=${heading.level ?? 2}`);
    return [only];
  }
  return heading.name === '' && !only ? [] : [heading];
}

const NOTED_ROWS = 10;

/** `(10000 rows)` on tables that one does not count at a glance. */
function noteSize(table: Thing): void {
  const rows = table.children.filter(
    (child) => child.role === 'row' && !child.states.includes('header'),
  ).length;
  if (rows >= NOTED_ROWS && table.note === undefined) table.note = `${rows} rows`;
}

/** A list is worth its line while it has items of several things. */
function foldList(list: Thing): Thing[] {
  const items = list.children.filter((child) => child.role === 'listitem').length;
  return list.name !== '' || items > 1 ? [list] : list.children;
}
