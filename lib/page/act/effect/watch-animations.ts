import { isDocument, type Roots } from './roots-in-reach';
import type { PageWindow } from '../actor/act-context';

/** CSS transitions and animations that an action set going; those that ran before it never count. */
export interface AnimationWatch {
  /** Milliseconds until the last finite one of them ends; 0 when none runs. Endless spinners do not count. */
  remainingMs(): number;
}

/** Call before the action's first event. `roots` are the document and the shadow roots to look into. */
export function watchAnimations(window: PageWindow, roots: Roots): AnimationWatch {
  const before = new Set(listAnimations(window, roots));
  return {
    remainingMs() {
      const begun = listAnimations(window, roots).filter((animation) => !before.has(animation));
      return Math.max(0, ...begun.map(measureRemaining));
    },
  };
}

function listAnimations(window: PageWindow, roots: Roots): Animation[] {
  return roots.flatMap((root) =>
    isDocument(root)
      ? window.Document.prototype.getAnimations.call(root)
      : window.ShadowRoot.prototype.getAnimations.call(root),
  );
}

function measureRemaining(animation: Animation): number {
  const { effect, playbackRate, playState } = animation;
  if (playState !== 'running' || !effect || playbackRate === 0) return 0;
  const end = Number(effect.getComputedTiming().endTime);
  const at = Number(animation.currentTime ?? 0);
  const left = (playbackRate > 0 ? end - at : at) / Math.abs(playbackRate);
  // A scroll-driven animation counts in percent (NaN here) and ends when the person scrolls.
  return Number.isFinite(left) ? Math.max(0, left) : 0;
}
