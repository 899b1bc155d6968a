import type { PagePort } from '../../agent/ports';
import type { PageAction } from '../../page/types';
import type { ActionCall, ActionResult } from '../../trajectories/action';
import type { FrameInfo } from '../../trajectories/observation';
import { addNews } from '../../trajectories/result-message';
import { browser } from '../browser';
import { askFrame } from './ask-frame';
import type { Collecting } from './collect/create-collecting';
import { withDeadline } from './deadline';
import { actionOf, framesFor, inOwnFrame, staleFrame } from './frame-refs';
import { loadArticleFinder } from './load-article-finder';
import { resultOfLostAnswer } from './lost-answer';
import type { PageRequest } from './page-messages';
import { addAskedInFrames, holdWorlds, linkWorlds } from './page-worlds';
import { pointOf } from './resolve-in-frames';
import { type PictureDeps, takePicture } from './screenshot/take-picture';
import { type FindBytes, sendFiles } from './send-files';
import { waitForLoad } from './wait-for-load';
import { watchStart } from './watch-start';

/** Actions that leave a page's own world alone, because they change nothing in it. */
const LOOKING = new Set([
  'read_page',
  'find_text',
  'expand',
  'extract',
  'take_screenshot',
  'wait_for',
  'answer_dialog',
]);

const ACT_TIMEOUT_MS = 28_000;
/** A page that was about to be left and by then is not (a download, a cancelled navigation) is read as it is. */
const START_TIMEOUT_MS = 1_500;

type ActRequest = Parameters<PagePort['act']>[1];

/** What acting needs besides the page. */
export interface ActInFrameDeps {
  collect: Collecting;
  pictures: PictureDeps;
  findBytes: FindBytes;
}

/** One call, addressed: the frame it goes to and what it says there. */
interface Addressed {
  tabId: number;
  frame: FrameInfo;
  action: PageAction;
  judged: Omit<Extract<PageRequest, { kind: 'act' }>['options'], 'nonce' | 'refPrefix'>;
}

export function changesNothing(call: ActionCall): boolean {
  return LOOKING.has(call.name);
}

/** Carries an action out in the frame of its refs. The result tells the address, if that is another one now. */
export async function actInFrame(
  tabId: number,
  request: ActRequest,
  deps: ActInFrameDeps,
): Promise<ActionResult> {
  const addressed = address(tabId, request);
  if (!addressed) return { status: 'failed', failure: staleFrame(request.call).failure };
  if (request.call.name === 'take_screenshot') return takePictureOf(addressed, request, deps.pictures);
  const before = await urlOf(tabId);
  if (request.call.name === 'collect') {
    const result = await collectFrom(addressed, request, deps.collect);
    return withAddress(result, before, await urlOf(tabId));
  }
  return actByMessage(addressed, request, before, deps.findBytes);
}

function address(tabId: number, request: ActRequest): Addressed | undefined {
  const { call, target, others, dialogAnswer, frames } = request;
  // A point counts from the element of the call, also when another one was found there and judged.
  const isLocated = target !== undefined && pointOf(call).point === undefined;
  const located: ActionCall = isLocated ? { ...call, args: { ...call.args, ref: target.ref } } : call;
  const frame = framesFor({ ...located, target: undefined }, frames)[0];
  if (!frame) return undefined;
  const judged = {
    ...(target === undefined ? {} : { expected: inOwnFrame(target) }),
    ...(others === undefined ? {} : { others: others.map(inOwnFrame) }),
    ...(dialogAnswer === undefined ? {} : { dialogAnswer }),
  };
  return { tabId, frame, action: actionOf(located), judged };
}

function takePictureOf(
  { tabId, frame: { frameId }, action, judged: { expected } }: Addressed,
  { nonce, frames, signal }: ActRequest,
  pictures: PictureDeps,
): Promise<ActionResult> {
  const { name: _name, ...args } = action;
  return takePicture({ tabId, frameId, nonce, args, expected, frames, signal }, pictures);
}

function collectFrom(
  { tabId, frame: { frameId, prefix }, action, judged: { expected } }: Addressed,
  { nonce, signal }: ActRequest,
  collect: Collecting,
): Promise<ActionResult> {
  const { name: _name, ...args } = action;
  return collect({ tabId, frameId, refPrefix: prefix, id: nonce, steps: 0, signal }, args, expected);
}

/** Most actions: one message to the frame, and then whatever the page makes of it. */
async function actByMessage(
  { tabId, frame: { frameId, prefix }, action, judged }: Addressed,
  { call, nonce, target, frames, files, signal }: ActRequest,
  urlBefore: string | undefined,
  findBytes: FindBytes,
): Promise<ActionResult> {
  if (call.name === 'read_page') await loadArticleFinder(tabId, frameId, signal);
  const isLooking = changesNothing(call);
  if (!isLooking && target === undefined) await linkWorlds(tabId, frames, signal);
  if (!isLooking) holdWorlds(tabId, frames);
  const start = watchStart(tabId);
  try {
    if (files) await sendFiles(tabId, frameId, nonce, files, findBytes);
    const options = { nonce, refPrefix: prefix, ...judged };
    const asked = askFrame<'act'>(tabId, frameId, { kind: 'act', action, options });
    const result = await withDeadline(asked, ACT_TIMEOUT_MS, signal).catch((error: unknown) =>
      resultOfLostAnswer(error, tabId, frameId, nonce),
    );
    if (result.status === 'done' && result.effect.leaves) await start.begun(START_TIMEOUT_MS, signal);
    const whole = isLooking ? result : await addAskedInFrames(tabId, frameId, frames, result);
    const after = await waitForLoad(tabId, signal);
    return after ? withAddress(whole, urlBefore, after.url) : withoutTab(whole, isLooking);
  } finally {
    start.stop();
  }
}

/** The tab was closed while the page that the action led to was on its way: nobody has seen whether it got anywhere. */
function withoutTab(result: ActionResult, isLooking: boolean): ActionResult {
  if (isLooking || result.status !== 'done' || !result.effect.leaves) return result;
  return {
    status: 'unknown',
    message: 'the tab was closed before the next page came; it may or may not have happened.',
  };
}

async function urlOf(tabId: number): Promise<string | undefined> {
  try {
    return (await browser.tabs.get(tabId)).url ?? '';
  } catch {
    return undefined;
  }
}

/** The address after the action is part of its effect; the page that was left could not know it. */
function withAddress(
  result: ActionResult,
  before: string | undefined,
  after: string | undefined,
): ActionResult {
  if (result.status !== 'done' || after === undefined || after === '' || after === before) return result;
  const words = result.message.replace(/[;,] the address is now \S+(?=[;,] |\.?$)/, '');
  return {
    ...result,
    message: addNews(words, `the page is now ${after}`),
    effect: { ...result.effect, url: after },
  };
}
