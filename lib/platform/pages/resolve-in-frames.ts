import { findAction } from '../../actions/registry';
import type { Outcome } from '../../agent/ports';
import type { Point } from '../../page/types';
import type { ActionCall } from '../../trajectories/action';
import type { Failure } from '../../trajectories/failure';
import type { FrameInfo } from '../../trajectories/observation';
import type { Target } from '../../trajectories/target';
import { askFrame } from './ask-frame';
import { DeadlineError, withDeadline } from './deadline';
import { framesFor, splitRef, staleFrame } from './frame-refs';
import { ensureInjected } from './inject';
import type { PageReplies, PageRequest } from './page-messages';

const RESOLVE_TIMEOUT_MS = 5_000;

/** The element of a call, in the frame that its ref names or in the first that has it. Rejects like `injectFrame`. */
export async function resolveInFrames(
  tabId: number,
  call: ActionCall,
  frames: FrameInfo[],
  signal: AbortSignal,
): Promise<Outcome<Target>> {
  const candidates = framesFor(call, frames);
  if (candidates.length === 0) return staleFrame(call);
  let failure: Failure | undefined;
  for (const frame of candidates) {
    const { ref } = splitRef(call);
    const request = {
      kind: 'resolve' as const,
      ...(ref === undefined ? {} : { ref }),
      ...(call.target ? { fingerprint: call.target } : {}),
      ...pointOf(call),
    };
    const reply = await resolveInFrame(tabId, frame, request, signal);
    if (!reply) continue;
    if (reply.ok) return { ok: true, value: { ...reply.value, ref: frame.prefix + reply.value.ref } };
    failure ??= reply.failure;
  }
  return failure ? { ok: false, failure } : staleFrame(call);
}

/** For an action on whatever is drawn at a point: that point. */
export function pointOf({ name, args }: ActionCall): { point?: Point } {
  const point = findAction(name)?.actsAtPoint?.(args);
  return point === undefined ? {} : { point };
}

/** Undefined: the frame has gone. A document that came since the observation has no script yet and does not answer at first. */
async function resolveInFrame(
  tabId: number,
  { frameId }: FrameInfo,
  request: Extract<PageRequest, { kind: 'resolve' }>,
  signal: AbortSignal,
): Promise<PageReplies['resolve'] | undefined> {
  const ask = () => withDeadline(askFrame<'resolve'>(tabId, frameId, request), RESOLVE_TIMEOUT_MS, signal);
  const answered = await ask().catch((error: unknown) => {
    if (error instanceof DeadlineError || signal.aborted) throw error;
    return undefined;
  });
  if (answered) return answered;
  try {
    await ensureInjected(tabId, frameId, signal);
  } catch (error) {
    if (frameId === 0 || error instanceof DeadlineError || signal.aborted) throw error;
    return undefined;
  }
  return ask();
}
