import type { Listing } from '../../extract/listing';
import { PART_LENGTH } from './cut-part';

/** Rows that the Markdown preview shows. */
const PREVIEW_ROWS = 3;
const PREVIEW_CELL_LENGTH = 40;

/** One part of a listing, as text. */
export interface PrintedListing {
  /** A preview of all columns, and the rows of this part as JSON; '' when there are none. */
  data: string;
  /** Which rows they are, and what reaches the next: `rows 0 to 83; offset 84 goes on`. */
  place: string;
  /** The first row that is not among them. */
  next: number;
}

/** As many rows from `first` on as fit into one result. */
export function printListing(listing: Listing, first: number): PrintedListing {
  const { lines, next } = listRows(listing, first);
  const total = listing.rows.length;
  const more = next < total ? `; offset ${next} goes on` : '';
  return {
    data: lines.length === 0 ? '' : `${writePreview(listing)}\n\n[\n${lines.join(',\n')}\n]`,
    place: `${describeRange(first, next, total)}${more}`,
    next,
  };
}

function describeRange(first: number, next: number, total: number): string {
  if (first >= total) return `there is none from ${first} on`;
  return first === 0 && next === total ? 'all of them' : `rows ${first} to ${next - 1}`;
}

/** As many rows as fit into one result, each on its line. `next`: the first that is not among them. */
function listRows({ columns, rows }: Listing, first: number): { lines: string[]; next: number } {
  const lines: string[] = [];
  let length = 0;
  for (const row of rows.slice(first)) {
    const filled = columns.flatMap(({ name }, index) => (row[index] ? [[name, row[index]]] : []));
    const line = JSON.stringify(Object.fromEntries(filled));
    length += line.length + 2;
    if (lines.length > 0 && length > PART_LENGTH) break;
    lines.push(line);
  }
  return { lines, next: first + lines.length };
}

/** All columns with their first values, so that one look tells what is what. */
function writePreview({ columns, rows }: Listing): string {
  const lines = [
    columns.map(({ name }) => name),
    columns.map(() => '---'),
    ...rows.slice(0, PREVIEW_ROWS).map((row) => row.map(shorten)),
  ];
  return lines
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}

function shorten(text: string): string {
  const characters = Array.from(text);
  return characters.length > PREVIEW_CELL_LENGTH
    ? `${characters.slice(0, PREVIEW_CELL_LENGTH - 1).join('')}…`
    : text;
}
