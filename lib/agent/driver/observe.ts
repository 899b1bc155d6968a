import type { Failure } from '../../trajectories/failure';
import type { Observation } from '../../trajectories/observation';
import { originOf } from '../../guard/url-policy';
import { calmLookOf, lookOf } from '../loops/look-of';
import type { TabInfo } from '../ports';
import { findWallOfRun } from '../walls/wall-of-run';
import { withDeadline } from './deadline';
import { findActiveTab, replaceTab } from './find-tab';
import { leavePage } from './leave-page';
import { OBSERVE_RETRY_MS, OBSERVE_TIMEOUT_MS } from './limits';
import { judgePlace, type Place } from './place';
import { readPage } from './read-page';
import type { Session } from './session';

/** Reads the page that the run works on, or writes down why that cannot be done yet. */
export async function performObserve(session: Session): Promise<void> {
  const { ports, signal, state } = session;
  if (state.observeFailure) await ports.clock.sleep(OBSERVE_RETRY_MS, signal);
  const tab = await findActiveTab(session);
  if (!tab || signal.aborted || (await followOpenedTabs(session))) return;
  const here = await enterPlace(session, tab);
  if (!here || signal.aborted) return;
  const outcome = await readPage(session, here.tabId, ports.planner.scope);
  if (!outcome || signal.aborted) return;
  if (outcome.ok) await noteObservation(session, here, outcome.value);
  else await noteFailure(session, here, outcome.failure);
}

/** Tabs that pages of the run have opened belong to it; the newest is worked on. True when there were any. */
async function followOpenedTabs(session: Session): Promise<boolean> {
  const { ports, signal, state } = session;
  const ending = await withDeadline(ports.clock, signal, OBSERVE_TIMEOUT_MS, () =>
    ports.tabs.openedBy(state.tabs),
  );
  if (ending.kind !== 'value') return false;
  const opened = ending.value.filter(({ tabId }) => !state.tabs.includes(tabId));
  for (const { tabId } of opened) await session.append({ type: 'tab-attached', tabId, why: 'followed' });
  return opened.length > 0;
}

/** The tab, once it shows a page that the run may read; undefined when the user or the log has to say first. */
async function enterPlace(session: Session, tab: TabInfo): Promise<TabInfo | undefined> {
  const { observeFailure, observation } = session.state;
  const place = await placeOf(session, tab.url);
  if (place.kind === 'new') return askAccess(session, place.origin, 'guard.new-origin');
  if (place.kind === 'denied') return leavePage(session, tab, deniedFailure(place.origin));
  const isStuck = observeFailure?.failure.code === 'restricted-page' && tab.url !== observation?.url;
  return isStuck ? leavePage(session, tab, observeFailure.failure) : tab;
}

async function placeOf(session: Session, url: string): Promise<Place> {
  return judgePlace(session.state, await session.ports.grants.list(), url);
}

/** The page may have moved on while it was read: what it says counts only where the run may be. */
async function noteObservation(session: Session, tab: TabInfo, observation: Observation): Promise<void> {
  const { blobs } = session.ports;
  const place = await placeOf(session, observation.url);
  if (place.kind === 'new') return void (await askAccess(session, place.origin, 'guard.new-origin'));
  if (place.kind === 'denied') return void (await leavePage(session, tab, deniedFailure(place.origin)));
  const { url, title, text, changes, frames, elements, ms } = observation;
  const wall = findWallOfRun(session.state, observation);
  const [hash, changesHash] = await Promise.all([
    blobs.put(text),
    changes === undefined ? undefined : blobs.put(changes),
  ]);
  await session.append({
    type: 'observed',
    tabId: tab.tabId,
    url,
    title,
    text: hash,
    ...(changesHash === undefined ? {} : { changes: changesHash }),
    look: lookOf(text),
    calm: calmLookOf(text),
    ...(wall === undefined ? {} : { wall }),
    frames,
    elements,
    ms,
  });
}

async function noteFailure(session: Session, tab: TabInfo, failure: Failure): Promise<void> {
  if (failure.code === 'tab-gone') return replaceTab(session);
  const origin = failure.params?.['origin'] ?? originOf(tab.url);
  if (failure.code === 'no-access' && origin !== undefined) {
    if (session.state.deniedOrigins.includes(origin)) {
      await leavePage(session, tab, deniedFailure(origin));
      return;
    }
    await askAccess(session, origin, 'guard.host-access');
    return;
  }
  await session.append({ type: 'observe-failed', tabId: tab.tabId, failure });
}

async function askAccess(session: Session, origin: string, key: string): Promise<undefined> {
  const reasons = [{ key, params: { origin } }];
  await session.append({ type: 'access-asked', actionId: `access:${origin}`, origin, reasons });
}

function deniedFailure(origin: string): Failure {
  return { code: 'access-denied', message: `The user does not want work on ${origin}.`, params: { origin } };
}
