import type { Transaction } from 'dexie';
import type { RunEvent } from '../trajectories/event';
import type { LedgerRow } from '../trajectories/ledger-row';
import { migrateEvent } from '../trajectories/migrate';
import { siteOf } from '../trajectories/run-summary';
import { ledgerRow } from './ledger-row';

/**
 * Layout 1 had no ledger: fills it from the events, and notes in the rows of the runs that their prices are not known.
 * An event that cannot be read is passed over, as a database that does not open would be the greater loss.
 */
export async function fillLedger(transaction: Transaction): Promise<void> {
  const rows: LedgerRow[] = [];
  let run: Parameters<typeof ledgerRow>[1] | undefined;
  // By key, so that the beginning of each run comes before its proposals.
  await transaction.table('events').each((stored: unknown) => {
    const event = readEvent(stored);
    if (event?.type === 'run-started') run = { planner: event.planner, site: siteOf(event.url) };
    if (event?.type !== 'proposed' || run === undefined) return;
    const row = ledgerRow(event, run);
    if (row !== undefined) rows.push(row);
  });
  await transaction.table('ledger').bulkPut(rows);
  for (const [runId, unpriced] of countUnpriced(rows))
    await transaction.table('runs').update(runId, { unpriced });
}

function readEvent(stored: unknown): RunEvent | undefined {
  // Most events, and the largest, are of other types.
  const type = (stored as { type?: unknown } | undefined)?.type;
  if (type !== 'run-started' && type !== 'proposed') return undefined;
  try {
    return migrateEvent(stored);
  } catch {
    return undefined;
  }
}

function countUnpriced(rows: readonly LedgerRow[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { runId, costUsd } of rows) {
    if (costUsd === undefined) counts.set(runId, (counts.get(runId) ?? 0) + 1);
  }
  return counts;
}
