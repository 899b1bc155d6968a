import { isOfModel } from '../trajectories/cost';
import type { RunEvent } from '../trajectories/event';
import type { LedgerRow } from '../trajectories/ledger-row';
import type { Spent } from '../trajectories/proposal';
import type { PlannerRef } from '../trajectories/task';

/** The calendar day where the user is, YYYY-MM-DD. */
export function localDay(at: number): string {
  const date = new Date(at);
  const month = String(date.getMonth() + 1).padStart(2, '0');
  return `${date.getFullYear()}-${month}-${String(date.getDate()).padStart(2, '0')}`;
}

/** The row of a proposal, or of replies that came to none; undefined for all that asked no model. */
export function ledgerRow(
  event: RunEvent,
  run: { planner: PlannerRef; site: string; workedMs?: number },
): LedgerRow | undefined {
  const spent = spentIn(event);
  if (spent === undefined || !isOfModel(spent, run.planner)) return undefined;
  const { runId, seq, at } = event;
  return {
    runId,
    seq,
    at,
    day: localDay(at),
    site: run.site,
    model: spent.model ?? ('model' in run.planner ? run.planner.model : ''),
    prompt: spent.usage.promptTokens,
    cached: spent.usage.cachedTokens,
    completion: spent.usage.completionTokens,
    ...(run.workedMs === undefined ? {} : { workedMs: run.workedMs }),
    ...(spent.costUsd === undefined ? {} : { costUsd: spent.costUsd }),
  };
}

function spentIn(event: RunEvent): (Spent & { model?: string | undefined }) | undefined {
  if (event.type === 'proposed') return event.proposal;
  return event.type === 'run-failed' ? event.spent : undefined;
}
