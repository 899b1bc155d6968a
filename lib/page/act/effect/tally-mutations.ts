import { getNodeType, ELEMENT_NODE, queryWithin } from '../../observe/dom';
import type { PageWindow } from '../actor/act-context';

/** What changed in the documents and shadow roots that are watched. */
export interface Tally {
  /** `performance.now()` of the last change that counts as activity. */
  lastChangeAt(): number;
  count(): { added: number; removed: number };
  /** Whether anything at all was changed, also text and attributes. */
  touched(): boolean;
  /** Nodes that were changed or added, as far as they were few enough to be worth a look. */
  places(): ReadonlySet<Node>;
  flush(): void;
  stop(): void;
}

/** A page that rebuilds itself is not searched for what is new in it. */
const MAX_PLACES = 400;

export function tallyMutations(window: PageWindow, roots: readonly Node[]): Tally {
  const added = new Set<Element>();
  const removed = new Set<Element>();
  const places = new Set<Node>();
  let lastChangeAt = window.performance.now();
  let touched = false;
  const take = (records: MutationRecord[]): void => {
    for (const record of records) {
      // Animations write `style` without end: that is no activity to wait for.
      if (record.type === 'attributes' && record.attributeName === 'style') continue;
      touched = true;
      lastChangeAt = window.performance.now();
      sortNodes(record, added, removed);
      if (places.size < MAX_PLACES) notePlaces(record, places);
    }
  };
  const observer = new window.MutationObserver(take);
  for (const root of roots) {
    observer.observe(root, { childList: true, subtree: true, attributes: true, characterData: true });
  }
  return {
    lastChangeAt: () => lastChangeAt,
    count: () => ({ added: countWithin(added), removed: countWithin(removed) }),
    touched: () => touched,
    places: () => places,
    flush: () => take(observer.takeRecords()),
    stop: () => observer.disconnect(),
  };
}

function sortNodes(record: MutationRecord, added: Set<Element>, removed: Set<Element>): void {
  for (const node of record.removedNodes) {
    if (getNodeType(node) !== ELEMENT_NODE) continue;
    if (!added.delete(node as Element)) removed.add(node as Element);
  }
  for (const node of record.addedNodes) {
    if (getNodeType(node) !== ELEMENT_NODE) continue;
    if (!removed.delete(node as Element)) added.add(node as Element);
  }
}

function notePlaces(record: MutationRecord, places: Set<Node>): void {
  places.add(record.target);
  for (const node of record.addedNodes) places.add(node);
}

function countWithin(roots: Set<Element>): number {
  let count = 0;
  for (const root of roots) count += 1 + queryWithin(root, '*').length;
  return count;
}
