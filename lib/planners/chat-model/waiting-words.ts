import type { Failure } from '../../trajectories/failure';
import type { Sentence } from '../../trajectories/verdict';

/** Failures for which the panel has a sentence of its own while it is waited. */
const NAMED: Record<string, string> = {
  'rate-limited': 'waiting.rate-limited',
  'endpoint-unreachable': 'waiting.endpoint-unreachable',
  'endpoint-error': 'waiting.endpoint-error',
  'reply-cut': 'waiting.reply-cut',
};

/** Why, and for how long, the planner waits before it asks again. */
export function retryStatus({ code, params = {} }: Failure, waitMs: number): Sentence {
  const seconds = String(Math.ceil(waitMs / 1000));
  if (waitMs === 0) return { key: 'waiting.again', params: {} };
  return {
    key: NAMED[code] ?? 'waiting.other',
    params: { endpoint: params['endpoint'] ?? '', seconds },
  };
}

/** The model is asked to correct what it wrote. */
export const REPAIR_STATUS: Sentence = { key: 'waiting.repair', params: {} };
