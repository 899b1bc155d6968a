import { absorbWords } from './condense';
import type { Thing } from '../thing';

export const CELLS = new Set('cell gridcell columnheader rowheader'.split(' '));
const LONGEST_ROW = 600;
/** Inside a cell these mean that the table lays out a page. */
const LAYOUT = new Set(
  'table grid list item article form region navigation search main banner contentinfo row'.split(' '),
);

/**
 * A row becomes one line: the words of its cells joined by ` | `, its controls beneath. A row of a table that lays out a
 * page dissolves instead.
 */
export function foldRow(row: Thing): Thing[] {
  const cells = row.children;
  if (isLayout(row)) return cells.flatMap((cell) => (isPlainCell(cell) ? cell.children : [cell]));
  // So that it can be asked for in full, with a ref for each cell.
  row.acts ||= cells.some((cell) => cell.focusable);
  const texts: string[] = [];
  const controls: Thing[] = [];
  for (const cell of cells) {
    if (CELLS.has(cell.role) && !cell.acts) texts.push(readCell(cell, controls));
    else if (CELLS.has(cell.role)) controls.push(sayAll(cell));
    else if (cell.role === 'text') texts.push(cell.name);
    else controls.push(cell);
  }
  while (texts[texts.length - 1] === '') texts.pop();
  if (row.name === '') row.name = texts.join(' | ');
  if (cells.length > 0 && cells.every((cell) => cell.role === 'columnheader')) row.states.push('header');
  row.children = controls;
  return row.name === '' && controls.length === 0 && !row.acts ? [] : [row];
}

function isPlainCell(cell: Thing): boolean {
  return CELLS.has(cell.role) && !cell.acts;
}

/** A cell to act on says its words itself. */
function sayAll(cell: Thing): Thing {
  if (!cell.children.some((child) => child.acts)) absorbWords(cell);
  return cell;
}

/** The words of a cell; what can be acted on in it goes to `controls`. */
function readCell(cell: Thing, controls: Thing[]): string {
  const words: string[] = [];
  for (const child of cell.children) {
    if (child.role === 'text' || (child.role === 'heading' && child.children.length === 0))
      words.push(child.name);
    else if (child.role === 'img' && !child.acts) words.push(child.name);
    else controls.push(child);
  }
  if (words.length === 0 && cell.children.length === 0) return cell.name;
  return words.join(' ');
}

function isLayout(row: Thing): boolean {
  let length = 0;
  for (const cell of row.children) {
    let headings = 0;
    for (const child of cell.children) {
      if (LAYOUT.has(child.role)) return true;
      if (child.role === 'heading') headings++;
      if (child.role === 'text') length += child.name.length;
    }
    if (headings > 1) return true;
  }
  return length > LONGEST_ROW;
}
