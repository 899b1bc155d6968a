import type { Session } from './session';
import type { TabInfo } from '../ports';
import { LOOKUP_TIMEOUT_MS } from './limits';
import { withDeadline } from './deadline';

/** The tab as the browser knows it; undefined when it is gone, or the browser does not answer. */
export async function lookUpTab(session: Session, tabId: number): Promise<TabInfo | undefined> {
  const { ports, signal } = session;
  const ending = await withDeadline(ports.clock, signal, LOOKUP_TIMEOUT_MS, () => ports.tabs.get(tabId));
  return ending.kind === 'value' ? ending.value : undefined;
}

/**
 * Finds the tab that the run works on. Undefined when there is none: then what to do about it was written to the
 * log, or the driver is to leave.
 */
export async function findActiveTab(session: Session): Promise<TabInfo | undefined> {
  const { activeTab, tabs } = session.state;
  const tab = tabs.includes(activeTab) ? await lookUpTab(session, activeTab) : undefined;
  if (tab) session.seenTabs.add(tab.tabId);
  else if (!session.signal.aborted) await replaceTab(session);
  return tab;
}

/**
 * The active tab is gone. Another tab of the run takes its place; without one the page is opened anew when the tab
 * died with the browser, and the run fails (resumably) when somebody closed it while we were working.
 */
export async function replaceTab(session: Session): Promise<void> {
  const { activeTab, tabs } = session.state;
  const others = await Promise.all(
    tabs.filter((tab) => tab !== activeTab).map((tab) => lookUpTab(session, tab)),
  );
  if (session.signal.aborted) return;
  if (others.some((tab) => tab !== undefined) || session.seenTabs.has(activeTab)) {
    await session.append({ type: 'tab-detached', tabId: activeTab });
    return;
  }
  await recoverTab(session);
}

async function recoverTab(session: Session): Promise<void> {
  const { ports, signal, state } = session;
  const url = state.observation?.url ?? state.startUrl;
  const ending = await withDeadline(ports.clock, signal, LOOKUP_TIMEOUT_MS, () => ports.tabs.recover(url));
  if (ending.kind === 'aborted') return;
  if (ending.kind === 'value' && ending.value.ok) {
    const { tabId } = ending.value.value;
    session.seenTabs.add(tabId);
    await session.append({ type: 'tab-attached', tabId, why: 'recovered' });
    return;
  }
  const failure =
    ending.kind === 'value' && !ending.value.ok
      ? ending.value.failure
      : { code: 'tab-gone', message: 'The tab is gone and its page could not be opened again.' };
  await session.append({ type: 'run-failed', failure });
}
