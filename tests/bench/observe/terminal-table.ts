import { isReached, type Bar } from './goal.ts';
import type { PageResult } from './measure.ts';
import { shares, type Summary } from './summary.ts';

interface Column {
  title: string;
  cell(result: PageResult): number | undefined;
}

const NAME_WIDTH = 20;

const OURS: readonly Column[] = [
  { title: 'elements', cell: ({ elements }) => elements },
  { title: 'walk', cell: ({ walkMs }) => walkMs },
  { title: 'ours', cell: ({ pageMs }) => pageMs },
  { title: 'x', cell: ({ pageMs, walkMs }) => pageMs / walkMs },
  { title: 'best x', cell: ({ bestX }) => bestX },
  { title: 'first x', cell: ({ pageFirstMs, walkFirstMs }) => pageFirstMs / walkFirstMs },
  { title: 'near ms', cell: ({ nearMs }) => nearMs },
  { title: 'near tok', cell: ({ nearTokens }) => nearTokens },
  { title: 'page tok', cell: ({ pageTokens }) => pageTokens },
  { title: 'change %', cell: ({ changePct }) => changePct },
];

const THEIRS: readonly Column[] = [
  { title: 'PA tok', cell: ({ competitors }) => competitors['page-agent']?.tokens },
  { title: 'PA ms', cell: ({ competitors }) => competitors['page-agent']?.ms },
  { title: 'PA boxes', cell: ({ competitors }) => competitors['page-agent boxes']?.ms },
  { title: 'aipex', cell: ({ competitors }) => competitors.aipex?.ms },
  { title: 'aipx tok', cell: ({ competitors }) => competitors.aipex?.tokens },
  { title: 'PW ms', cell: ({ competitors }) => competitors.playwright?.ms },
  { title: 'PW tok', cell: ({ competitors }) => competitors.playwright?.tokens },
];

const SCORED: readonly Column[] = [
  { title: 'recall', cell: ({ score }) => score && shares(score).recall },
  { title: 'precise', cell: ({ score }) => score && shares(score).precision },
  { title: 'names', cell: ({ score }) => score && shares(score).names },
  { title: 'refs', cell: ({ score }) => score?.refs },
  { title: 'block ms', cell: ({ blocks }) => blocks?.observing },
];

/** `competitors`: whether there are columns for them. */
export function pickColumns(competitors: boolean): readonly Column[] {
  return competitors ? [...OURS, ...SCORED, ...THEIRS] : [...OURS, ...SCORED];
}

export function formatHead(columns: readonly Column[]): string {
  return 'page'.padEnd(NAME_WIDTH) + columns.map(({ title }) => title.padStart(9)).join('');
}

export function formatRow(columns: readonly Column[], result: PageResult): string {
  const cells = columns.map(({ cell }) => formatCell(cell(result)).padStart(9));
  return result.name.slice(0, NAME_WIDTH - 1).padEnd(NAME_WIDTH) + cells.join('');
}

export function formatBar(bar: Bar, summary: Summary): string {
  const reached = isReached(bar, summary);
  const word = reached === undefined ? ' ?  ' : reached ? ' ok ' : 'MISS';
  return `${word} ${bar.title}: ${formatCell(summary[bar.key])} (${bar.atMost ? 'at most' : 'at least'} ${bar.bar})`;
}

/** A dash where nothing was measured; "late" where nothing came in time. */
export function formatCell(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return '-';
  if (value === Infinity) return 'late';
  if (Number.isInteger(value)) return String(value);
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(value < 1 ? 3 : 2);
}
