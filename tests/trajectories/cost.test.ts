import { describe, expect, it } from 'vitest';
import { addCost, NO_COST } from '../../lib/trajectories/cost';
import { summarizeRun } from '../../lib/trajectories/run-summary';
import type { PlannerRef } from '../../lib/trajectories/task';

const MODEL: PlannerRef = { kind: 'chat-model', model: 'm', baseUrl: 'https://api.example/v1' };
const NOTHING = { promptTokens: 0, cachedTokens: 0, completionTokens: 0 };
const SOME = { promptTokens: 100, cachedTokens: 0, completionTokens: 10 };

describe('the cost of proposals', () => {
  it('adds up where prices are known, and counts where they are not', () => {
    const proposals = [{ usage: SOME, costUsd: 0.25 }, { usage: SOME }, { usage: SOME, costUsd: 0.5 }];
    const cost = proposals.reduce((sum, proposal) => addCost(sum, proposal, MODEL), NO_COST);
    expect(cost).toEqual({ usd: 0.75, unknownProposals: 1 });
  });

  it('is unknown, not nothing, when a model told neither tokens nor price', () => {
    expect(addCost(NO_COST, { usage: NOTHING }, MODEL)).toEqual({ usd: 0, unknownProposals: 1 });
  });

  it('is nothing for a model that costs nothing, and for planners that ask none', () => {
    expect(addCost(NO_COST, { usage: SOME, costUsd: 0 }, MODEL)).toEqual(NO_COST);
    expect(addCost(NO_COST, { usage: NOTHING }, { kind: 'rules' })).toEqual(NO_COST);
  });
});

describe('the row of a run', () => {
  const run = {
    runId: 'r',
    status: 'done' as const,
    task: { text: 'Buy', attachments: [] },
    planner: MODEL,
    startUrl: '',
    startedAt: 0,
    steps: [],
    usage: SOME,
    tabs: [],
  };

  it('says what was spent and what is unknown, and neither when there is none of it', () => {
    expect(summarizeRun({ ...run, cost: { usd: 0.5, unknownProposals: 2 } })).toMatchObject({
      costUsd: 0.5,
      unpriced: 2,
    });
    const free = summarizeRun({ ...run, cost: NO_COST });
    expect('costUsd' in free || 'unpriced' in free).toBe(false);
  });
});
