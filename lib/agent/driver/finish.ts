import type { ActionResult } from '../../trajectories/action';
import type { Observation } from '../../trajectories/observation';
import { findMissing, readPassages, type Passage } from '../evidence';
import { evidenceToCheck, resultOfCheck } from '../finish-check';
import { leftPages, toldByPages } from '../told-by-pages';
import { lookUpTab } from './find-tab';
import { judgePlace } from './place';
import { readPage } from './read-page';
import type { Session } from './session';

const ACCEPTED: ActionResult = { status: 'done', message: 'Finished.', effect: {} };

/**
 * How a finish ends. What it quotes as evidence is looked for in the page as it is now; not found, it is handed back
 * once. Evidence that nothing can be said about, because the page cannot be read, is taken as it is.
 */
export async function finishResult(session: Session, args: Record<string, unknown>): Promise<ActionResult> {
  const { state } = session;
  const evidence = evidenceToCheck(state, args);
  if (evidence === undefined) return ACCEPTED;
  const here = await readTab(session, state.activeTab);
  if (!here) return ACCEPTED;
  const missing = findMissing(readPassages(evidence), textOf(here));
  return resultOfCheck(state, await lookElsewhere(session, missing, here));
}

/** What pages said in passing, the other tabs of the run, and pages that it has left since. */
async function lookElsewhere(session: Session, missing: Passage[], here: Observation): Promise<Passage[]> {
  const { ports, state } = session;
  let left = findMissing(missing, toldByPages(state));
  const addresses = new Set([here.url]);
  for (const tabId of state.tabs) {
    if (left.length === 0) return left;
    const page = tabId === state.activeTab ? undefined : await readTab(session, tabId);
    if (!page) continue;
    addresses.add(page.url);
    left = findMissing(left, textOf(page));
  }
  for (const hash of leftPages(state, addresses)) {
    if (left.length === 0) return left;
    left = findMissing(left, (await ports.blobs.get(hash)) ?? '');
  }
  return left;
}

/** The page in a tab, as much of it as one observation can hold; undefined where the run may not read, or cannot. */
async function readTab(session: Session, tabId: number): Promise<Observation | undefined> {
  const tab = await lookUpTab(session, tabId);
  if (!tab || !(await mayRead(session, tab.url))) return undefined;
  const outcome = await readPage(session, tabId, 'page');
  return outcome?.ok && (await mayRead(session, outcome.value.url)) ? outcome.value : undefined;
}

async function mayRead({ ports, state }: Session, url: string): Promise<boolean> {
  const { kind } = judgePlace(state, await ports.grants.list(), url);
  return kind === 'permitted' || kind === 'unknown';
}

function textOf({ title, url, text }: Observation): string {
  return `${title}\n${url}\n${text}`;
}
