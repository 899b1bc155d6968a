import { join } from 'node:path';
import type { Browser, ElementHandle, Page } from '@playwright/test';
import { bundlePageAgent } from '../observe/tool-bundles.ts';
import { launchBrowser } from '../observe/open-page.ts';
import { locate, type BenchStep, type BenchTask, type PageAgentAct } from './tasks.ts';

/** page-agent's controller on a page of its own, in every document from its start, as a site that embeds it has it. */
export interface PageAgentDesk {
  /**
   * Milliseconds of each step of the task: the action with its waits, then the state for the next request. Undefined
   * where it has no such action; Infinity, and nothing after it, where it did not get ready in time.
   */
  play(task: BenchTask, origin: string): Promise<(number | undefined)[]>;
  close(): Promise<void>;
}

/** An element that is not there by then will not come. */
const LIMIT_MS = 60_000;

/** On the pages of this site it is ready within two seconds or not for minutes. */
const LATE_MS = 20_000;

export async function openPageAgent(): Promise<PageAgentDesk> {
  const browser: Browser = await launchBrowser();
  const source = await bundlePageAgent(join(import.meta.dirname, 'in-page', 'page-agent.ts'));
  return {
    play: async (task, origin) => {
      // Its own cookies for every task, as the extension's tab gets a site of its own.
      const context = await browser.newContext({ viewport: { width: 1100, height: 800 } });
      await context.addInitScript(source);
      const page = await context.newPage();
      page.setDefaultTimeout(LIMIT_MS);
      await page.goto(origin + task.path);
      const times: (number | undefined)[] = [];
      for (const step of task.steps) {
        const ms = await withinLimit(playStep(page, step));
        times.push(ms);
        if (ms === Infinity) break;
      }
      await context.close();
      return times;
    },
    close: () => browser.close(),
  };
}

async function withinLimit(step: Promise<number | undefined>): Promise<number | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<number>((resolve) => {
    timer = setTimeout(() => resolve(Infinity), LATE_MS);
  });
  // The page is closed under a step that is late.
  step.catch(() => undefined);
  return Promise.race([step, late]).finally(() => clearTimeout(timer));
}

async function playStep(page: Page, step: BenchStep): Promise<number | undefined> {
  const element = step.target && (await locate(page, step.target).elementHandle());
  const index = await page.evaluate((target) => PageAgentStep.prepare(target), element ?? null);
  const { pageAgent, target } = step;
  if (pageAgent && (target === undefined || index !== undefined))
    return timeAct(page, { act: pageAgent, index, leaves: step.leaves === true });
  const arrived = step.leaves ? page.waitForEvent('load') : undefined;
  await doOtherwise(page, step, element);
  await arrived;
  return undefined;
}

/** In the page's own time: how long the protocol of the measuring takes is not in it. */
async function timeAct(
  page: Page,
  { act, index, leaves }: { act: PageAgentAct; index: number | undefined; leaves: boolean },
): Promise<number> {
  const startedAt = await page.evaluate(() => Date.now());
  const arrived = leaves ? page.waitForEvent('load') : undefined;
  const acted = page.evaluate(({ what, which }) => PageAgentStep.act(what, which), {
    what: act,
    which: index,
  });
  // A document that is left in the middle does not answer.
  const endedAt = leaves ? await acted.catch(() => 0) : await acted;
  await arrived;
  const { loadedAt, ms } = await page.evaluate(() => PageAgentStep.read());
  return Math.max(endedAt, leaves ? loadedAt : 0) - startedAt + ms;
}

/** What the controller cannot do is done all the same, so that the task goes on. */
async function doOtherwise(page: Page, step: BenchStep, element: ElementHandle | undefined): Promise<void> {
  const { text, submit, options, checked } = step.args ?? {};
  if (step.name === 'go_back') await page.evaluate(() => history.back());
  if (!element) return;
  if (step.name === 'type_text') await element.fill(String(text));
  if (submit === true) await element.press('Enter');
  if (step.name === 'click') await element.click();
  if (checked === true) await element.check();
  if (step.name === 'hover') await element.hover();
  if (Array.isArray(options)) await pickOption(page, element, String(options[0]));
}

async function pickOption(page: Page, element: ElementHandle, option: string): Promise<void> {
  await element.click();
  await page.getByRole('option', { name: option, exact: true }).first().click();
}
