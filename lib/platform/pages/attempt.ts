import type { Tabs } from 'webextension-polyfill';
import type { Outcome } from '../../agent/ports';
import type { Failure } from '../../trajectories/failure';
import { browser } from '../browser';
import { DeadlineError } from './deadline';
import { waitForLoad } from './wait-for-load';
import { failureOfError, failureOfUrl } from './tab-failures';

/** Runs `work` and turns whatever the browser throws into a failure that planner and user can read. */
export async function attempt<T>(tabId: number, work: (tab: Tabs.Tab) => Promise<T>): Promise<Outcome<T>> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  if (tab === undefined) return { ok: false, failure: { code: 'tab-gone', message: 'The tab was closed.' } };
  const { url = '' } = tab;
  const refused = failureOfUrl(url);
  if (refused) return { ok: false, failure: refused };
  try {
    return { ok: true, value: await work(await wakeTab(tabId, tab)) };
  } catch (error) {
    return { ok: false, failure: failureOfAttempt(error, url) };
  }
}

/** A tab whose memory the browser took away has no page until it is loaded anew. */
async function wakeTab(tabId: number, tab: Tabs.Tab): Promise<Tabs.Tab> {
  if (tab.discarded !== true) return tab;
  await browser.tabs.reload(tabId);
  return (await waitForLoad(tabId, new AbortController().signal)) ?? tab;
}

function failureOfAttempt(error: unknown, url: string): Failure {
  if (!(error instanceof DeadlineError)) return failureOfError(error, url);
  return {
    code: 'page-timeout',
    message: 'The page did not answer; it may show a dialog that the user has to close, or it is busy.',
  };
}
