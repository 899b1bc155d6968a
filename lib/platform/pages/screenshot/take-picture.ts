import type { PictureArea, PicturePlan } from '../../../page/act/take-screenshot';
import type { ActionResult } from '../../../trajectories/action';
import type { FrameInfo } from '../../../trajectories/observation';
import type { Target } from '../../../trajectories/target';
import { browser } from '../../browser';
import { askFrame } from '../ask-frame';
import { withDeadline } from '../deadline';
import { drawPicture } from './draw-picture';

const PLAN_TIMEOUT_MS = 3_000;
const CAPTURE_TIMEOUT_MS = 5_000;

export interface PictureRequest {
  tabId: number;
  frameId: number;
  nonce: string;
  args: Record<string, unknown>;
  expected: Target | undefined;
  frames: FrameInfo[];
  signal: AbortSignal;
}

/** Where pictures go, and who may see them. */
export interface PictureDeps {
  /** Stores a text beside the log; its hash. */
  keep(text: string): Promise<string>;
  /** The user has said that the model sees images. */
  modelSees(): Promise<boolean>;
}

/** Takes a picture of what a tab shows, secrets covered. It must be in front: the browser shows no other tab to us. Never rejects. */
export async function takePicture(request: PictureRequest, deps: PictureDeps): Promise<ActionResult> {
  const { tabId, frameId, frames, signal } = request;
  if (frameId !== 0) return fail('screenshot-in-frame', IN_FRAME);
  if (!(await isShowing(tabId))) return fail('tab-not-in-front', NOT_IN_FRONT);
  const before = await plan(request, 0);
  if (typeof before === 'string') return fail('screenshot-failed', before);
  const captured = await capture(tabId, signal);
  if ('failure' in captured) return { status: 'failed', failure: captured.failure };
  const after = await plan(request, 1);
  if (typeof after === 'string') return fail('screenshot-failed', after);
  // What was captured must be this tab as it was asked about, and nothing else.
  if (!(await isShowing(tabId)) || JSON.stringify(before.view) !== JSON.stringify(after.view))
    return fail('screenshot-failed', MOVED);
  const hidesFrames = await mayHoldSecrets(tabId, frames, request.nonce, signal);
  const covered = [...before.secrets, ...after.secrets];
  if (hidesFrames || before.frames.length > frames.length - 1)
    covered.push(...before.frames, ...after.frames);
  return draw(captured.dataUrl, before, covered, deps);
}

const IN_FRAME = 'A picture of one element can only be taken outside of frames; take one of the whole page.';
const NOT_IN_FRONT =
  'The tab is not in front, and only what is shown can be taken a picture of. Use read_page, or ask the user to bring the tab to the front.';
const MOVED = 'The page moved while the picture was taken, so it was thrown away. Try once more.';
const NO_ACCESS =
  'The browser does not allow pictures of this page yet. The user can allow it in the settings ("Model sees images"), or by clicking the Errand button on this page. Use read_page meanwhile.';

function fail(code: string, message: string): ActionResult {
  return { status: 'failed', failure: { code, message } };
}

async function isShowing(tabId: number): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return tab?.active === true;
}

/** What the page says is where, or why it does not. */
async function plan(
  { tabId, nonce, args, expected, signal }: PictureRequest,
  round: number,
): Promise<PicturePlan | string> {
  const asked = askFrame<'act'>(tabId, 0, {
    kind: 'act',
    action: { ...args, name: 'take_screenshot' },
    options: { nonce: `${nonce}:${round}`, ...(expected === undefined ? {} : { expected }) },
  });
  const result = await withDeadline(asked, PLAN_TIMEOUT_MS, signal).catch(() => undefined);
  if (result?.status === 'done' && result.data !== undefined) return JSON.parse(result.data) as PicturePlan;
  return result?.status === 'failed' ? result.failure.message : 'The page did not answer.';
}

async function capture(
  tabId: number,
  signal: AbortSignal,
): Promise<{ dataUrl: string } | { failure: { code: string; message: string } }> {
  try {
    const { windowId } = await browser.tabs.get(tabId);
    const capturing = browser.tabs.captureVisibleTab(windowId, { format: 'png' });
    return { dataUrl: await withDeadline(capturing, CAPTURE_TIMEOUT_MS, signal) };
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    if (/permission|cannot access/i.test(words))
      return { failure: { code: 'no-capture-access', message: NO_ACCESS } };
    return { failure: { code: 'screenshot-failed', message: `The picture could not be taken: ${words}` } };
  }
}

/** Whether another document in the page shows secrets, or does not say: where exactly its fields are nobody can tell from here. */
async function mayHoldSecrets(
  tabId: number,
  frames: FrameInfo[],
  nonce: string,
  signal: AbortSignal,
): Promise<boolean> {
  const others = frames.filter(({ frameId }) => frameId !== 0);
  const told = await Promise.all(
    others.map(({ frameId }) => {
      const action = { name: 'take_screenshot' };
      const asked = askFrame<'act'>(tabId, frameId, {
        kind: 'act',
        action,
        options: { nonce: `${nonce}:2` },
      });
      return withDeadline(asked, PLAN_TIMEOUT_MS, signal).catch(() => undefined);
    }),
  );
  return told.some((result) => {
    if (result?.status !== 'done' || result.data === undefined) return true;
    return (JSON.parse(result.data) as PicturePlan).secrets.length > 0;
  });
}

async function draw(
  dataUrl: string,
  { view, element }: PicturePlan,
  covered: PictureArea[],
  { keep, modelSees }: PictureDeps,
): Promise<ActionResult> {
  const part = clip(element?.area ?? { left: 0, top: 0, width: view.width, height: view.height }, view);
  if (part.width < 1 || part.height < 1)
    return fail('screenshot-failed', 'Nothing of this element is in view. Take a picture of the page.');
  const picture = await drawPicture(dataUrl, view.width, part, covered);
  const image = await keep(picture.dataUrl);
  const fate = (await modelSees())
    ? 'it follows'
    : 'it is kept for the user; this model is not shown pictures ("Model sees images" in the settings)';
  const what = element?.name ?? 'the page';
  const size = `${picture.width} x ${picture.height}`;
  return { status: 'done', message: `took a picture of ${what}, ${size}; ${fate}`, effect: {}, image };
}

function clip(area: PictureArea, { width, height }: PicturePlan['view']): PictureArea {
  const left = Math.max(0, area.left);
  const top = Math.max(0, area.top);
  return {
    left,
    top,
    width: Math.min(width, area.left + area.width) - left,
    height: Math.min(height, area.top + area.height) - top,
  };
}
