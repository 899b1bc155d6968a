import type { ItemTree } from '../../../page/collect/item-tree';
import type { KnownList } from '../../../page/collect/read-rows';
import { browser } from '../../browser';

/** What was gathered from the pages before the present one, in case the worker dies. */
export interface Unfinished {
  /** Arguments of the collection, as JSON. */
  args: string;
  origin: string;
  list: KnownList;
  shell?: ItemTree;
  before: ItemTree[];
  /** Of the page that was read last. */
  last: ItemTree[];
  pages: number;
  hasGap: boolean;
}

function keyOf(tabId: number): string {
  return `collect-${tabId}`;
}

/** Kept in memory by the browser until it is closed. A collection that is too large for that begins anew after a death. */
export async function keepUnfinished(tabId: number, unfinished: Unfinished): Promise<void> {
  await browser.storage.session.set({ [keyOf(tabId)]: unfinished }).catch(() => dropUnfinished(tabId));
}

export async function dropUnfinished(tabId: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tabId)).catch(() => undefined);
}

/** The collection that was under way in this tab, when it is the same one. */
export async function findUnfinished(
  tabId: number,
  args: string,
  origin: string,
): Promise<Unfinished | undefined> {
  const stored = await browser.storage.session.get(keyOf(tabId)).catch(() => ({}));
  const found = (stored as Record<string, Unfinished>)[keyOf(tabId)];
  return found?.args === args && found.origin === origin ? found : undefined;
}
