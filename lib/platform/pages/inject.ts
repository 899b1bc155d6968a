import { browser } from '../browser';
import { READY_MARK } from './claim-document';
import { DeadlineError, withDeadline } from './deadline';

/** Frame of a tab that answers. */
export interface LiveFrame {
  frameId: number;
  /** Has our script. */
  isReady: boolean;
}

export interface LiveFrames {
  /** Top frame first. */
  frames: LiveFrame[];
  /** False: some did not answer, and who they are is not known. */
  isComplete: boolean;
}

/** One frame that hangs keeps the browser from telling about any. */
const ALL_FRAMES_TIMEOUT_MS = 1_500;
const ROLL_CALL_MS = 400;
const INJECT_TIMEOUT_MS = 5_000;

/** Lists the frames of the tab. Rejects with the browser's error, or a DeadlineError when the top frame does not answer. */
export async function findFrames(tabId: number, signal: AbortSignal): Promise<LiveFrames> {
  const all = withDeadline(lookIntoFrames({ tabId, allFrames: true }), ALL_FRAMES_TIMEOUT_MS, signal);
  const found = await all.catch((error: unknown) => {
    if (error instanceof DeadlineError) return undefined;
    throw error;
  });
  const frames = found ?? (await callRoll(tabId, signal));
  frames.sort((one, other) => one.frameId - other.frameId);
  return { frames, isComplete: found !== undefined };
}

async function lookIntoFrames(target: { tabId: number; allFrames?: boolean }): Promise<LiveFrame[]> {
  const results = await browser.scripting.executeScript({
    target,
    func: isReady,
    args: [READY_MARK],
    injectImmediately: true,
  });
  return results.map(({ frameId, result }) => ({ frameId, isReady: result === true }));
}

/** Runs in the page's isolated world, cut off from this file: everything it needs comes as an argument. */
function isReady(mark: string): boolean {
  return Object.hasOwn(globalThis, mark);
}

/** Each frame answers for itself, so those that hang hide nobody. Rejects when the top frame hangs. */
async function callRoll(tabId: number, signal: AbortSignal): Promise<LiveFrame[]> {
  const present = new Map<number, LiveFrame>();
  const onMessage = (message: unknown, sender: { tab?: { id?: number }; frameId?: number }) => {
    if (sender.tab?.id === tabId && sender.frameId !== undefined && isPresence(message))
      present.set(sender.frameId, { frameId: sender.frameId, isReady: message.isReady });
    return undefined;
  };
  browser.runtime.onMessage.addListener(onMessage);
  try {
    const called = browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: announcePresence,
      args: [READY_MARK],
      injectImmediately: true,
    });
    await withDeadline(called, ROLL_CALL_MS, signal).catch((error: unknown) => {
      if (!(error instanceof DeadlineError)) throw error;
    });
  } finally {
    browser.runtime.onMessage.removeListener(onMessage);
  }
  if (!present.has(0)) {
    const [top] = await withDeadline(lookIntoFrames({ tabId }), INJECT_TIMEOUT_MS, signal);
    if (top) present.set(0, top);
  }
  return [...present.values()];
}

/** What a frame says of itself when the roll is called. */
interface Presence {
  from: 'errand-frame';
  isReady: boolean;
}

function isPresence(message: unknown): message is Presence {
  return (
    typeof message === 'object' && message !== null && 'from' in message && message.from === 'errand-frame'
  );
}

/** Runs in the page's isolated world, cut off from this file. */
function announcePresence(mark: string): void {
  const presence = { from: 'errand-frame', isReady: Object.hasOwn(globalThis, mark) };
  // Nobody replies, which the browser counts as an error.
  void Promise.resolve(chrome.runtime.sendMessage(presence)).catch(() => undefined);
}

/**
 * Puts the page script into one frame; a document that has it already does nothing with a second one.
 * Rejects with the browser's error, or a DeadlineError when the frame does not answer.
 */
export async function injectFrame(tabId: number, frameId: number, signal: AbortSignal): Promise<void> {
  const injected = browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    files: ['/page.js'],
    injectImmediately: true,
  });
  await withDeadline(injected, INJECT_TIMEOUT_MS, signal);
}

/** Makes sure that a frame has the page script. Rejects like `injectFrame`. */
export async function ensureInjected(tabId: number, frameId: number, signal: AbortSignal): Promise<void> {
  const looked = browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    func: isReady,
    args: [READY_MARK],
    injectImmediately: true,
  });
  const [frame] = await withDeadline(looked, INJECT_TIMEOUT_MS, signal);
  if (frame?.result !== true) await injectFrame(tabId, frameId, signal);
}
