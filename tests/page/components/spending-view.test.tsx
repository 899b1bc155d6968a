import { page, userEvent } from 'vitest/browser';
import { beforeEach, expect, test, vi } from 'vitest';
import { SpendingView } from '../../../components/spending/spending-view';
import type { LedgerRow } from '../../../lib/trajectories/ledger-row';
import { costWords } from '../../../components/cost-words';
import { formatMoney } from '../../../components/format-values';
import { mount } from './mount';
import { useLocale } from './use-locale';

beforeEach(() => useLocale('en'));

const ROW: Omit<LedgerRow, 'day'> = {
  runId: 'r',
  seq: 1,
  at: 0,
  site: 'shop.example',
  model: 'big',
  prompt: 1000,
  cached: 600,
  completion: 100,
};

const ROWS: LedgerRow[] = [
  { ...ROW, day: '2026-11-29', costUsd: 0.25 },
  { ...ROW, day: '2026-11-30', costUsd: 1 },
  { ...ROW, day: '2026-11-30', model: 'mystery', site: '' },
  { ...ROW, day: '2026-02-01', costUsd: 8 },
];

const show = (rows = ROWS) => mount(<SpendingView rows={rows} today="2026-11-30" onBack={vi.fn()} />);

test('the month in sums: money with what is unknown of it, tokens, and the share of the cache', async () => {
  show();
  await expect.element(page.getByText('$1.25 + unknown · 3.3K tokens')).toBeVisible();
  await expect
    .element(
      page.getByText(/^3 replies\. 60 % .* The price of 1 reply is not known; its money is not counted\.$/),
    )
    .toBeVisible();
});

test('a chart is a picture with a sentence, and every bar says its day; the table has the same', async () => {
  const root = show();
  const names = page
    .getByRole('img')
    .elements()
    .map((chart) => chart.getAttribute('aria-label'));
  expect(names).toEqual([
    'Most was spent on Nov 30, 2.2K. The table has every day.',
    'Most was spent on Nov 30, $1.00. The table has every day.',
  ]);
  const [tokens, money] = [...root.querySelectorAll('svg')].filter(
    (svg) => svg.getAttribute('role') === 'img',
  );
  expect(tokens?.querySelectorAll('g')).toHaveLength(30);
  const last = tokens?.querySelector('g:last-child');
  expect(last?.querySelector('title')?.textContent).toBe('Nov 30: Read 800, From cache 1.2K, Written 200');
  const heights = [...(last?.querySelectorAll('[class^=part]') ?? [])].map((bar) =>
    Number(bar.getAttribute('height')),
  );
  expect(heights.map(Math.round)).toEqual([36, 55, 9]);
  expect(money?.querySelector('g:last-child title')?.textContent).toBe('Nov 30: $1.00 + unknown');
  await userEvent.click(page.getByText('The days as a table'));
  const rows = page.getByRole('table', { name: 'By day' }).getByRole('row').elements();
  expect(rows.map((row) => row.textContent)).toEqual([
    'DayMoneyReadFrom cacheWritten',
    'Nov 29$0.25400600100',
    'Nov 30$1.00 + unknown8001.2K200',
  ]);
});

test('models and sites, the dearest first; a price that is not known is never shown as nothing', () => {
  show();
  const rowsOf = (name: string) =>
    page
      .getByRole('table', { name })
      .getByRole('row')
      .elements()
      .slice(1)
      .map((row) => row.textContent);
  expect(rowsOf('By model')).toEqual(['big$1.258001.2K200', 'mysteryprice unknown400600100']);
  expect(rowsOf('By site')).toEqual([
    'shop.example$1.258001.2K200',
    'No site, or a run that was deletedprice unknown400600100',
  ]);
});

test('another period is another sum; one without anything says so', async () => {
  show();
  await userEvent.selectOptions(page.getByLabelText('Period'), 'Last 12 months');
  await expect.element(page.getByText('$9.25 + unknown · 4.4K tokens')).toBeVisible();
  show([{ ...ROW, day: '2020-01-01' }]);
  await expect.element(page.getByText('No model was asked in this time.')).toBeVisible();
});

test.each([
  [0, '$0.00'],
  [0.00001, '<$0.0001'],
  [0.0042, '$0.0042'],
  [0.25, '$0.25'],
  [1234.5, '$1,234.50'],
])('%d dollars are written %s', (usd, words) => {
  expect(formatMoney(usd)).toBe(words);
});

test('a cost in words', () => {
  expect(costWords({ usd: 0, unknownProposals: 0 })).toBe('');
  expect(costWords({ usd: 0, unknownProposals: 2 })).toBe('price unknown');
  expect(costWords({ usd: 0.5, unknownProposals: 0 })).toBe('$0.50');
  expect(costWords({ usd: 0.5, unknownProposals: 1 })).toBe('$0.50 + unknown');
});
