import { NO_COST } from '../../trajectories/cost';
import type { RunEvent } from '../../trajectories/event';
import { omit } from '../omit';
import { watchFrom } from './watch-loops';
import type { RunState } from '../state';

type Started = RunEvent & { type: 'run-started' };

const NO_USAGE = { promptTokens: 0, cachedTokens: 0, completionTokens: 0 };

/** What a log without a beginning folds to: a failed run that nothing is done with. */
export function emptyState(runId: string): RunState {
  return {
    runId,
    nextSeq: 0,
    status: 'failed',
    task: { text: '', attachments: [] },
    taskStart: 0,
    planner: { kind: 'rules' },
    startUrl: '',
    startedAt: 0,
    workedMs: 0,
    lastAt: 0,
    workAtProposal: { ms: 0, since: 0 },
    budgets: {},
    limits: {},
    dayPasses: [],
    origins: [],
    deniedOrigins: [],
    tabs: [],
    activeTab: -1,
    tabLost: false,
    framesByTab: {},
    plan: [],
    steps: [],
    batchStart: 0,
    history: [],
    stale: true,
    unread: false,
    usage: NO_USAGE,
    cost: NO_COST,
    proposals: 0,
    emptyProposals: 0,
    loops: watchFrom(0),
    givenGrants: [],
    acts: [],
    passedWalls: [],
    failure: { code: 'log-broken', message: 'The log of this run has no beginning.' },
    broken: false,
    say: '',
  };
}

export function startRun(state: RunState, event: Started): RunState {
  const budgets = event.budgets ?? (event.maxSteps === undefined ? {} : { steps: event.maxSteps });
  return {
    ...omit(state, 'failure'),
    runId: event.runId,
    status: 'working',
    task: event.task,
    planner: event.planner,
    startUrl: event.url,
    startedAt: event.at,
    budgets,
    limits: budgets,
    origins: [...event.origins],
    tabs: [event.tabId],
    activeTab: event.tabId,
  };
}

/** A log with a gap, a second beginning or events of another run: kept as far as it is whole, and left alone. */
export function breakLog(state: RunState): RunState {
  return {
    ...state,
    status: 'failed',
    broken: true,
    failure: {
      code: 'log-broken',
      message: `The log of this run is damaged after event ${state.nextSeq - 1}.`,
    },
  };
}
