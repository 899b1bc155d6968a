import { browser } from '../browser';
import { withDeadline } from './deadline';

const LOAD_TIMEOUT_MS = 2_000;

/**
 * Gives a frame the script that finds the article in a page, before the page is read as a whole. Never rejects: without
 * it the whole page is read.
 */
export async function loadArticleFinder(tabId: number, frameId: number, signal: AbortSignal): Promise<void> {
  const loaded = browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    files: ['/article.js'],
    injectImmediately: true,
  });
  await withDeadline(loaded, LOAD_TIMEOUT_MS, signal).catch(() => undefined);
}
