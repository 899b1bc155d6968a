import { getRect, isConnected } from '../../observe/dom';
import { renderedAncestorsOf } from '../actor/native-dom';
import { expectNotStopped, type ActContext, type PageWindow } from '../actor/act-context';

/** Longer than a frame of a busy page takes; in case that one is not drawn though it is not hidden. */
const FRAME_LIMIT_MS = 1000;
const HIDDEN_FRAME_MS = 16;

/**
 * Resolves when the page has drawn a frame, or would have: what redraws on frames and timers has done so. `inFrame` is called
 * in the frame, where the time of animations stands still, or in its place.
 */
export function nextFrame(window: PageWindow, signal: AbortSignal, inFrame?: () => void): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      window.clearTimeout(timer);
      window.cancelAnimationFrame(frame);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const limitMs = window.document.hidden ? HIDDEN_FRAME_MS : FRAME_LIMIT_MS;
    const timer = window.setTimeout(() => {
      inFrame?.();
      done();
    }, limitMs);
    // A task after the callback: frameworks flush what they were told in the frame's callbacks.
    const frame = window.requestAnimationFrame(() => {
      inFrame?.();
      window.setTimeout(done);
    });
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
}

/** Calls `each` frame by frame until `read` gives the same twice in a row and `least` frames have gone by, `most` at the most. */
export async function repeatUntilStill(
  context: ActContext,
  limits: { least: number; most: number },
  read: () => string,
  each: () => void = () => undefined,
): Promise<void> {
  let before = read();
  for (let frames = 1; frames <= limits.most; frames++) {
    each();
    await nextFrame(context.window, context.signal);
    expectNotStopped(context.signal);
    const now = read();
    if (now === before && frames >= limits.least) return;
    before = now;
  }
}

/** Where elements are drawn, to compare: whole pixels, and how far their transitions are. */
export function readBoxes(elements: readonly (Element | undefined)[]): string {
  return elements.map((element) => (element && isConnected(element) ? readBox(element) : '-')).join(' ');
}

function readBox(element: Element): string {
  const { left, top, width, height } = getRect(element);
  return [...[left, top, width, height].map(Math.round), ...readMotion(element)].join(',');
}

function readMotion(element: Element): number[] {
  return listMotions(element).map(({ currentTime }) => Math.round(Number(currentTime ?? 0)));
}

/** Transitions and animations of the element itself that come to an end. */
function listMotions(element: Element): Animation[] {
  return Element.prototype.getAnimations
    .call(element)
    .filter(
      ({ playState, effect }) =>
        playState === 'running' && Number.isFinite(effect?.getComputedTiming().endTime),
    );
}

/** How far the motions that carry the element along are in the next frame. */
export async function readMotionsInFrame(context: ActContext, element: Element): Promise<Motions> {
  let motions: Motions = new Map();
  await nextFrame(context.window, context.signal, () => {
    const moving = Array.from(renderedAncestorsOf(element)).flatMap(listMotions);
    motions = new Map(moving.map((motion) => [motion, motion.currentTime]));
  });
  expectNotStopped(context.signal);
  return motions;
}

/** How far animations are. */
export type Motions = ReadonlyMap<Animation, Animation['currentTime']>;

/**
 * Whether every one of them has gone on since `before`. One that has not is about to move: it has been set going and has
 * not begun to, or a busy page has drawn the same moment twice.
 */
export function haveGoneOn(motions: Motions, before: Motions): boolean {
  return Array.from(motions).every(([motion, time]) => time && before.get(motion) !== time);
}

/** Whether the element or anything around it is being animated. */
export function isAnimating(element: Element): boolean {
  for (const around of renderedAncestorsOf(element)) if (listMotions(around).length > 0) return true;
  return false;
}
