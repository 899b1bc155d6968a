import { sumSpent } from '../trajectories/cost';
import type { FailedTryNote } from '../trajectories/proposal';
import type { OnStatus, Planner, ProposeResult } from './planner';

/** Failures for good of one endpoint that another one need not have. */
const WORTH_ANOTHER: ReadonlySet<string> = new Set([
  'endpoint-unreachable',
  'rate-limited',
  'out-of-credit',
  'unknown-model',
  'endpoint-error',
  'reply-cut',
  'connect-timeout',
  'first-byte-timeout',
  'stalled',
  'timeout',
]);

/** A planner that has failed for good is left alone this long: each step would wait for it anew. */
export const REST_MS = 120_000;

type Answered = Extract<ProposeResult, { ok: true }>;
type Failed = Extract<ProposeResult, { ok: false }>;

export interface FallbackOptions {
  first: Planner;
  second: Planner;
  /** What the user reads of the second one. */
  secondName: string;
  /** Milliseconds since the epoch. */
  now(): number;
}

/** Asks the second planner where the first has failed for good, and notes that on the proposal. */
export function createFallbackPlanner({ first, second, secondName, now }: FallbackOptions): Planner {
  let restUntil = 0;
  return {
    scope: first.scope,
    async propose(context, signal, onToken, onStatus) {
      let failed: Failed | undefined;
      if (now() >= restUntil) {
        const result = await first.propose(context, signal, onToken, onStatus);
        if (result.ok || signal.aborted || !WORTH_ANOTHER.has(result.failure.code)) return result;
        restUntil = now() + REST_MS;
        failed = { tries: [{ code: result.failure.code, waitedMs: 0 }], ...result };
        tellChange(onStatus, secondName);
      }
      const result = await second.propose(context, signal, onToken, onStatus);
      return result.ok ? markFallback(failed, result, secondName) : tellBoth(failed, result, secondName);
    },
  };
}

function tellChange(onStatus: OnStatus | undefined, model: string): void {
  onStatus?.({ key: 'waiting.fallback', params: { model } });
}

function markFallback(first: Failed | undefined, { proposal }: Answered, model: string): ProposeResult {
  const { usage, costUsd, ...rest } = proposal;
  const spent = { usage, ...(costUsd === undefined ? {} : { costUsd }) };
  const tries = [...(first?.tries ?? []), ...named(proposal.tries, model)];
  return {
    ok: true,
    proposal: {
      ...rest,
      ...(first?.spent === undefined ? spent : sumSpent([first.spent, spent])),
      model: proposal.model ?? model,
      fellBack: true,
      ...(tries.length === 0 ? {} : { tries }),
    },
  };
}

/** The user reads why their own model failed; the log says of both. */
function tellBoth(first: Failed | undefined, second: Failed, model: string): ProposeResult {
  const tries = [...(first?.tries ?? []), ...named(second.tries, model)];
  const parts = [first?.spent, second.spent].filter((part) => part !== undefined);
  const both = { tries, ...(parts.length === 0 ? {} : { spent: sumSpent(parts) }) };
  if (first === undefined || second.failure.code === 'aborted') return { ...second, ...both };
  const message = `${first.failure.message} The fallback model failed, too: ${second.failure.message}`;
  return { ok: false, failure: { ...first.failure, message }, ...both };
}

function named(tries: FailedTryNote[] | undefined, model: string): FailedTryNote[] {
  return (tries ?? []).map((one) => ({ ...one, model }));
}
