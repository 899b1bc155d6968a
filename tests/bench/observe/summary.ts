import { TABLE_12K } from './generated/pages.ts';
import type { PageResult } from './measure.ts';
import { addScores, type Score } from './score.ts';
import { median, round, sum } from './statistics.ts';

/** The last line of the benchmark. The first nine keys are the goal's; times are ratios to the bare walk. */
export interface Summary {
  xWalk: number;
  x12k: number;
  longestBlockMs: number;
  recall: number;
  precision: number;
  names: number;
  xPageAgentTokens: number;
  nearMedianTokens: number;
  changePct: number;
  xWalkTotal: number;
  /** Of the quickest rounds: on a busy machine. */
  xWalkBest: number;
  xFirst: number;
  xFirstTotal: number;
  xNear: number;
  x100k: number;
  changePctMax: number;
  recallAll: number;
  precisionAll: number;
  namesAll: number;
  xPageAgentMs: number;
  xPlaywrightTokens: number;
  /** What the machine itself keeps the main thread from, nobody reading. */
  idleBlockMs: number;
  pages: number;
  realPages: number;
}

/** Figures that nothing was measured for are NaN, and null in JSON. */
export function summarise(results: readonly PageResult[]): Summary {
  const real = results.filter((result) => result.real);
  const scored = shares(addScores(real.flatMap(({ score }) => score ?? [])));
  const scoredAll = shares(addScores(results.flatMap(({ score }) => score ?? [])));
  const changes = real.map(({ changePct }) => changePct);
  return mapValues(
    {
      xWalk: median(real.map(({ pageMs, walkMs }) => pageMs / walkMs)),
      x12k: ratioOf(results.find(({ name }) => name === TABLE_12K)),
      longestBlockMs: longest(results.map(({ blocks }) => blocks?.observing)),
      ...scored,
      xPageAgentTokens: tokensAgainst(real, 'page-agent'),
      nearMedianTokens: median(real.map(({ nearTokens }) => nearTokens)),
      changePct: median(changes),
      xWalkTotal: sum(real.map(({ pageMs }) => pageMs)) / sum(real.map(({ walkMs }) => walkMs)),
      xWalkBest: median(real.map(({ bestX }) => bestX)),
      xFirst: median(real.map(({ pageFirstMs, walkFirstMs }) => pageFirstMs / walkFirstMs)),
      xFirstTotal:
        sum(real.map(({ pageFirstMs }) => pageFirstMs)) / sum(real.map(({ walkFirstMs }) => walkFirstMs)),
      xNear: median(real.map(({ nearMs, walkMs }) => nearMs / walkMs)),
      x100k: ratioOf(results.find(({ name }) => name === 'mixed-100k')),
      changePctMax: Math.max(...changes),
      recallAll: scoredAll.recall,
      precisionAll: scoredAll.precision,
      namesAll: scoredAll.names,
      xPageAgentMs: sum(real.map(({ pageMs }) => pageMs)) / sumMs(real, 'page-agent'),
      xPlaywrightTokens: tokensAgainst(real, 'playwright'),
      idleBlockMs: longest(results.map(({ blocks }) => blocks?.idle)),
      pages: results.length,
      realPages: real.length,
    },
    round,
  );
}

export function shares(score: Score): { recall: number; precision: number; names: number } {
  return {
    recall: score.found / score.perceivable,
    precision: score.precise / score.refs,
    names: score.named / score.comparable,
  };
}

function ratioOf(result: PageResult | undefined): number {
  return result ? result.pageMs / result.walkMs : NaN;
}

function longest(values: readonly (number | undefined)[]): number {
  const measured = values.filter((value) => value !== undefined);
  return measured.length > 0 ? Math.max(...measured) : NaN;
}

/** Over the pages that the other one read at all. */
function tokensAgainst(real: readonly PageResult[], which: 'page-agent' | 'playwright'): number {
  const both = real.filter(({ competitors }) => (competitors[which]?.tokens ?? 0) > 0);
  return (
    sum(both.map(({ pageTokens }) => pageTokens)) /
    sum(both.map(({ competitors }) => competitors[which]?.tokens ?? 0))
  );
}

function sumMs(real: readonly PageResult[], which: 'page-agent'): number {
  return sum(real.map(({ competitors }) => competitors[which]?.ms ?? NaN));
}

function mapValues<T extends Record<keyof T, number>>(values: T, map: (value: number) => number): T {
  return Object.fromEntries(Object.entries<number>(values).map(([key, value]) => [key, map(value)])) as T;
}
