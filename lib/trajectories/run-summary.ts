import { z } from './zod-config';
import { type Cost, NO_COST } from './cost';
import { failureSchema, type Failure } from './failure';
import { usageSchema, type Usage } from './proposal';
import { RUN_STATUSES, type RunStatus } from './run-status';
import { plannerRefSchema, type PlannerRef, type Task } from './task';

/** The row of one run in lists: a projection of its log, never the truth itself. */
export const runSummarySchema = z.strictObject({
  id: z.string().min(1),
  /** First line of the task, at most 80 characters. */
  title: z.string(),
  status: z.enum(RUN_STATUSES),
  /** Host (with port) of the page that the run started on; '' when that was no web page. */
  site: z.string(),
  planner: plannerRefSchema,
  /** Milliseconds since the epoch. */
  startedAt: z.number(),
  endedAt: z.number().optional(),
  /** Actions that were started. */
  steps: z.number().int().nonnegative(),
  usage: usageSchema,
  /** US dollars of the proposals whose price is known; absent when nothing was spent. */
  costUsd: z.number().nonnegative().optional(),
  /** Proposals of a model whose price is not known; absent when there are none. */
  unpriced: z.number().int().positive().optional(),
  /** Tabs that the run works on, or worked on when it ended: their panel goes on showing it. */
  tabs: z.array(z.number().int()),
  /** Of a finished run. */
  success: z.boolean().optional(),
  failure: failureSchema.optional(),
});

export type RunSummary = z.infer<typeof runSummarySchema>;

/** What a summary is made of; the `RunState` of the agent is one of these. */
export interface RunFacts {
  runId: string;
  status: RunStatus;
  task: Task;
  planner: PlannerRef;
  startUrl: string;
  startedAt: number;
  endedAt?: number;
  steps: readonly { startedAt?: number }[];
  usage: Usage;
  cost?: Cost;
  tabs: readonly number[];
  failure?: Failure;
  outcome?: { success: boolean };
}

export function summarizeRun(run: RunFacts): RunSummary {
  return {
    id: run.runId,
    title: titleOf(run.task.text),
    status: run.status,
    site: siteOf(run.startUrl),
    planner: run.planner,
    startedAt: run.startedAt,
    ...(run.endedAt === undefined ? {} : { endedAt: run.endedAt }),
    steps: run.steps.filter((step) => step.startedAt !== undefined).length,
    usage: run.usage,
    ...summarizeCost(run.cost ?? NO_COST),
    tabs: [...run.tabs],
    ...(run.outcome === undefined ? {} : { success: run.outcome.success }),
    ...(run.failure === undefined ? {} : { failure: run.failure }),
  };
}

function summarizeCost({ usd, unknownProposals }: Cost): Pick<RunSummary, 'costUsd' | 'unpriced'> {
  return {
    ...(usd > 0 ? { costUsd: usd } : {}),
    ...(unknownProposals > 0 ? { unpriced: unknownProposals } : {}),
  };
}

const TITLE_LENGTH = 80;

/** First line of a task's words that is not empty, cut at 80 characters. */
export function titleOf(text: string): string {
  const line = text.split(/\r?\n/).find((part) => part.trim() !== '') ?? '';
  const characters = Array.from(line.trim().replace(/\s+/g, ' '));
  if (characters.length <= TITLE_LENGTH) return characters.join('');
  return `${characters.slice(0, TITLE_LENGTH - 1).join('')}…`;
}

/** Host (with port) of a web page; '' for anything else. */
export function siteOf(url: string): string {
  const parsed = URL.parse(url);
  return parsed?.protocol === 'http:' || parsed?.protocol === 'https:' ? parsed.host : '';
}
