import { extractListing } from '../../../lib/page/extract/extract-listing';
import type { Listing } from '../../../lib/page/extract/listing';
import { Perception } from '../../../lib/page/observe/walk/perception';
import { runToEnd } from '../../../lib/page/observe/walk/steps';
import { copyVisible } from '../../../lib/page/read/copy-visible';

/** The listing of a page of that HTML, around the element that `near` selects. */
export function readListing(html: string, near?: string): Listing | undefined {
  document.body.innerHTML = html;
  const element = near === undefined ? undefined : (document.querySelector(near) ?? undefined);
  const copy = runToEnd(copyVisible(window, document.body, new Perception(window), element));
  return extractListing(copy.root, copy.tracked);
}

/** Rows as objects without their empty values. */
export function readRows(html: string, near?: string): Record<string, string>[] {
  const listing = readListing(html, near);
  return (listing?.rows ?? []).map((row) =>
    Object.fromEntries(
      row.flatMap((value, index) => (value === '' ? [] : [[listing?.columns[index]?.name ?? '?', value]])),
    ),
  );
}
