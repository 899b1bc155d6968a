import type { CollectReply } from '../../../page/collect/collect-reply';
import type { ActionResult } from '../../../trajectories/action';
import type { Target } from '../../../trajectories/target';
import { askFrame } from '../ask-frame';
import { withDeadline } from '../deadline';

/** The frame in which rows are gathered. */
export interface CollectPlace {
  tabId: number;
  frameId: number;
  refPrefix: string;
  /** Names the collection; every step has a nonce made of it. */
  id: string;
  steps: number;
  signal: AbortSignal;
}

export type AskedStep =
  | { ok: true; reply: CollectReply }
  /** `isLost`: the document left before it answered. */
  | { ok: false; result: ActionResult; isLost: boolean };

/** Longer than the page itself waits for rows. */
const STEP_TIMEOUT_MS = 20_000;

/** One step of a collection in its frame. Never rejects. */
export async function askStep(
  place: CollectPlace,
  step: 'begin' | 'scroll' | 'next' | 'more',
  args: Record<string, unknown>,
  expected?: Target,
): Promise<AskedStep> {
  try {
    const result = await askPage(place, { ...args, step, id: place.id }, expected);
    if (result.status === 'done' && result.data !== undefined)
      return { ok: true, reply: JSON.parse(result.data) as CollectReply };
    return { ok: false, result, isLost: false };
  } catch (error) {
    const message = `The list could not be read: ${error instanceof Error ? error.message : String(error)}`;
    const result: ActionResult = { status: 'failed', failure: { code: 'page-gone', message } };
    return { ok: false, result, isLost: true };
  }
}

/** Rejects when the document leaves, does not answer in time, or the signal aborts; then the page is told to stop. */
export async function askPage(
  place: CollectPlace,
  args: Record<string, unknown>,
  expected?: Target,
): Promise<ActionResult> {
  const { tabId, frameId, refPrefix, id, signal } = place;
  const nonce = `${id}:${(place.steps += 1)}`;
  const asked = askFrame<'act'>(tabId, frameId, {
    kind: 'act',
    action: { ...args, name: 'collect' },
    options: { nonce, refPrefix, ...(expected === undefined ? {} : { expected }) },
  });
  try {
    return await withDeadline(asked, STEP_TIMEOUT_MS, signal);
  } catch (error) {
    void askFrame<'cancel'>(tabId, frameId, { kind: 'cancel', nonce }).catch(() => undefined);
    throw error;
  }
}
