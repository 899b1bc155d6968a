import type { FrameObservation } from '../../page/types';
import type { FrameInfo } from '../../trajectories/observation';
import { askFrame } from './ask-frame';
import { withDeadline } from './deadline';
import { findFrames, injectFrame, type LiveFrame } from './inject';
import { assignPrefixes, type FrameAnswer } from './stitch-frames';

const TOP_FRAME_TIMEOUT_MS = 9_000;
/** A frame that answers late is said to be late, not waited for. */
const SUB_FRAME_TIMEOUT_MS = 1_500;
/** Frames often share a thread with the top frame: they are not late as long as that one is being read. */
const AFTER_TOP_MS = 500;

interface Asked {
  tabId: number;
  scope: 'page' | 'near';
  /** Tokens of the top frame; the other frames share half as much again. */
  budget: number | undefined;
  others: number;
  refsFrom: number;
  signal: AbortSignal;
}

/** What all frames answered; `isComplete` as in `LiveFrames`. */
export interface FrameAnswers {
  answers: FrameAnswer[];
  isComplete: boolean;
}

/**
 * Reads all frames at once. Rejects when the top frame does; any other has no observation then, or when it is late. The
 * top frame is asked while the others are still being looked for.
 */
export async function observeFrames(
  tabId: number,
  known: FrameInfo[],
  { scope, budget, signal }: { scope: 'page' | 'near'; budget: number | undefined; signal: AbortSignal },
): Promise<FrameAnswers> {
  const refsFrom = 1 + Math.max(0, ...known.map((frame) => frame.lastRef ?? 0));
  const asked = { tabId, scope, budget, others: 0, refsFrom, signal };
  const [topInfo] = assignPrefixes([0], known);
  const early = topInfo && askObservation(topInfo, asked);
  // It has no script yet, or is on its way out: it is asked again once it has.
  early?.catch(() => undefined);
  const { frames, isComplete } = await findFrames(tabId, signal);
  return { answers: await observeFound(frames, known, asked, early), isComplete };
}

/** `early`: what the top frame was asked already. */
async function observeFound(
  live: LiveFrame[],
  known: FrameInfo[],
  asked: Asked,
  early: Promise<FrameObservation> | undefined,
): Promise<FrameAnswer[]> {
  const infos = assignPrefixes(
    live.map(({ frameId }) => frameId),
    known,
  );
  const all = { ...asked, others: infos.length - 1 };
  const observing = infos.map((info, index) =>
    observeFrame(info, live[index]?.isReady === true, all, info.frameId === 0 ? early : undefined),
  );
  const top = withDeadline(
    observing[0] ?? Promise.reject(new Error('no top frame')),
    TOP_FRAME_TIMEOUT_MS,
    asked.signal,
  );
  const late = becomeLate(top);
  const others = observing
    .slice(1)
    .map((observation) => Promise.race([observation.catch(() => undefined), late]));
  const observations = await Promise.all([top, ...others]);
  return infos.map((info, index) => ({ info, observation: observations[index] }));
}

async function becomeLate(top: Promise<unknown>): Promise<undefined> {
  const start = Date.now();
  await top.catch(() => undefined);
  const left = Math.max(AFTER_TOP_MS, SUB_FRAME_TIMEOUT_MS - (Date.now() - start));
  await new Promise((resolve) => setTimeout(resolve, left));
  return undefined;
}

/** Asks a second time when the frame has moved on to another document meanwhile. `early`: it was asked already. */
async function observeFrame(
  info: FrameInfo,
  isReady: boolean,
  asked: Asked,
  early?: Promise<FrameObservation>,
): Promise<FrameObservation> {
  try {
    if (isReady && early) return await early;
    if (!isReady) await injectFrame(asked.tabId, info.frameId, asked.signal);
    return await askObservation(info, asked);
  } catch (error) {
    if ((info.frameId === 0 && !early) || asked.signal.aborted) throw error;
    await injectFrame(asked.tabId, info.frameId, asked.signal);
    return askObservation(info, asked);
  }
}

function askObservation(
  { frameId, prefix, mark }: FrameInfo,
  { tabId, scope, budget, others, refsFrom }: Asked,
): Promise<FrameObservation> {
  const share = budget === undefined || frameId === 0 ? budget : Math.ceil(budget / 2 / others);
  const request = {
    scope,
    refsFrom,
    refPrefix: prefix,
    since: mark ?? '',
    ...(share === undefined ? {} : { budget: share }),
  };
  return askFrame<'observe'>(tabId, frameId, { kind: 'observe', request });
}
