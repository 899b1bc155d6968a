import { describe, expect, it } from 'vitest';
import { daysOf, sumAll, sumBy, sumByDay, tokensOf } from '../../components/spending/sum-spending';
import type { LedgerRow } from '../../lib/trajectories/ledger-row';

function row(day: string, change: Partial<LedgerRow> = {}): LedgerRow {
  const counts = { prompt: 1000, cached: 600, completion: 50, costUsd: 0.25 };
  return { runId: 'r', seq: 1, at: 0, day, site: 'shop.example', model: 'big', ...counts, ...change };
}

const { costUsd: _known, ...UNPRICED } = row('2026-11-30', { model: 'small', site: '' });

describe('the days of a period', () => {
  it('end today, and pass over the ends of months and years', () => {
    expect(daysOf('week', '2027-01-03')).toEqual([
      '2026-12-28',
      '2026-12-29',
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
      '2027-01-03',
    ]);
    expect(daysOf('month', '2028-03-01')).toContain('2028-02-29');
    expect(daysOf('month', '2028-03-01')).toHaveLength(30);
    expect(daysOf('year', '2026-02-15').slice(0, 2)).toEqual(['2025-03', '2025-04']);
    expect(daysOf('year', '2026-02-15').at(-1)).toBe('2026-02');
  });
});

describe('sums of the ledger', () => {
  const rows = [row('2026-11-28'), row('2026-11-30', { costUsd: 0.5, cached: 5000 }), UNPRICED];

  it('have a place for each day, also where nothing was spent, and count no token twice', () => {
    const sums = sumByDay(rows, ['2026-11-28', '2026-11-29', '2026-11-30']);
    expect(sums.map(tokensOf)).toEqual([1050, 0, 2100]);
    expect(sums[2]).toMatchObject({
      fresh: 400,
      cached: 1600,
      written: 100,
      usd: 0.5,
      unknown: 1,
      replies: 2,
    });
    expect(sumByDay(rows, ['2026-11']).map(tokensOf)).toEqual([3150]);
  });

  it('are by model and site, the dearest first', () => {
    expect(sumBy(rows, 'model').map(({ name, usd, unknown }) => [name, usd, unknown])).toEqual([
      ['big', 0.75, 0],
      ['small', 0, 1],
    ]);
    expect(sumBy(rows, 'site').map(({ name }) => name)).toEqual(['shop.example', '']);
  });

  it('are nothing of nothing', () => {
    expect(sumAll([])).toMatchObject({ usd: 0, unknown: 0, replies: 0 });
  });
});
