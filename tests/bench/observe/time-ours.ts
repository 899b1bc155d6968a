import type { Browser, Frame, Page } from '@playwright/test';
import type { ObserveRequest } from '../../../lib/page/types.ts';
import { addScript, listFrames, openPage } from './open-page.ts';
import { median } from './statistics.ts';
import type { ToolBundles } from './tool-bundles.ts';

/** One page, everything in milliseconds over all its frames. */
export interface OurTimes {
  elements: number;
  walkMs: number;
  pageMs: number;
  nearMs: number;
  /** The very first of each in a document of its own, code not compiled yet. */
  walkFirstMs: number;
  pageFirstMs: number;
}

export interface OurTexts {
  near: string;
  page: string;
}

/** A timer reads tenths of a millisecond, so what is short is done several times. */
const MIN_TIMED_MS = 4;
const MAX_REPETITIONS = 12;

export const WHOLE_PAGE = { scope: 'page', budget: Infinity } as const;

/** Interleaved rounds of walk and observations in one document, after one of each to warm up. */
export async function timeOurs(
  browser: Browser,
  url: string,
  tools: ToolBundles,
  rounds: number,
): Promise<OurTimes> {
  const walkFirstMs = await timeFirstWalk(browser, url, tools);
  const page = await openPage(browser, url);
  const frames = await listFrames(page);
  await addScript(frames, tools.harness);
  await addScript(frames, tools.errand);
  const pageFirstMs = (await observeFrames(frames, WHOLE_PAGE, 1)).ms;
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
  const elements = await countElements(frames);
  await page.close();
  return {
    elements,
    walkMs: median(walks),
    pageMs: median(pages),
    nearMs: median(nears),
    walkFirstMs,
    pageFirstMs,
  };
}

async function timeFirstWalk(browser: Browser, url: string, tools: ToolBundles): Promise<number> {
  const page = await openPage(browser, url);
  const frames = await listFrames(page);
  await addScript(frames, tools.harness);
  const ms = await walkFrames(frames, 1);
  await page.close();
  return ms;
}

/** First observations of a document, as a planner would get them. */
export async function readTexts(page: Page, tools: ToolBundles): Promise<OurTexts> {
  const frames = await listFrames(page);
  await addScript(frames, tools.harness);
  await addScript(frames, tools.errand);
  const near = await observeFrames(frames, {}, 1);
  return { near: near.text, page: (await observeFrames(frames, WHOLE_PAGE, 1)).text };
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
