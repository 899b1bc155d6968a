import type { Browser, Page } from '@playwright/test';
import { openPage } from './open-page.ts';
import type { ToolBundles } from './tool-bundles.ts';

export const COMPETITORS = ['page-agent', 'page-agent boxes', 'aipex', 'playwright'] as const;
export type Competitor = (typeof COMPETITORS)[number];

export interface CompetitorResult {
  /** Of the second reading of a document; Infinity: nothing came within the limit. */
  ms: number;
  firstMs: number;
  /** Of the first reading. */
  text: string;
}

interface Reading {
  ms: number;
  text: string;
}

const READERS: Record<Competitor, (page: Page, tools: ToolBundles) => Promise<() => Promise<Reading>>> = {
  'page-agent': (page, tools) => preparePageAgent(page, tools.pageAgent),
  'page-agent boxes': (page, tools) => preparePageAgent(page, tools.pageAgentBoxes),
  aipex: async (page, tools) => {
    await page.evaluate(tools.aipex ?? '');
    return () => page.evaluate(() => AipexBench());
  },
  playwright: async (page) => () => readWithPlaywright(page),
};

async function preparePageAgent(page: Page, bundle = ''): Promise<() => Promise<Reading>> {
  await page.evaluate(bundle);
  return () => page.evaluate(() => PageAgentBench({ viewportExpansion: -1 }));
}

async function readWithPlaywright(page: Page): Promise<Reading> {
  const start = performance.now();
  const text = await page.ariaSnapshot({ mode: 'ai', timeout: 0 });
  return { ms: performance.now() - start, text };
}

/** Two readings of a fresh document: all of them leave something behind, so nobody else gets to use it. */
export async function timeCompetitor(
  browser: Browser,
  url: string,
  tools: ToolBundles,
  which: Competitor,
  limitMs: number,
): Promise<CompetitorResult> {
  const page = await openPage(browser, url);
  try {
    const read = await READERS[which](page, tools);
    const first = await withinLimit(page, read(), limitMs);
    if (!first) return { ms: Infinity, firstMs: Infinity, text: '' };
    const second = first.ms > limitMs / 4 ? first : await withinLimit(page, read(), limitMs);
    return { ms: second?.ms ?? Infinity, firstMs: first.ms, text: first.text };
  } finally {
    await page.close();
  }
}

/** Ends the page's script when it takes too long, so that the page can be closed. */
async function withinLimit(
  page: Page,
  reading: Promise<Reading>,
  limitMs: number,
): Promise<Reading | undefined> {
  const session = await page.context().newCDPSession(page);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      session.send('Runtime.terminateExecution').catch(() => undefined);
      resolve(undefined);
    }, limitMs);
  });
  try {
    return await Promise.race([reading, late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
    reading.catch(() => undefined);
  }
}
