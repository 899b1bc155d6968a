import { getRect, isConnected } from '../../observe/dom';
import { renderedAncestorsOf } from '../actor/native-dom';
import { expectNotStopped, type ActContext, type PageWindow } from '../actor/act-context';

/** Longer than a frame of a busy page takes; in case that one is not drawn though it is not hidden. */
const FRAME_LIMIT_MS = 1000;
const HIDDEN_FRAME_MS = 16;

/** Resolves when the page has drawn a frame, or would have: what redraws on frames and timers has done so. */
export function nextFrame(window: PageWindow, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      window.clearTimeout(timer);
      window.cancelAnimationFrame(frame);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = window.setTimeout(done, window.document.hidden ? HIDDEN_FRAME_MS : FRAME_LIMIT_MS);
    // A task after the callback: frameworks flush what they were told in the frame's callbacks.
    const frame = window.requestAnimationFrame(() => window.setTimeout(done));
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

/** Whether something that carries the element along has been set going and has not begun to. */
export function isAboutToMove(element: Element): boolean {
  for (const around of renderedAncestorsOf(element)) {
    if (listMotions(around).some(({ currentTime }) => !currentTime)) return true;
  }
  return false;
}

/** Whether the element or anything around it is being animated. */
export function isAnimating(element: Element): boolean {
  for (const around of renderedAncestorsOf(element)) if (listMotions(around).length > 0) return true;
  return false;
}
