import type { Proposal, Usage } from '../../trajectories/proposal';
import type { AssembledReply } from './assemble-reply';

/** What several replies took together. The cost is known only when every one of them told its own. */
export function sumUsage(replies: readonly AssembledReply[]): Pick<Proposal, 'usage' | 'costUsd'> {
  const usage = replies.reduce((sum, reply) => addUsage(sum, reply.usage), NOTHING);
  const costs = replies.flatMap(({ costUsd }) => (costUsd === undefined ? [] : [costUsd]));
  if (costs.length === 0 || costs.length < replies.length) return { usage };
  return { usage, costUsd: costs.reduce((sum, cost) => sum + cost, 0) };
}

const NOTHING: Usage = { promptTokens: 0, cachedTokens: 0, completionTokens: 0 };

function addUsage(a: Usage, b: Usage): Usage {
  return {
    promptTokens: a.promptTokens + b.promptTokens,
    cachedTokens: a.cachedTokens + b.cachedTokens,
    completionTokens: a.completionTokens + b.completionTokens,
  };
}
