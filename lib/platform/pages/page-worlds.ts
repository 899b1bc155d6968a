import type { FrameInfo } from '../../trajectories/observation';
import { browser } from '../browser';
import { askFrame } from './ask-frame';
import { withDeadline } from './deadline';
import type { PageMessage } from './page-messages';

/** A frame that hangs is acted on without the script in its own world. */
const INSTALL_TIMEOUT_MS = 1_000;

/**
 * Before an action: takes the lease in every frame of the tab, and puts the script into the page's own world of those
 * that have none. Never rejects: where that does not work the action goes on, and settles by waiting longer.
 */
export async function holdWorlds(tabId: number, frames: FrameInfo[], signal: AbortSignal): Promise<void> {
  const all = Promise.all(frames.map(({ frameId }) => holdWorld(tabId, frameId).catch(() => undefined)));
  await withDeadline(all, INSTALL_TIMEOUT_MS, signal).catch(() => undefined);
}

async function holdWorld(tabId: number, frameId: number): Promise<void> {
  if (await askFrame<'hold-world'>(tabId, frameId, { kind: 'hold-world' })) return;
  const [installed] = await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    files: ['/page-world.js'],
    world: 'MAIN',
    injectImmediately: true,
  });
  const channel: unknown = installed?.result;
  if (typeof channel === 'string')
    await askFrame<'link-world'>(tabId, frameId, { kind: 'link-world', channel });
}

/** Lets go of every page in the tab. Never rejects; frames without our script do not answer. */
export async function releaseWorlds(tabId: number): Promise<void> {
  const message: PageMessage = { to: 'errand-page', request: { kind: 'release' } };
  await browser.tabs.sendMessage(tabId, message).catch(() => undefined);
}
