import type { Tabs } from 'webextension-polyfill';
import type { Outcome } from '../../agent/ports';
import type { Failure } from '../../trajectories/failure';
import { browser } from '../browser';
import { DeadlineError } from './deadline';
import { failureOfError, failureOfUrl } from './tab-failures';

/** Runs `work` and turns whatever the browser throws into a failure that planner and user can read. */
export async function attempt<T>(tabId: number, work: (tab: Tabs.Tab) => Promise<T>): Promise<Outcome<T>> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  if (tab === undefined) return { ok: false, failure: { code: 'tab-gone', message: 'The tab was closed.' } };
  const { url = '' } = tab;
  const refused = failureOfUrl(url);
  if (refused) return { ok: false, failure: refused };
  try {
    return { ok: true, value: await work(tab) };
  } catch (error) {
    return { ok: false, failure: failureOfAttempt(error, url) };
  }
}

function failureOfAttempt(error: unknown, url: string): Failure {
  if (!(error instanceof DeadlineError)) return failureOfError(error, url);
  return {
    code: 'page-timeout',
    message: 'The page did not answer; it may show a dialog that the user has to close, or it is busy.',
  };
}
