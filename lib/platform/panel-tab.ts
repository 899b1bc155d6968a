import { browser } from './browser';
import { followReplacedTabs } from './follow-replaced-tab';

export { requestAccess } from './access';

/** The tab that a panel works for. `url` and `title` are empty when the browser does not tell them. */
export interface PanelTab {
  tabId: number;
  url: string;
  title: string;
}

/** `?tab=<id>`: the panel as an ordinary page (pop-out window). Otherwise it follows the window's active tab. */
function pinnedTabId(): number | undefined {
  const given = new URLSearchParams(location.search).get('tab');
  return given !== null && /^\d+$/.test(given) ? Number(given) : undefined;
}

/** Follows the tab when the browser gives it another id. */
let pinned = pinnedTabId();

export async function panelTabId(): Promise<number> {
  if (pinned !== undefined) return pinned;
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  return active?.id ?? -1;
}

/** Calls back with the panel's tab now and whenever it, or what it shows, changes; undefined when it was closed. */
export function watchPanelTab(callback: (tab: PanelTab | undefined) => void): () => void {
  const read = async () => {
    const tabId = await panelTabId();
    const tab = await browser.tabs.get(tabId).catch(() => undefined);
    callback(tab && { tabId, url: tab.url ?? '', title: tab.title ?? '' });
  };
  const onChange = () => void read();
  const onReplaced = (tabId: number, replaced: number) => {
    if (replaced === pinned) pinned = tabId;
    onChange();
  };
  const events = [browser.tabs.onActivated, browser.tabs.onUpdated, browser.tabs.onRemoved];
  for (const event of events) event.addListener(onChange);
  const stopFollowing = followReplacedTabs(onReplaced);
  onChange();
  return () => {
    stopFollowing();
    for (const event of events) event.removeListener(onChange);
  };
}

/** Opens one of our pages, such as `settings.html` or `library.html?run=…`, in a tab. */
export async function openPage(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path) });
}
