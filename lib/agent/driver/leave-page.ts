import type { TabInfo } from '../ports';
import type { ActionCall } from '../../trajectories/action';
import type { Failure } from '../../trajectories/failure';
import { withDeadline } from './deadline';
import { lookUpTab } from './find-tab';
import { ACT_TIMEOUT_MS } from './limits';
import { judgePlace } from './place';
import type { Session } from './session';

/**
 * Takes the run away from a page that it may not or cannot work on: a tab that only led there is let go of; in the
 * tab of the last observation the browser goes back, and when that does not lead to a permitted page, to the URL of
 * that observation. Returns the tab on a permitted page; undefined when an event tells what to do instead.
 */
export async function leavePage(session: Session, tab: TabInfo, why: Failure): Promise<TabInfo | undefined> {
  const { observation, tabs } = session.state;
  if (!observation) {
    await session.append({ type: 'run-failed', failure: why });
    return undefined;
  }
  if (tab.tabId !== observation.tabId && tabs.length > 1) {
    await session.append({ type: 'tab-detached', tabId: tab.tabId });
    return undefined;
  }
  const ways: ActionCall[] = [
    { name: 'go_back', args: {} },
    { name: 'navigate', args: { url: observation.url } },
  ];
  for (const call of ways) {
    const arrived = await tryWay(session, tab, call);
    if (arrived || session.signal.aborted) return arrived;
  }
  await session.append({ type: 'run-failed', failure: why });
  return undefined;
}

async function tryWay(session: Session, from: TabInfo, call: ActionCall): Promise<TabInfo | undefined> {
  const { tabId, url } = from;
  const { ports, signal, state } = session;
  await withDeadline(ports.clock, signal, ACT_TIMEOUT_MS, (inner) =>
    ports.tabs.act(tabId, call, state.tabs, inner),
  );
  const tab = await lookUpTab(session, tabId);
  if (!tab || tab.url === url) return undefined;
  return judgePlace(state, await ports.grants.list(), tab.url).kind === 'permitted' ? tab : undefined;
}
