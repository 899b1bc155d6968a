import type { Summary } from './summary.ts';

/** What the figure is called in the report, the bar, and whether it must stay at or below it. */
export interface Bar {
  key: keyof Summary;
  title: string;
  bar: number;
  atMost: boolean;
}

export const BARS: readonly Bar[] = [
  { key: 'xWalk', title: 'time, whole page, in bare walks (median)', bar: 3, atMost: true },
  { key: 'x12k', title: 'the same on 12,007 elements', bar: 5, atMost: true },
  { key: 'longestBlockMs', title: 'longest block of the main thread, ms', bar: 50, atMost: true },
  { key: 'recall', title: 'recall', bar: 0.995, atMost: false },
  { key: 'precision', title: 'precision', bar: 0.97, atMost: false },
  { key: 'names', title: 'role and name as the browser has them', bar: 0.99, atMost: false },
  { key: 'xPageAgentTokens', title: 'tokens, whole page, against page-agent', bar: 0.7, atMost: true },
  { key: 'nearMedianTokens', title: 'tokens, default observation (median)', bar: 1_200, atMost: true },
  {
    key: 'changePct',
    title: 'tokens after one change, % of the first observation (median)',
    bar: 5,
    atMost: true,
  },
];

/** Undefined when it was not measured. */
export function isReached({ key, bar, atMost }: Bar, summary: Summary): boolean | undefined {
  const value = summary[key];
  if (!Number.isFinite(value)) return undefined;
  return atMost ? value <= bar : value >= bar;
}
