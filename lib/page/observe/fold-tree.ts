import { cleanText } from './clean-text';
import { absorbWords, condenseItem } from './condense';
import { dropEchoes } from './drop-echoes';
import { CELLS, foldRow } from './fold-row';
import { isItemRun, kindOfWrapper } from './item-runs';
import type { Thing } from './thing';

/**
 * Turns the tree as walked into the tree as printed: wrappers go, alike siblings become items, rows and cards take their
 * words onto their own line, and nothing is said twice. Children first.
 */
export function foldTree(root: Thing): void {
  foldInside(root);
}

function foldInside(thing: Thing): void {
  for (const child of thing.children) {
    if (child.role === 'text') child.name = cleanText(child.name);
    else if (child.children.length > 0) foldInside(child);
  }
  markItems(thing.children);
  const isRow = thing.role === 'row';
  thing.children = dropEchoes(
    thing,
    thing.children.flatMap((child) => (isRow && CELLS.has(child.role) ? [child] : replaceThing(child))),
  );
}

/** Runs of alike wrappers that hold something to act on, or several texts, become `item`s. */
function markItems(children: Thing[]): void {
  const kinds = children.map(kindOfWrapper);
  let start = 0;
  while (start < children.length) {
    const kind = kinds[start];
    let end = start + 1;
    while (kind !== undefined && end < children.length && kinds[end] === kind) end++;
    const run = children.slice(start, end);
    if (kind !== undefined && isItemRun(run)) for (const wrapper of run) wrapper.role = 'item';
    start = end;
  }
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

const WORDS = /[\p{L}\p{N}]|[^\s\p{P}|<>]/u;

/** Not merely a separator between things. */
function hasWords(text: string): boolean {
  return WORDS.test(text);
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
