import type { ErrandDatabase } from './database';

/** What has been spent, over any number of proposals. */
export interface Spending {
  proposals: number;
  /** Prompt and completion. */
  tokens: number;
  /** Milliseconds at work. */
  workedMs: number;
  /** US dollars of the proposals whose price is known. */
  usd: number;
  /** Proposals whose price is not known. */
  unknown: number;
}

/** What was spent on a day (`localDay`), over all runs, deleted ones too. */
export async function spentOn(database: ErrandDatabase, day: string): Promise<Spending> {
  const rows = await database.ledger.where('day').equals(day).toArray();
  return {
    proposals: rows.length,
    tokens: rows.reduce((sum, row) => sum + row.prompt + row.completion, 0),
    workedMs: rows.reduce((sum, row) => sum + (row.workedMs ?? 0), 0),
    usd: rows.reduce((sum, row) => sum + (row.costUsd ?? 0), 0),
    unknown: rows.filter((row) => row.costUsd === undefined).length,
  };
}
