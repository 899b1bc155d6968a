import type { Tabs } from 'webextension-polyfill';
import type { TabInfo, TabsPort } from '../agent/ports';
import type { ActionCall, ActionResult, Effect } from '../trajectories/action';
import { browser } from './browser';
import { saveFile } from './downloads';
import type { OpenedTabs } from './opened-tabs';
import { addNews } from '../trajectories/result-message';
import { suppressLeaveQuestion } from './pages/leave-question';
import { waitForLoad } from './pages/wait-for-load';
import { failureOfError, failureOfUrl } from './pages/tab-failures';
import { watchStart } from './pages/watch-start';

type TabAction = (context: TabActionContext) => Promise<ActionResult>;

interface TabActionContext {
  tabId: number;
  args: Record<string, unknown>;
  runTabs: number[];
  signal: AbortSignal;
}

/** The browser's tabs. Every action waits for the page it led to and reports where that is. */
export function createTabsPort(openedTabs: OpenedTabs): TabsPort {
  return {
    get: findTab,
    openedBy: openedTabs.take,
    act: async (tabId, call, runTabs, signal) => {
      try {
        return await actOnTabs(call, { tabId, args: call.args, runTabs, signal });
      } catch (error) {
        return { status: 'failed', failure: failureOfError(error, '') };
      }
    },
    recover: async (url) => {
      const failure = failureOfUrl(url);
      if (failure) return { ok: false, failure };
      const showing = (await browser.tabs.query({})).find((tab) => tab.url === url);
      const tab = showing ?? (await browser.tabs.create({ url, active: false }));
      return { ok: true, value: infoOf(tab) };
    },
  };
}

/** A tab as the browser knows it; undefined when it is gone. */
export async function findTab(tabId: number): Promise<TabInfo | undefined> {
  try {
    return infoOf(await browser.tabs.get(tabId));
  } catch {
    return undefined;
  }
}

function infoOf(tab: Tabs.Tab): TabInfo {
  return { tabId: tab.id ?? -1, url: tab.url ?? '', title: tab.title ?? '' };
}

const TAB_ACTIONS: Record<string, TabAction> = {
  navigate: ({ tabId, args, signal }) =>
    moving(tabId, signal, () => browser.tabs.update(tabId, { url: String(args['url']) })),
  go_back: ({ tabId, signal }) => moving(tabId, signal, () => browser.tabs.goBack(tabId)),
  go_forward: ({ tabId, signal }) => moving(tabId, signal, () => browser.tabs.goForward(tabId)),
  reload: ({ tabId, signal }) => moving(tabId, signal, () => browser.tabs.reload(tabId)),
  open_tab: openTab,
  download: ({ args, signal }) => saveFile(String(args['url']), signal),
  switch_tab: switchTab,
  close_tab: closeTab,
};

function actOnTabs(call: ActionCall, context: TabActionContext): Promise<ActionResult> {
  const action = TAB_ACTIONS[call.name];
  if (!action) throw new Error(`${call.name} is not an action on tabs`);
  return action(context);
}

async function moving(
  tabId: number,
  signal: AbortSignal,
  move: () => Promise<unknown>,
): Promise<ActionResult> {
  const before = await findTab(tabId);
  const start = watchStart(tabId);
  const question = suppressLeaveQuestion(tabId);
  try {
    await move();
    await start.begun(START_TIMEOUT_MS, signal);
    await waitForLoad(tabId, signal);
  } finally {
    start.stop();
    question.stop();
  }
  const after = await findTab(tabId);
  const moved: Effect = after?.url === before?.url ? {} : { url: after?.url ?? '' };
  return question.wasAsked() ? left(done(moved, after)) : done(moved, after);
}

function left(result: ActionResult): ActionResult {
  if (result.status !== 'done') return result;
  const message = addNews(
    result.message,
    'the page before wanted to ask whether to leave it, and it was left',
  );
  return {
    ...result,
    message,
    effect: { ...result.effect, asked: [{ kind: 'leave', text: '', answer: '' }] },
  };
}

/** A move that has not begun by then (same-document, restored from cache, or refused) has nothing to wait for. */
const START_TIMEOUT_MS = 400;

async function openTab({ tabId, args, signal }: TabActionContext): Promise<ActionResult> {
  const opener = await browser.tabs.get(tabId);
  // In front only when the user is looking at the run's tab: a run in the background stays there.
  const tab = await browser.tabs.create({
    url: String(args['url']),
    active: opener.active,
    openerTabId: tabId,
    ...(opener.windowId === undefined ? {} : { windowId: opener.windowId }),
  });
  const openedTab = tab.id ?? -1;
  await waitForLoad(openedTab, signal);
  return done({ openedTab }, await findTab(openedTab));
}

async function switchTab({ tabId, args, runTabs }: TabActionContext): Promise<ActionResult> {
  const wanted = Number(args['tab']);
  if (!runTabs.includes(wanted)) return unknownTab(wanted, runTabs);
  const from = await browser.tabs.get(tabId).catch(() => undefined);
  if (from?.active) await browser.tabs.update(wanted, { active: true });
  return done({}, await findTab(wanted));
}

async function closeTab({ tabId, args, runTabs }: TabActionContext): Promise<ActionResult> {
  const wanted = args['tab'] === undefined ? tabId : Number(args['tab']);
  if (!runTabs.includes(wanted)) return unknownTab(wanted, runTabs);
  if (runTabs.length === 1) {
    const message = 'This is the only tab of the run; it stays open. Use finish when the task is done.';
    return { status: 'failed', failure: { code: 'last-tab', message } };
  }
  const question = suppressLeaveQuestion(wanted);
  await browser.tabs.remove(wanted).finally(question.stop);
  return done({ closedTab: wanted }, undefined);
}

function unknownTab(wanted: number, runTabs: number[]): ActionResult {
  const message = `Tab ${wanted} is not one of this run's tabs (${runTabs.join(', ')}).`;
  return { status: 'failed', failure: { code: 'unknown-tab', message } };
}

function done(effect: Effect, tab: TabInfo | undefined): ActionResult {
  const shows = tab ? `Tab ${tab.tabId} shows "${tab.title}" ${tab.url}`.trim() : 'The tab was closed';
  const unchanged = Object.keys(effect).length === 0 ? '; the address did not change' : '';
  return { status: 'done', message: `${shows}${unchanged}.`, effect };
}
