import type { Browser } from '@playwright/test';
import type { BenchPage } from './bench-sites.ts';
import type { Blocks } from './in-page/harness.ts';
import { COMPETITORS, timeCompetitor, type Competitor } from './time-competitors.ts';
import { measureBlocks, measureOurs, type OurResult } from './time-ours.ts';
import type { ToolBundles } from './tool-bundles.ts';

export interface Counted {
  ms: number;
  firstMs: number;
  tokens: number;
  text: string;
}

export interface PageResult extends OurResult {
  name: string;
  real: boolean;
  stress: boolean;
  pageTokens: number;
  nearTokens: number;
  /** Tokens of what was told after one change, in per cent of the first default observation. */
  changePct: number;
  blocks?: Blocks;
  competitors: Partial<Record<Competitor, Counted>>;
}

export interface MeasureSettings {
  origin: string;
  tools: ToolBundles;
  rounds: number;
  competitors: boolean;
  scores: boolean;
  countTokens(text: string): number;
}

const REAL_LIMIT_MS = 8_000;
const STRESS_LIMIT_MS = 5_000;
const BLOCK_ROUNDS = 2;

export async function measurePage(
  browser: Browser,
  page: BenchPage,
  settings: MeasureSettings,
): Promise<PageResult> {
  const url = settings.origin + page.path;
  const { countTokens, tools } = settings;
  const ours = await measureOurs(browser, url, tools, {
    rounds: page.stress ? Math.min(3, settings.rounds) : settings.rounds,
    scores: settings.scores && !page.stress,
    ...(page.real ? { changes: pickChange(page.name) } : {}),
  });
  const nearTokens = countTokens(ours.nearText);
  return {
    ...ours,
    name: page.name,
    real: page.real,
    stress: page.stress,
    pageTokens: countTokens(ours.pageText),
    nearTokens,
    changePct: ours.change ? (countTokens(ours.change.text) / nearTokens) * 100 : NaN,
    ...(page.stress ? { blocks: await findLongestBlocks(browser, url, tools) } : {}),
    competitors: settings.competitors ? await measureCompetitors(browser, page, url, settings) : {},
  };
}

/** The same for a page in every run, and about as many pages for each kind of change. */
function pickChange(name: string): number {
  return [...name].reduce((total, letter) => total + letter.charCodeAt(0), 0);
}

async function findLongestBlocks(browser: Browser, url: string, tools: ToolBundles): Promise<Blocks> {
  const rounds: Blocks[] = [];
  for (let round = 0; round < BLOCK_ROUNDS; round += 1) rounds.push(await measureBlocks(browser, url, tools));
  return {
    idle: Math.max(...rounds.map(({ idle }) => idle)),
    observing: Math.max(...rounds.map(({ observing }) => observing)),
  };
}

async function measureCompetitors(
  browser: Browser,
  { stress }: BenchPage,
  url: string,
  { tools, countTokens }: MeasureSettings,
): Promise<Partial<Record<Competitor, Counted>>> {
  const results: Partial<Record<Competitor, Counted>> = {};
  for (const which of COMPETITORS) {
    const limitMs = stress ? STRESS_LIMIT_MS : REAL_LIMIT_MS;
    const result = await timeCompetitor(browser, url, tools, which, limitMs);
    results[which] = { ...result, tokens: countTokens(result.text) };
  }
  return results;
}
