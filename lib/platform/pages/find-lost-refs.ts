import { frameOfRef } from '../../actions/ref-arguments';
import type { FrameInfo } from '../../trajectories/observation';
import { askFrame } from './ask-frame';
import { withDeadline } from './deadline';

const ANSWER_TIMEOUT_MS = 1_000;

/**
 * Which of these refs (as the planner knows them) meant an element and lead nowhere now. A frame that does not answer
 * has lost none: whoever acts in it finds out.
 */
export async function findLostRefs(
  tabId: number,
  refs: readonly string[],
  frames: readonly FrameInfo[],
  signal: AbortSignal,
): Promise<string[]> {
  const lost = await Promise.all(
    frames.map(async ({ frameId, prefix }) => {
      const own = refs.filter((ref) => frameOfRef(ref) === prefix).map((ref) => ref.slice(prefix.length));
      if (own.length === 0) return [];
      const asked = askFrame<'find-lost'>(tabId, frameId, { kind: 'find-lost', refs: own });
      const gone = await withDeadline(asked, ANSWER_TIMEOUT_MS, signal).catch(() => []);
      return gone.map((ref) => prefix + ref);
    }),
  );
  return lost.flat();
}
