import type { Page } from '@playwright/test';
import { readOutcome, startEpisode, waitForEnd } from './episode-page.ts';
import { approveUntilRest, startTask, stopRun, type RunEnd } from './panel-desk.ts';
import { readTrace } from './read-trace.ts';

/** A tab with a task page in it and the panel that works for that tab. */
export interface Desk {
  page: Page;
  panel: Page;
  tabId: number;
  /** Answers `<origin>/…/<task>.html`, with a mark by which a planner in the bench knows this desk. */
  urlOf(task: string): string;
}

export interface Episode {
  task: string;
  seed: number;
  instruction: string;
  /** As the page gives it, from -1 to 1; 0 when the episode was not brought to an end. */
  rawReward: number;
  done: boolean;
  reason: string | null;
  /** How the run ended, in the panel's words; `out of time` when it had to be stopped. */
  status: string;
  said: string;
  approvals: number;
  ms: number;
  trace?: string;
}

export interface PlayOptions {
  limitMs: number;
  trace: boolean;
}

/** A run may go on for a moment when its episode is over: to look at the page and say so. */
const GRACE_MS = 1500;
const OUT_OF_TIME: RunEnd = { status: 'out of time', said: '', approvals: 0 };

/** Plays one episode through the panel, as a person would. */
export async function playEpisode(
  desk: Desk,
  { task, seed }: { task: string; seed: number },
  options: PlayOptions,
): Promise<Episode> {
  const startedAt = performance.now();
  const instruction = await startEpisode(desk.page, desk.urlOf(task), seed);
  await startTask(desk.panel, instruction);
  const end = (await waitForRest(desk, options.limitMs)) ?? OUT_OF_TIME;
  await stopRun(desk.panel);
  const outcome = await readOutcome(desk.page);
  const trace = options.trace ? { trace: await readTrace(desk.panel, desk.tabId) } : {};
  const ms = Math.round(performance.now() - startedAt);
  return { task, seed, instruction, ...outcome, ...end, ms, ...trace };
}

/** Until the run rests, or for a moment after the page has said that the episode is over. */
async function waitForRest(desk: Desk, limitMs: number): Promise<RunEnd | undefined> {
  const over = new AbortController();
  const rest = approveUntilRest(desk.panel, limitMs);
  const graceEnds = waitForEnd(desk.page, over.signal).then(
    () => new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), GRACE_MS)),
  );
  const end = await Promise.race([rest, graceEnds]);
  over.abort();
  return end ?? (await Promise.race([rest, Promise.resolve(undefined)]));
}
