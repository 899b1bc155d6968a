import { isOfModel } from '../trajectories/cost';
import type { RunEvent } from '../trajectories/event';
import type { PlannerRef } from '../trajectories/task';

/** What one proposal of a model took: a projection of its event, which outlives the run. */
export interface LedgerRow {
  runId: string;
  seq: number;
  /** Milliseconds since the epoch. */
  at: number;
  /** The user's own calendar day as it was written, YYYY-MM-DD. */
  day: string;
  /** Host of the page that the run started on; '' once the run is deleted, and when that was no web page. */
  site: string;
  /** As the endpoint names it, else as the user does. */
  model: string;
  /** Tokens; those that came from the endpoint's cache are among the prompt's. */
  prompt: number;
  cached: number;
  completion: number;
  /** Milliseconds at work since the run's proposal before; absent in rows from before that was counted. */
  workedMs?: number;
  /** US dollars; absent when the price is not known. */
  costUsd?: number;
}

/** The calendar day where the user is, YYYY-MM-DD. */
export function localDay(at: number): string {
  const date = new Date(at);
  const month = String(date.getMonth() + 1).padStart(2, '0');
  return `${date.getFullYear()}-${month}-${String(date.getDate()).padStart(2, '0')}`;
}

/** The row of a proposal; none for what asked no model. */
export function ledgerRow(
  event: RunEvent & { type: 'proposed' },
  run: { planner: PlannerRef; site: string; workedMs?: number },
): LedgerRow | undefined {
  const { proposal, runId, seq, at } = event;
  if (!isOfModel(proposal, run.planner)) return undefined;
  return {
    runId,
    seq,
    at,
    day: localDay(at),
    site: run.site,
    model: proposal.model ?? ('model' in run.planner ? run.planner.model : ''),
    prompt: proposal.usage.promptTokens,
    cached: proposal.usage.cachedTokens,
    completion: proposal.usage.completionTokens,
    ...(run.workedMs === undefined ? {} : { workedMs: run.workedMs }),
    ...(proposal.costUsd === undefined ? {} : { costUsd: proposal.costUsd }),
  };
}
