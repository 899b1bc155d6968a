import type { Tabs } from 'webextension-polyfill';
import type { TabInfo } from '../agent/ports';

/** A page may open its tab a moment after the action that asked for it has ended. */
const GRACE_MS = 1_000;

/** Knows which tabs were opened by an action of ours, and not by the user who browses on beside us. */
export interface OpenedTabs {
  /** Listener for tabs.onCreated. */
  onCreated(tab: Tabs.Tab): void;
  /** An action starts on this tab; the returned function says that it ended. */
  begin(tabId: number): () => void;
  /** Tabs that actions on these tabs have opened since the last call. */
  take(tabIds: number[]): TabInfo[];
}

export function createOpenedTabs(now: () => number): OpenedTabs {
  /** Until when a tab that opens counts as opened by an action on this one. */
  const acting = new Map<number, number>();
  let opened: (TabInfo & { opener: number })[] = [];
  return {
    onCreated({ id, openerTabId, url, pendingUrl, title }) {
      if (id === undefined || openerTabId === undefined || now() > (acting.get(openerTabId) ?? 0)) return;
      opened.push({ tabId: id, opener: openerTabId, url: url ?? pendingUrl ?? '', title: title ?? '' });
    },
    begin(tabId) {
      acting.set(tabId, Infinity);
      return () => acting.set(tabId, now() + GRACE_MS);
    },
    take(tabIds) {
      const taken = opened.filter(({ opener }) => tabIds.includes(opener));
      opened = opened.filter(({ opener }) => !tabIds.includes(opener));
      return taken.map(({ tabId, url, title }) => ({ tabId, url, title }));
    },
  };
}
