import type { Spent, Usage } from './proposal';
import type { PlannerRef } from './task';

/** What planning has cost. Whoever shows it says of how many proposals the price is unknown: unknown is never nothing. */
export interface Cost {
  /** US dollars of the proposals whose price is known. */
  usd: number;
  /** Proposals of a model whose price is not known. */
  unknownProposals: number;
}

export const NO_COST: Cost = { usd: 0, unknownProposals: 0 };

/** Whether a model was asked for this proposal: those of rules and recipes spend nothing. */
export function isOfModel(proposal: Spent, planner: PlannerRef): boolean {
  const { promptTokens, completionTokens } = proposal.usage;
  return (
    planner.kind === 'chat-model' || proposal.costUsd !== undefined || promptTokens + completionTokens > 0
  );
}

/** The cost with one more proposal. */
export function addCost(cost: Cost, proposal: Spent, planner: PlannerRef): Cost {
  if (proposal.costUsd !== undefined) return { ...cost, usd: cost.usd + proposal.costUsd };
  return isOfModel(proposal, planner) ? { ...cost, unknownProposals: cost.unknownProposals + 1 } : cost;
}

/** What several replies took together. The cost is known only when that of every one is. */
export function sumSpent(parts: readonly Spent[]): Spent {
  const usage = parts.reduce((sum, part) => addUsage(sum, part.usage), NOTHING);
  const costs = parts.flatMap(({ costUsd }) => (costUsd === undefined ? [] : [costUsd]));
  if (costs.length === 0 || costs.length < parts.length) return { usage };
  return { usage, costUsd: costs.reduce((sum, cost) => sum + cost, 0) };
}

const NOTHING: Usage = { promptTokens: 0, cachedTokens: 0, completionTokens: 0 };

export function addUsage(a: Usage, b: Usage): Usage {
  return {
    promptTokens: a.promptTokens + b.promptTokens,
    cachedTokens: a.cachedTokens + b.cachedTokens,
    completionTokens: a.completionTokens + b.completionTokens,
  };
}
