import { getBody } from '../observe/dom';
import { Perception } from '../observe/walk/perception';
import { runInSlices } from '../observe/walk/steps';
import { extractListing } from '../extract/extract-listing';
import type { Listing } from '../extract/listing';
import { copyVisible } from '../read/copy-visible';
import { actError, type ActContext, type PageActionRunner } from './actor/act-context';
import { PART_LENGTH } from './reading/cut-part';
import { nameElement } from './actor/name-element';
import { readNumber } from './actor/read-arguments';

/** Rows that the Markdown preview shows. */
const PREVIEW_ROWS = 3;
const PREVIEW_CELL_LENGTH = 40;

export const extract: PageActionRunner = {
  name: 'extract',
  element: 'optional',
  reads: true,
  async run(context, action, element) {
    const listing = await findListing(context, element);
    const where = element ? `around ${nameElement(context, element)}` : 'on the page';
    if (!listing)
      throw actError('no-listing', `Nothing ${where} repeats like a table, list or cards. Use read_page.`);
    const first = Math.max(0, readNumber(action, 'offset') ?? 0);
    const { lines, next } = listRows(listing, first);
    const total = listing.rows.length;
    const more = next < total ? `; offset ${next} goes on` : '';
    const leftOut = listing.leftOut > 0 ? `; ${listing.leftOut} that look different are left out` : '';
    return {
      message: `${total} rows ${where} with ${listing.columns.length} columns; ${describeRange(first, next, total)}${more}${leftOut}`,
      data: lines.length === 0 ? '' : `${writePreview(listing)}\n\n[\n${lines.join(',\n')}\n]`,
    };
  },
};

async function findListing({ window, document }: ActContext, near?: Element): Promise<Listing | undefined> {
  const body = getBody(document);
  if (!body) return undefined;
  const copying = copyVisible(window, body, new Perception(window), near);
  const { root, tracked } = await runInSlices(window, copying, () => undefined);
  return near && !tracked ? undefined : extractListing(root, tracked);
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
