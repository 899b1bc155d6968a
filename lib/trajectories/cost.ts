import type { Proposal } from './proposal';
import type { PlannerRef } from './task';

/** What planning has cost. Whoever shows it says of how many proposals the price is unknown: unknown is never nothing. */
export interface Cost {
  /** US dollars of the proposals whose price is known. */
  usd: number;
  /** Proposals of a model whose price is not known. */
  unknownProposals: number;
}

export const NO_COST: Cost = { usd: 0, unknownProposals: 0 };

type Priced = Pick<Proposal, 'usage' | 'costUsd'>;

/** Whether a model was asked for this proposal: those of rules and recipes spend nothing. */
export function isOfModel(proposal: Priced, planner: PlannerRef): boolean {
  const { promptTokens, completionTokens } = proposal.usage;
  return (
    planner.kind === 'chat-model' || proposal.costUsd !== undefined || promptTokens + completionTokens > 0
  );
}

/** The cost with one more proposal. */
export function addCost(cost: Cost, proposal: Priced, planner: PlannerRef): Cost {
  if (proposal.costUsd !== undefined) return { ...cost, usd: cost.usd + proposal.costUsd };
  return isOfModel(proposal, planner) ? { ...cost, unknownProposals: cost.unknownProposals + 1 } : cost;
}
