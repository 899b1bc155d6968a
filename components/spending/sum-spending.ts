import type { LedgerRow } from '../../lib/trajectories/ledger-row';

/** What several rows of the ledger took together. */
export interface Sum {
  /** A day or month, a model, a site. */
  name: string;
  /** Tokens that were read afresh, that came from the endpoint's cache, and that were written. */
  fresh: number;
  cached: number;
  written: number;
  /** US dollars of the replies whose price is known. */
  usd: number;
  /** Replies whose price is not known. */
  unknown: number;
  replies: number;
}

export const PERIODS = ['week', 'month', 'year'] as const;

export type Period = (typeof PERIODS)[number];

/** The days, or for a year the months, of a period that ends today; oldest first. `today` is YYYY-MM-DD. */
export function daysOf(period: Period, today: string): string[] {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  if (period === 'year')
    return Array.from({ length: 12 }, (_, index) => isoOf(Date.UTC(year, month - 12 + index, 1)).slice(0, 7));
  const count = period === 'week' ? 7 : 30;
  return Array.from({ length: count }, (_, index) =>
    isoOf(Date.UTC(year, month - 1, day - count + 1 + index)),
  );
}

function isoOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** One sum per day (or month) of the period, also where nothing was spent. */
export function sumByDay(rows: readonly LedgerRow[], days: readonly string[]): Sum[] {
  const length = days[0]?.length ?? 0;
  const sums = new Map(days.map((day) => [day, emptySum(day)]));
  for (const row of rows) addRow(sums.get(row.day.slice(0, length)), row);
  return [...sums.values()];
}

/** One sum per model or site, the most expensive first, then the one that took most tokens. */
export function sumBy(rows: readonly LedgerRow[], key: 'model' | 'site'): Sum[] {
  const sums = new Map<string, Sum>();
  for (const row of rows) {
    const sum = sums.get(row[key]) ?? emptySum(row[key]);
    sums.set(row[key], sum);
    addRow(sum, row);
  }
  return [...sums.values()].sort((a, b) => b.usd - a.usd || tokensOf(b) - tokensOf(a));
}

export function sumAll(rows: readonly LedgerRow[]): Sum {
  const sum = emptySum('');
  for (const row of rows) addRow(sum, row);
  return sum;
}

export function tokensOf({ fresh, cached, written }: Sum): number {
  return fresh + cached + written;
}

function emptySum(name: string): Sum {
  return { name, fresh: 0, cached: 0, written: 0, usd: 0, unknown: 0, replies: 0 };
}

function addRow(sum: Sum | undefined, row: LedgerRow): void {
  if (!sum) return;
  const cached = Math.min(row.cached, row.prompt);
  sum.fresh += row.prompt - cached;
  sum.cached += cached;
  sum.written += row.completion;
  sum.usd += row.costUsd ?? 0;
  sum.unknown += row.costUsd === undefined ? 1 : 0;
  sum.replies += 1;
}
