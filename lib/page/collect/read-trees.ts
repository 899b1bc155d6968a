import { extractTable } from '../extract/extract-table';
import { readItems } from '../extract/extract-listing';
import type { Listing } from '../extract/listing';
import { createInertDocument } from '../read/copy-visible';
import { buildTree, type ItemTree } from './item-tree';

/** All rows of a collection as one listing, so that every page has the same columns. */
export function readTrees(window: Window, trees: readonly ItemTree[], shell?: ItemTree): Listing | undefined {
  const inert = createInertDocument(window.document);
  const items = trees
    .map((tree) => buildTree(inert, tree))
    .filter((node): node is Element => node instanceof Element);
  const table = shell === undefined ? undefined : (buildTree(inert, shell) as Element);
  if (!table) {
    const holder = inert.createElement('ul');
    holder.append(...items);
    inert.body.append(holder);
    return readItems(items);
  }
  const body = [...table.getElementsByTagName('tbody')].at(-1) ?? table;
  body.append(...items);
  inert.body.append(table);
  return extractTable(table);
}
