import type { Tabs } from 'webextension-polyfill';
import { frameOfRef, listRefs, mapRefs } from '../../actions/ref-arguments';
import { findAction } from '../../actions/registry';
import type { Outcome, PagePort } from '../../agent/ports';
import type { PageAction, Point } from '../../page/types';
import type { ActionCall, ActionResult } from '../../trajectories/action';
import type { Failure } from '../../trajectories/failure';
import type { FrameInfo } from '../../trajectories/observation';
import type { Target } from '../../trajectories/target';
import { browser } from '../browser';
import { watchDownloads } from '../downloads';
import type { OpenedTabs } from '../opened-tabs';
import { DeadlineError, withDeadline } from './deadline';
import { askFrame } from './ask-frame';
import { type Collecting, createCollecting } from './collect/create-collecting';
import { addMatchesOfFrames } from './find-in-frames';
import { findLostRefs } from './find-lost-refs';
import { ensureInjected } from './inject';
import { loadArticleFinder } from './load-article-finder';
import { observeFrames } from './observe-frames';
import type { PageReplies, PageRequest } from './page-messages';
import { addNews } from '../../trajectories/result-message';
import { sendFiles } from './send-files';
import { type PictureDeps, takePicture } from './screenshot/take-picture';
import { stitchFrames } from './stitch-frames';
import type { HandOvers } from './hand-overs';
import { addAskedInFrames, holdWorlds, linkWorlds } from './page-worlds';
import { failureOfError, failureOfUrl } from './tab-failures';
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

const RESOLVE_TIMEOUT_MS = 5_000;
const ACT_TIMEOUT_MS = 28_000;
/** How long the browser may take to open a tab that was asked for. */
const TAB_TIMEOUT_MS = 700;
/** A page that was about to be left and by then is not (a download, a cancelled navigation) is read as it is. */
const START_TIMEOUT_MS = 1_500;

type FindBytes = (hash: string) => Promise<ArrayBuffer | undefined>;

/** Reads and acts on pages through the script that is injected on demand into the tabs in use. */
export function createPagePort(
  openedTabs: OpenedTabs,
  /** Tokens that an observation for a model may take; undefined: the page's own default. */
  readBudget: () => Promise<number | undefined>,
  /** Bytes of a file of the task. */
  findBytes: FindBytes,
  handOvers: HandOvers,
  pictures: PictureDeps,
): PagePort {
  const alone: ActsAlone = { collect: createCollecting(), pictures };
  return {
    observe: (tabId, { scope, frames, signal }) =>
      attempt(tabId, async (tab) => {
        if (tab.status === 'loading') await waitForLoad(tabId, signal);
        // Whoever reads whole pages is no model, and pays nothing for them.
        const budget = scope === 'near' ? await readBudget() : undefined;
        const { answers, isComplete } = await observeFrames(tabId, frames, { scope, budget, signal });
        return stitchFrames(tabId, answers, isComplete);
      }),
    resolve: async (tabId, call, frames, signal) => {
      const attempted = await attempt(tabId, () => resolveInFrames(tabId, call, frames, signal));
      // Here, so that nothing comes between the intent of an action and the action.
      if (attempted.ok && !LOOKING.has(call.name)) await linkWorlds(tabId, frames, signal);
      return attempted.ok ? attempted.value : attempted;
    },
    findLost: findLostRefs,
    act: async (tabId, request) => {
      const end = openedTabs.begin(tabId, request.target?.opensTab ? request.target.href : undefined);
      const downloads = watchDownloads();
      try {
        const done = await actInFrame(tabId, request, alone, findBytes);
        const result = await downloads.report(done, request.signal);
        if (opensTab(request, result)) await openedTabs.arrival(tabId, TAB_TIMEOUT_MS);
        return request.call.name === 'find_text' ? await addMatchesOfFrames(tabId, result, request) : result;
      } finally {
        downloads.stop();
        end();
      }
    },
    handOver: handOvers.show,
  };
}

/** A link that opens in a tab of its own, or a window that the page opened without getting hold of it. */
function opensTab({ call, target }: Parameters<PagePort['act']>[1], result: ActionResult): boolean {
  if (result.status !== 'done') return false;
  return (target?.opensTab === true && call.name === 'click') || result.effect.blockedWindow !== undefined;
}

/** Runs `work` and turns whatever the browser throws into a failure that planner and user can read. */
async function attempt<T>(tabId: number, work: (tab: Tabs.Tab) => Promise<T>): Promise<Outcome<T>> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  if (tab === undefined) return { ok: false, failure: { code: 'tab-gone', message: 'The tab was closed.' } };
  const { url = '' } = tab;
  const refused = failureOfUrl(url);
  if (refused) return { ok: false, failure: refused };
  try {
    return { ok: true, value: await work(tab) };
  } catch (error) {
    return { ok: false, failure: failureOfAttempt(error, url) };
  }
}

function failureOfAttempt(error: unknown, url: string): Failure {
  if (!(error instanceof DeadlineError)) return failureOfError(error, url);
  return {
    code: 'page-timeout',
    message: 'The page did not answer; it may show a dialog that the user has to close, or it is busy.',
  };
}

async function urlOf(tabId: number): Promise<string | undefined> {
  try {
    return (await browser.tabs.get(tabId)).url ?? '';
  } catch {
    return undefined;
  }
}

async function resolveInFrames(
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
function pointOf({ name, args: { x, y } }: ActionCall): { point?: Point } {
  if (!findAction(name)?.actsAtPoint) return {};
  return { point: { x: Number(x), y: Number(y) } };
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

/** Frames in which the element may be: the one its ref names, or those of the fingerprint's origin. */
function framesFor(call: ActionCall, frames: FrameInfo[]): FrameInfo[] {
  const top = frames.filter((frame) => frame.frameId === 0);
  if (call.target) {
    const { frameOrigin } = call.target;
    return frameOrigin === undefined ? top : frames.filter((frame) => frame.origin === frameOrigin);
  }
  const { prefix, ref } = splitRef(call);
  return ref === undefined ? top : frames.filter((frame) => frame.prefix === prefix);
}

/** The first ref of a call: all of them are in one frame. */
function splitRef(call: ActionCall): { prefix: string; ref: string | undefined } {
  const definition = findAction(call.name);
  const ref = call.args['ref'] ?? (definition && listRefs(definition, call.args)[0]);
  if (typeof ref !== 'string') return { prefix: '', ref: undefined };
  return { prefix: frameOfRef(ref), ref: withoutFrame(ref) };
}

function withoutFrame(ref: string): string {
  return ref.slice(frameOfRef(ref).length);
}

/** The call as the page takes it: its refs without the prefix of the frame, the first of them as `ref`. */
function actionOf(call: ActionCall): PageAction {
  const definition = findAction(call.name);
  const args = definition ? mapRefs(definition, call.args, withoutFrame) : call.args;
  const { ref } = splitRef(call);
  return { ...args, ...(ref === undefined ? {} : { ref }), name: call.name };
}

function inOwnFrame(target: Target): Target {
  return { ...target, ref: withoutFrame(target.ref) };
}

function staleFrame(call: ActionCall): { ok: false; failure: Failure } {
  const message = `The frame of ${String(call.args['ref'] ?? 'the element')} is gone; use refs of the newest observation.`;
  return { ok: false, failure: { code: 'stale-ref', message } };
}

/** Actions that go their own ways, and are not one message to one frame. */
interface ActsAlone {
  collect: Collecting;
  pictures: PictureDeps;
}

async function actInFrame(
  tabId: number,
  request: Parameters<PagePort['act']>[1],
  { collect, pictures }: ActsAlone,
  findBytes: FindBytes,
): Promise<ActionResult> {
  const { call, nonce, target, others, dialogAnswer, frames, signal } = request;
  // A point counts from the element of the call, also when another one was found there and judged.
  const isLocated = target !== undefined && !findAction(call.name)?.actsAtPoint;
  const located: ActionCall = isLocated ? { ...call, args: { ...call.args, ref: target.ref } } : call;
  const frame = framesFor({ ...located, target: undefined }, frames)[0];
  if (!frame) return { status: 'failed', failure: staleFrame(call).failure };
  const action = actionOf(located);
  const judged = {
    ...(target === undefined ? {} : { expected: inOwnFrame(target) }),
    ...(others === undefined ? {} : { others: others.map(inOwnFrame) }),
    ...(dialogAnswer === undefined ? {} : { dialogAnswer }),
  };
  if (call.name === 'take_screenshot') {
    const { name: _name, ...args } = action;
    const { expected } = judged;
    return takePicture({ tabId, frameId: frame.frameId, nonce, args, expected, frames, signal }, pictures);
  }
  const urlBefore = await urlOf(tabId);
  if (call.name === 'collect') {
    const { frameId, prefix } = frame;
    const place = { tabId, frameId, refPrefix: prefix, id: nonce, steps: 0, signal };
    const { name: _name, ...args } = action;
    return withAddress(await collect(place, args, judged.expected), urlBefore, await urlOf(tabId));
  }
  if (call.name === 'read_page') await loadArticleFinder(tabId, frame.frameId, signal);
  const isLooking = LOOKING.has(call.name);
  if (!isLooking && target === undefined) await linkWorlds(tabId, frames, signal);
  if (!isLooking) holdWorlds(tabId, frames);
  const start = watchStart(tabId);
  try {
    if (request.files) await sendFiles(tabId, frame.frameId, nonce, request.files, findBytes);
    const asked = askFrame<'act'>(tabId, frame.frameId, {
      kind: 'act',
      action,
      options: { nonce, refPrefix: frame.prefix, ...judged },
    });
    const result = await withDeadline(asked, ACT_TIMEOUT_MS, signal).catch((error: unknown) =>
      resultOfLostAnswer(error, tabId, frame.frameId, nonce),
    );
    if (result.status === 'done' && result.effect.leaves) await start.begun(START_TIMEOUT_MS, signal);
    const whole = isLooking ? result : await addAskedInFrames(tabId, frame.frameId, frames, result);
    const after = await waitForLoad(tabId, signal);
    return withAddress(whole, urlBefore, after?.url);
  } finally {
    start.stop();
  }
}

/**
 * The answer did not come. A message that found no receiver was never delivered; one whose channel closed was,
 * and the commonest reason is that the action itself left the page.
 */
function resultOfLostAnswer(error: unknown, tabId: number, frameId: number, nonce: string): ActionResult {
  const text = error instanceof Error ? error.message : String(error);
  if (/receiving end does not exist|no tab with id|invalid tab id/i.test(text)) {
    return {
      status: 'failed',
      failure: { code: 'page-gone', message: 'The page left before the action could start.' },
    };
  }
  if (/message channel|message port|moved into back|page left|conduit|context/i.test(text)) {
    return { status: 'done', message: 'The page was left while the action ran.', effect: { leaves: true } };
  }
  void askFrame<'cancel'>(tabId, frameId, { kind: 'cancel', nonce }).catch(() => undefined);
  return {
    status: 'unknown',
    message: 'The page did not say how the action ended; it may or may not have happened.',
  };
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

/** Fingerprint of the focused element of the tab's top frame, for a right-click on an editable field. */
export async function focusedElement(
  tabId: number,
  signal: AbortSignal,
): Promise<PageReplies['focused'] | undefined> {
  const found = await attempt(tabId, async () => {
    await ensureInjected(tabId, 0, signal);
    return askFrame<'focused'>(tabId, 0, { kind: 'focused' });
  });
  return found.ok ? found.value : undefined;
}
