/** How the state of one step shows: a shape, and a word wherever the shape alone would have to be guessed. */
import type { StepState } from '../lib/agent/state';

export type StepLook = 'doing' | 'waiting' | 'done' | 'failed' | 'unknown' | 'not-done';

export function stepLook(step: StepState): StepLook {
  if (step.phase === 'waiting') return 'waiting';
  if (step.phase === 'not-done') return 'not-done';
  switch (step.result?.status) {
    case 'done':
      return 'done';
    case 'failed':
      return 'failed';
    case 'unknown':
      return 'unknown';
    default:
      return 'doing';
  }
}
