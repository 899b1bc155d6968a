import type { Tabs } from 'webextension-polyfill';
import type { TabInfo } from '../agent/ports';
import { originOf } from '../guard/url-policy';
import { wait } from './wait';

/** A page may open its tab a moment after the action that asked for it has ended. */
const GRACE_MS = 1_000;

/** A tab tells its address a while after it was opened. */
const LOOK_AGAIN_MS = 30;

const NEVER = new AbortController().signal;

/** Knows which tabs were opened by an action of ours, and not by the user who browses on beside us. */
export interface OpenedTabs {
  /** Listener for tabs.onCreated. */
  onCreated(tab: Tabs.Tab): void;
  /**
   * An action starts on this tab; the returned function says that it ended. `leadsTo` is the address of a link that
   * opens in another tab.
   */
  begin(tabId: number, leadsTo?: string): () => void;
  /**
   * Resolves when the action that began last on this tab is known to have opened one, or after so many milliseconds.
   * `leadsTo` is its address, where the action itself has told that it opens one.
   */
  arrival(tabId: number, ms: number, leadsTo?: string): Promise<void>;
  /** Tabs that actions on these tabs have opened since the last call. */
  take(tabIds: number[]): Promise<TabInfo[]>;
}

interface Acting {
  /** Until when a tab that opens counts as opened by an action on this one, in milliseconds since the epoch. */
  until: number;
  /** Where a link that is being followed leads, as long as its tab has not been seen. */
  leadsTo?: string;
}

interface Stray {
  tabId: number;
  at: number;
  /** The actions that went on as it opened: no other can have opened it. */
  during: Acting[];
}

/** A page of the browser or of an extension: the user opened it. Windows that pages open may be blank at first. */
function isNoPage(address: string | undefined): boolean {
  return address !== undefined && !/^(?:about:blank)?$/.test(address) && originOf(address) === undefined;
}

/** Without those that were blank as they opened and show a page of the browser by now. */
async function dropNoPages(
  tabs: readonly TabInfo[],
  look: (tabId: number) => Promise<TabInfo | undefined>,
): Promise<TabInfo[]> {
  const now = await Promise.all(tabs.map(({ tabId }) => look(tabId)));
  return tabs.filter((_tab, index) => !isNoPage(now[index]?.url));
}

/** The tab with the link that was followed to this address, or that is the only one that can have been. */
function findFollowed(
  url: string,
  { during }: Stray,
  going: readonly [number, Acting][],
  isAlone: boolean,
): number | undefined {
  const waiting = going.filter(([, action]) => action.leadsTo !== undefined && during.includes(action));
  const exact = waiting.find(([, { leadsTo }]) => leadsTo === url);
  return (exact ?? (waiting.length === 1 && isAlone ? waiting[0] : undefined))?.[0];
}

/**
 * Chrome names the window's active tab as the opener, also when a page in the background opened the tab: such a tab
 * is a stray until its address, or that there is no other, tells whose it is.
 * `look` reads a tab as it is now; undefined when it is gone.
 */
export function createOpenedTabs(
  now: () => number,
  look: (tabId: number) => Promise<TabInfo | undefined>,
): OpenedTabs {
  const acting = new Map<number, Acting>();
  let opened: { tab: TabInfo; opener: number }[] = [];
  let strays: Stray[] = [];

  const isActing = (tabId: number | undefined): tabId is number =>
    tabId !== undefined && now() <= (acting.get(tabId)?.until ?? 0);

  const note = (tab: TabInfo, opener: number): void => {
    opened.push({ tab, opener });
    delete acting.get(opener)?.leadsTo;
  };

  const settleStrays = async (): Promise<void> => {
    for (const stray of [...strays]) {
      const tab = await look(stray.tabId);
      const going = [...acting].filter(([tabId]) => isActing(tabId));
      const isPage = tab !== undefined && originOf(tab.url) !== undefined;
      const opener = isPage ? findFollowed(tab.url, stray, going, strays.length === 1) : undefined;
      if (tab && opener !== undefined) {
        note(tab, opener);
        strays = strays.filter((other) => other !== stray);
      }
    }
    strays = strays.filter(({ at }) => now() - at <= GRACE_MS);
  };

  return {
    onCreated({ id, openerTabId, url, pendingUrl, title }) {
      if (id === undefined || isNoPage(pendingUrl || url)) return;
      const tab = { tabId: id, url: url ?? pendingUrl ?? '', title: title ?? '' };
      if (isActing(openerTabId)) return note(tab, openerTabId);
      const during = [...acting].flatMap(([tabId, action]) => (isActing(tabId) ? [action] : []));
      if (during.length > 0) strays.push({ tabId: id, at: now(), during });
    },
    begin(tabId, leadsTo) {
      const action: Acting = { until: Infinity, ...(leadsTo === undefined ? {} : { leadsTo }) };
      acting.set(tabId, action);
      return () => (action.until = now() + GRACE_MS);
    },
    async arrival(tabId, ms, leadsTo) {
      const action = acting.get(tabId);
      if (action && leadsTo !== undefined && !opened.some(({ opener }) => opener === tabId))
        action.leadsTo = leadsTo;
      for (const end = now() + ms; now() < end; await wait(LOOK_AGAIN_MS, NEVER)) {
        await settleStrays();
        if (opened.some(({ opener }) => opener === tabId)) return;
      }
    },
    async take(tabIds) {
      await settleStrays();
      const taken = opened.filter(({ opener }) => tabIds.includes(opener));
      opened = opened.filter(({ opener }) => !tabIds.includes(opener));
      const tabs = taken.map(({ tab }) => tab);
      return dropNoPages(tabs, look);
    },
  };
}
