import type { Page } from 'puppeteer-core';
import { startTask, readStatus, waitForRest } from '../../../scripts/drive-panel.mjs';
import type {} from '../../sites/zoo/zoo.ts';
import type { ZooRow } from './row.ts';
import { answerUser } from './answer-user.ts';
import { attachFiles } from './attach-files.ts';
import { readMessages } from './read-messages.ts';
import type { ZooBrowser } from './zoo-browser.ts';
import type { ZooModel } from './zoo-model.ts';

const ROW_LIMIT_MS = 60_000;
/** For applications that take a value over a moment after the last event. */
const STATE_LIMIT_MS = 2_000;

export type Outcome = 'passed' | 'handed' | 'failed';

export interface RowResult {
  outcome: Outcome;
  ms: number;
  /** Empty when it passed: what differs, and what the actions said. */
  wrong: string[];
  /** What each action reported, in order. */
  messages: string[];
  /** What the model was shown at each step. */
  shown: string[];
  /** What happened to the browser meanwhile. */
  notes: string[];
}

export interface ZooWorld {
  browser: ZooBrowser;
  model: ZooModel;
  siteUrl: string;
}

/** Drives one row from an empty page to its end. Never rejects: whatever goes wrong is the row's failure. */
export async function runRow(world: ZooWorld, row: ZooRow): Promise<RowResult> {
  const startedAt = performance.now();
  const pages: Page[] = [];
  const run: RowRun = { messages: [], wrong: [], handed: false };
  await limited(driveRow(world, row, pages, run)).catch((error: unknown) =>
    run.wrong.push(error instanceof Error ? error.message : String(error)),
  );
  const [, panel] = pages;
  if (panel) run.messages = await readMessages(panel).catch(() => run.messages);
  const ms = performance.now() - startedAt;
  await Promise.all(pages.map((page) => limited(page.close(), 5_000).catch(() => undefined)));
  const { wrong, messages } = run;
  const outcome = wrong.length > 0 ? 'failed' : run.handed ? 'handed' : 'passed';
  return { outcome, ms, wrong, messages, shown: world.model.shown(), notes: [] };
}

interface RowRun {
  messages: string[];
  wrong: string[];
  handed: boolean;
}

async function driveRow(world: ZooWorld, row: ZooRow, pages: Page[], run: RowRun): Promise<void> {
  const [widget = ''] = row.id.split('/');
  const site = await world.browser.openSite(`${world.siteUrl}/?widget=${widget}&row=${row.id}`);
  pages.push(site);
  await waitForWidget(site);
  const panel = await world.browser.openPanel(site);
  pages.push(panel);
  world.model.play(row.steps);
  await attachFiles(panel, row.attached ?? []);
  await startTask(panel, row.wants);
  await attend(panel, site, run);
  run.wrong.push(...wrongMessages(await readMessages(panel), row.refused));
  run.wrong.push(...wrongWords(world.model, row.told));
  run.wrong.push(...(await differences(site, row.state)));
  const status = await readStatus(panel);
  if (run.wrong.length === 0 && !status.startsWith('Done')) run.wrong.push(`The run says: ${status}`);
}

/** Failures that the row doesn't expect, and the one that it does when it is missing. */
function wrongMessages(messages: readonly string[], refused: string | undefined): string[] {
  const failures = messages.filter((message) => message.includes(': FAILED '));
  if (refused === undefined) return failures;
  const others = failures.filter((message) => !message.includes(refused));
  return others.length < failures.length ? others : [...others, `nothing was refused as "${refused}"`];
}

function wrongWords(model: ZooModel, told: string | undefined): string[] {
  const trouble = model.trouble();
  const wrong = trouble === undefined ? [] : [trouble];
  if (told !== undefined && !model.shown().some((text) => text.includes(told)))
    wrong.push(`the model was never told "${told}"`);
  return wrong;
}

async function waitForWidget(site: Page): Promise<void> {
  await site.waitForFunction(() => globalThis.zooState !== undefined || globalThis.zooFailure !== undefined);
  const failure = await site.evaluate(() => globalThis.zooFailure);
  if (failure !== undefined) throw new Error(`The widget could not be mounted: ${failure}`);
}

/** Answers for the user until the run has ended. */
async function attend(panel: Page, site: Page, run: RowRun): Promise<void> {
  for (;;) {
    const status = await waitForRest(panel);
    if (!status.startsWith('Needs you')) return;
    if ((await answerUser(panel, site)) === 'handed') run.handed = true;
  }
}

/** One line for each expected key that the application does not hold, or holds differently. */
async function differences(site: Page, expected: Record<string, unknown>): Promise<string[]> {
  const matches = (wanted: Record<string, unknown>): boolean => {
    const state = (globalThis.zooState?.() ?? {}) as Record<string, unknown>;
    return Object.entries(wanted).every(
      ([key, value]) => JSON.stringify(state[key]) === JSON.stringify(value),
    );
  };
  try {
    await site.waitForFunction(matches, { timeout: STATE_LIMIT_MS, polling: 50 }, expected);
    return [];
  } catch {
    // A browser that has much to do may not have looked often enough.
    if (await site.evaluate(matches, expected)) return [];
    const state = await site.evaluate(() => JSON.stringify(globalThis.zooState?.()));
    return [`holds ${state}, not ${JSON.stringify(expected)}`];
  }
}

function limited<T>(work: Promise<T>, ms = ROW_LIMIT_MS): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not over after ${ms / 1000} s`)), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
