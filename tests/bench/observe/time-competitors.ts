import type { Browser, Page } from '@playwright/test';
import { openPage } from './open-page.ts';
import { median } from './statistics.ts';
import type { ToolBundles } from './tool-bundles.ts';

export const COMPETITORS = ['page-agent', 'page-agent boxes', 'aipex', 'playwright'] as const;
export type Competitor = (typeof COMPETITORS)[number];

export interface CompetitorResult {
  /** Infinity: gave nothing within the limit. */
  ms: number;
  text: string;
}

interface Reading {
  ms: number;
  text: string;
}

const WHOLE_PAGE = { viewportExpansion: -1 };

const READERS: Record<Competitor, (page: Page, tools: ToolBundles) => Promise<Reading>> = {
  'page-agent': (page, tools) => readWithPageAgent(page, tools.pageAgent),
  'page-agent boxes': (page, tools) => readWithPageAgent(page, tools.pageAgentBoxes),
  aipex: async (page, tools) => {
    await page.evaluate(tools.aipex ?? '');
    return page.evaluate(() => AipexBench());
  },
  playwright: async (page) => {
    const start = performance.now();
    const text = await page.ariaSnapshot({ mode: 'ai' });
    return { ms: performance.now() - start, text };
  },
};

async function readWithPageAgent(page: Page, bundle = ''): Promise<Reading> {
  await page.evaluate(bundle);
  return page.evaluate((config) => PageAgentBench(config), WHOLE_PAGE);
}

/** Each reading in a document of its own: all of them leave something behind. The second reading of the two is warm. */
export async function timeCompetitor(
  browser: Browser,
  url: string,
  tools: ToolBundles,
  which: Competitor,
  { rounds, limitMs }: { rounds: number; limitMs: number },
): Promise<CompetitorResult> {
  const times: number[] = [];
  let text = '';
  for (let round = 0; round < rounds; round += 1) {
    const page = await openPage(browser, url);
    const reading = await withinLimit(page, READERS[which](page, tools), limitMs);
    await page.close();
    if (!reading) return { ms: Infinity, text: '' };
    times.push(reading.ms);
    text = reading.text;
    if (reading.ms > limitMs / 4) break;
  }
  return { ms: median(times), text };
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
