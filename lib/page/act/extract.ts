import { getBody } from '../observe/dom';
import { Perception } from '../observe/walk/perception';
import { runInSlices } from '../observe/walk/steps';
import { extractListing } from '../extract/extract-listing';
import type { Listing } from '../extract/listing';
import { copyVisible } from '../read/copy-visible';
import { actError, type ActContext, type PageActionRunner } from './actor/act-context';
import { printListing } from './reading/print-listing';
import { nameElement } from './actor/name-element';
import { readNumber } from './actor/read-arguments';

export const extract: PageActionRunner = {
  name: 'extract',
  element: 'optional',
  reads: true,
  async run(context, action, element) {
    const listing = await findListing(context, element);
    const where = element ? `around ${nameElement(context, element)}` : 'on the page';
    if (!listing)
      throw actError('no-listing', `Nothing ${where} repeats like a table, list or cards. Use read_page.`);
    const { data, place } = printListing(listing, Math.max(0, readNumber(action, 'offset') ?? 0));
    const leftOut = listing.leftOut > 0 ? `; ${listing.leftOut} that look different are left out` : '';
    return {
      message: `${listing.rows.length} rows ${where} with ${listing.columns.length} columns; ${place}${leftOut}`,
      data,
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
