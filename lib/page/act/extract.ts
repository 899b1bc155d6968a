import { getBody } from '../observe/dom';
import { Perception } from '../observe/walk/perception';
import { runInSlices } from '../observe/walk/steps';
import { extractListing } from '../extract/extract-listing';
import type { Listing } from '../extract/listing';
import { copyVisible } from '../read/copy-visible';
import { actError, type ActContext, type PageActionRunner } from './actor/act-context';
import { type PrintedListing, printListing } from './reading/print-listing';
import { nameElement } from './actor/name-element';
import { readNumber } from './actor/read-arguments';

export const extract: PageActionRunner = {
  name: 'extract',
  element: 'optional',
  reads: true,
  async run(context, action, element) {
    const found = await findListing(context, element);
    const where = element ? `around ${nameElement(context, element)}` : 'on the page';
    if (!found)
      throw actError('no-listing', `Nothing ${where} repeats like a table, list or cards. Use read_page.`);
    const { listing, at } = found;
    const offset = readNumber(action, 'offset');
    const { data, place } =
      offset === undefined ? printAround(listing, at) : printListing(listing, Math.max(0, offset));
    const leftOut = listing.leftOut > 0 ? `; ${listing.leftOut} that look different are left out` : '';
    return {
      message: `${listing.rows.length} rows ${where} with ${listing.columns.length} columns; ${place}${leftOut}`,
      data,
    };
  },
};

/** The listing, and which of its rows the element is or is in. */
interface Found {
  listing: Listing;
  at: number;
}

async function findListing({ window, document }: ActContext, near?: Element): Promise<Found | undefined> {
  const body = getBody(document);
  if (!body) return undefined;
  const copying = copyVisible(window, body, new Perception(window), near);
  const { root, tracked } = await runInSlices(window, copying, () => undefined);
  const listing = near && !tracked ? undefined : extractListing(root, tracked);
  if (!listing) return undefined;
  const at = tracked ? listing.items.findIndex((item) => item.contains(tracked)) : 0;
  return { listing, at: Math.max(0, at) };
}

/** From the beginning if the row that was asked for is in that part, else from that row on. */
function printAround(listing: Listing, at: number): PrintedListing {
  const beginning = printListing(listing, 0);
  return at < beginning.next ? beginning : printListing(listing, at);
}
