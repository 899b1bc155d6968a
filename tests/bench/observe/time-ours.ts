import type { Browser, Frame, Page } from '@playwright/test';
import type { ObserveRequest } from '../../../lib/page/types.ts';
import type { Blocks } from './in-page/harness.ts';
import { addScript, listFrames, openPage } from './open-page.ts';
import { scorePage } from './score-page.ts';
import type { Score } from './score.ts';
import { median } from './statistics.ts';
import type { ToolBundles } from './tool-bundles.ts';

/** One page; times in milliseconds over all its frames. */
export interface OurResult {
  elements: number;
  walkMs: number;
  pageMs: number;
  nearMs: number;
  /** Ratio of the quickest rounds of both: what other work of the machine disturbs least. */
  bestX: number;
  /** The very first of each in a document of its own, code not compiled yet. */
  walkFirstMs: number;
  pageFirstMs: number;
  /** First observations of a document, and what was told after one thing had changed. */
  nearText: string;
  pageText: string;
  change?: { what: string; text: string };
  score?: Score;
}

/** A timer reads tenths of a millisecond, so what is short is done several times. */
const MIN_TIMED_MS = 4;
const MAX_REPETITIONS = 12;

export const WHOLE_PAGE = { scope: 'page', budget: Infinity } as const;

export interface OurWork {
  rounds: number;
  /** Which kind of thing to change (see change-one-thing.ts); undefined: nothing is changed. */
  changes?: number;
  scores: boolean;
}

/** Two fresh documents: one for the first walk and for changes, one for everything else. */
export async function measureOurs(
  browser: Browser,
  url: string,
  tools: ToolBundles,
  work: OurWork,
): Promise<OurResult> {
  const first = await openWith(browser, url, tools);
  const walkFirstMs = await walkFrames(first.frames, 1);
  const near = await observeFrames(first.frames, {}, 1);
  const change = work.changes === undefined ? undefined : await changeOneThing(first.page, work.changes);
  await first.page.close();
  const second = await openWith(browser, url, tools);
  const whole = await observeFrames(second.frames, WHOLE_PAGE, 1);
  const times = await timeRounds(second.frames, work.rounds);
  const elements = await countElements(second.frames);
  const score = work.scores ? await scorePage(second.page) : undefined;
  await second.page.close();
  return {
    elements,
    ...times,
    walkFirstMs,
    pageFirstMs: whole.ms,
    nearText: near.text,
    pageText: whole.text,
    ...(change === undefined ? {} : { change }),
    ...(score === undefined ? {} : { score }),
  };
}

async function openWith(
  browser: Browser,
  url: string,
  tools: ToolBundles,
): Promise<{ page: Page; frames: Frame[] }> {
  const page = await openPage(browser, url);
  const frames = await listFrames(page);
  await addScript(frames, tools.harness);
  await addScript(frames, tools.errand);
  return { page, frames };
}

/** Interleaved, after one more of each to warm up. */
async function timeRounds(
  frames: readonly Frame[],
  rounds: number,
): Promise<Pick<OurResult, 'walkMs' | 'pageMs' | 'nearMs' | 'bestX'>> {
  await walkFrames(frames, 1);
  await observeFrames(frames, {}, 1);
  await observeFrames(frames, WHOLE_PAGE, 1);
  const once = await walkFrames(frames, 1);
  const repetitions = Math.min(MAX_REPETITIONS, Math.max(1, Math.ceil(MIN_TIMED_MS / Math.max(once, 0.1))));
  const walks: number[] = [];
  const pages: number[] = [];
  const nears: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    walks.push(await walkFrames(frames, repetitions));
    pages.push((await observeFrames(frames, WHOLE_PAGE, repetitions)).ms);
    nears.push((await observeFrames(frames, {}, repetitions)).ms);
  }
  return {
    walkMs: median(walks),
    pageMs: median(pages),
    nearMs: median(nears),
    bestX: Math.min(...pages) / Math.min(...walks),
  };
}

async function changeOneThing(page: Page, kind: number): Promise<{ what: string; text: string }> {
  const what = await page.evaluate((which) => ErrandBench.changeOneThing(which), kind);
  return { what, text: await page.evaluate(() => ErrandBench.changes()) };
}

/** In a fresh document, so it is the code's first run that is watched. */
export async function measureBlocks(browser: Browser, url: string, tools: ToolBundles): Promise<Blocks> {
  const { page } = await openWith(browser, url, tools);
  const blocks = await page.evaluate((request) => ErrandBench.longestBlock(request), WHOLE_PAGE);
  await page.close();
  return blocks;
}

async function walkFrames(frames: readonly Frame[], repetitions: number): Promise<number> {
  let ms = 0;
  for (const frame of frames) ms += await frame.evaluate((count) => ErrandBench.walk(count), repetitions);
  return ms;
}

async function observeFrames(
  frames: readonly Frame[],
  request: ObserveRequest,
  repetitions: number,
): Promise<{ ms: number; text: string }> {
  let ms = 0;
  const texts: string[] = [];
  for (const [index, frame] of frames.entries()) {
    const asked = index === 0 ? request : { ...request, refPrefix: `f${index}` };
    const timed = await frame.evaluate(([what, count]) => ErrandBench.observe(what, count), [
      asked,
      repetitions,
    ] as const);
    ms += timed.ms;
    texts.push(timed.value);
  }
  return { ms, text: texts.join('\n') };
}

async function countElements(frames: readonly Frame[]): Promise<number> {
  let elements = 0;
  for (const frame of frames) elements += await frame.evaluate(() => document.querySelectorAll('*').length);
  return elements;
}
