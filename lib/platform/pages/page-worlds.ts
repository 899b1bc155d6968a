import type { ActionResult } from '../../trajectories/action';
import type { FrameInfo } from '../../trajectories/observation';
import { browser } from '../browser';
import { askFrame } from './ask-frame';
import { addNews } from '../../trajectories/result-message';
import { withDeadline } from './deadline';
import type { PageMessage } from './page-messages';

/** A frame that hangs is acted on without the script in its own world. */
const INSTALL_TIMEOUT_MS = 1_000;

/**
 * Puts the script into the page's own world of every frame that has none. Never rejects: where that does not work
 * actions go on, and settle by waiting longer.
 */
export async function linkWorlds(tabId: number, frames: FrameInfo[], signal: AbortSignal): Promise<void> {
  const all = Promise.all(frames.map(({ frameId }) => linkWorld(tabId, frameId).catch(() => undefined)));
  await withDeadline(all, INSTALL_TIMEOUT_MS, signal).catch(() => undefined);
}

async function linkWorld(tabId: number, frameId: number): Promise<void> {
  if (await askFrame<'is-linked'>(tabId, frameId, { kind: 'is-linked' })) return;
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

/** An action begins: dialogs of every frame are answered. The frame that is acted in does so by itself. */
export function holdWorlds(tabId: number, frames: FrameInfo[]): void {
  for (const { frameId } of frames)
    void askFrame<'hold-world'>(tabId, frameId, { kind: 'hold-world' }).catch(() => undefined);
}

/** A frame that is busy or gone has nothing to tell. */
const ASKED_TIMEOUT_MS = 300;

/** What the pages of the other frames asked on account of an action is part of its result. */
export async function addAskedInFrames(
  tabId: number,
  actedIn: number,
  frames: FrameInfo[],
  result: ActionResult,
): Promise<ActionResult> {
  const others = frames.filter(({ frameId }) => frameId !== actedIn);
  if (result.status !== 'done' || result.effect.leaves || others.length === 0) return result;
  const told = await Promise.all(
    others.map(({ frameId }) =>
      withDeadline(askFrame<'asked'>(tabId, frameId, { kind: 'asked' }), ASKED_TIMEOUT_MS).catch(
        () => undefined,
      ),
    ),
  );
  const news = told.filter((one) => one !== undefined && one.asked.length > 0);
  if (news.length === 0) return result;
  const asked = [...(result.effect.asked ?? []), ...news.flatMap((one) => one?.asked ?? [])];
  const message = addNews(result.message, `in a frame ${news.map((one) => one?.words).join(', ')}`);
  return { ...result, message, effect: { ...result.effect, asked } };
}

/**
 * Lets go of every page in the tab; `waiting` is the nonce of a hand-over that goes on, `over` says that the run has ended. Never rejects; frames without our
 * script do not answer.
 */
export async function releaseWorlds(tabId: number, waiting?: string, over = false): Promise<void> {
  const request = { kind: 'release' as const, over, ...(waiting === undefined ? {} : { waiting }) };
  const message: PageMessage = { to: 'errand-page', request };
  await browser.tabs.sendMessage(tabId, message).catch(() => undefined);
}
