import type { ActionCall, ActionResult } from '../../trajectories/action';
import type { FrameInfo } from '../../trajectories/observation';
import { askFrame } from './ask-frame';
import { withDeadline } from './deadline';

/** A frame that answers late is left out; its line in the observation says that it is there. */
const FRAME_TIMEOUT_MS = 3_000;

/** What find_text finds in the frames of the page, added to what it found in the top frame. */
export async function addMatchesOfFrames(
  tabId: number,
  top: ActionResult,
  request: { call: ActionCall; nonce: string; frames: FrameInfo[]; signal: AbortSignal },
): Promise<ActionResult> {
  if (top.status !== 'done') return top;
  const others = request.frames.filter(({ frameId }) => frameId !== 0);
  const found = await Promise.all(others.map((frame) => findInFrame(tabId, frame, request)));
  const parts = found.filter((part) => part !== undefined);
  return {
    ...top,
    message: [top.message, ...parts.map(({ prefix, message }) => `${message} in frame ${prefix}`)].join('; '),
    data: [top.data ?? '', ...parts.map(({ data }) => data)].filter((lines) => lines !== '').join('\n'),
  };
}

/** Undefined: nothing there, or no answer. */
async function findInFrame(
  tabId: number,
  { frameId, prefix }: FrameInfo,
  { call, nonce, signal }: { call: ActionCall; nonce: string; signal: AbortSignal },
): Promise<{ prefix: string; message: string; data: string } | undefined> {
  const asked = askFrame<'act'>(tabId, frameId, {
    kind: 'act',
    action: { ...call.args, name: call.name },
    options: { nonce, refPrefix: prefix },
  });
  const result = await withDeadline(asked, FRAME_TIMEOUT_MS, signal).catch(() => undefined);
  if (result?.status !== 'done' || !result.data) return undefined;
  return { prefix, message: result.message, data: result.data };
}
