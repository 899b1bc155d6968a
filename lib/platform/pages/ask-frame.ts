import { browser } from '../browser';
import type { PageReplies, PageRequest } from './page-messages';

/** Asks our script in one frame. Rejects when there is none, or when the document leaves before it answers. */
export async function askFrame<K extends PageRequest['kind']>(
  tabId: number,
  frameId: number,
  request: Extract<PageRequest, { kind: K }>,
): Promise<PageReplies[K]> {
  const reply: unknown = await browser.tabs.sendMessage(tabId, { to: 'errand-page', request }, { frameId });
  // A document that left answers with undefined, which is not an answer.
  if (reply === undefined) throw new Error('The page left before it answered.');
  return reply as PageReplies[K];
}
