import type { Page } from '@playwright/test';

/** What the page says of its episode. */
export interface PageOutcome {
  done: boolean;
  rawReward: number;
  reason: string | null;
}

const LOAD_TIMEOUT_MS = 30_000;
/** No episode lasts that long: the limit is lifted. */
const EPISODE_LIMIT_MS = 1_000_000;

/** What the task pages define, as far as it is used here. */
interface MiniwobWindow {
  core: {
    EPISODE_MAX_TIME: number;
    startEpisodeReal(): void;
    endEpisode(reward: number, timeProportional?: boolean, reason?: string): void;
    getUtterance(): string | { utterance: string };
    clearTimer(): void;
    canvasDrawClick(event: Event): void;
  };
}

/**
 * Opens the task's page anew and starts the episode of this seed. As BrowserGym does, the time limit is lifted and what is only for
 * people is taken out: the instruction on the page, the cover, the reward and the canvas that shows clicks. Resolves to the instruction.
 */
export async function startEpisode(page: Page, url: string, seed: number): Promise<string> {
  await page.goto(url, { timeout: LOAD_TIMEOUT_MS });
  await page.waitForFunction(() => document.getElementById('sync-task-cover') !== null);
  await page.evaluate(hideDisplay);
  await page.evaluate(
    ([start, limit]) => {
      const { core } = globalThis as unknown as MiniwobWindow;
      (Math as unknown as { seedrandom(seed: number): void }).seedrandom(start);
      core.EPISODE_MAX_TIME = limit;
      core.startEpisodeReal();
    },
    [seed, EPISODE_LIMIT_MS] as const,
  );
  await page.waitForFunction('WOB_TASK_READY');
  return page.evaluate(readUtterance);
}

/** Resolves once the episode is over, however it went; false when `signal` ends the waiting. */
export async function waitForEnd(page: Page, signal: AbortSignal): Promise<boolean> {
  while (!signal.aborted) {
    const ended = await page
      .waitForFunction('WOB_DONE_GLOBAL', undefined, { timeout: 1000 })
      .then(() => true)
      .catch(() => false);
    if (ended) return true;
  }
  return false;
}

/** An episode whose page is gone, because a link led away, is one without a reward. */
export async function readOutcome(page: Page): Promise<PageOutcome> {
  const told = await page
    .evaluate<PageOutcome>(
      '({ done: WOB_DONE_GLOBAL, rawReward: WOB_RAW_REWARD_GLOBAL, reason: WOB_REWARD_REASON })',
    )
    .catch(() => undefined);
  return told ?? { done: false, rawReward: 0, reason: 'the page of the task is gone' };
}

/** Runs in the page. What starts and ends an episode works on the parts that are hidden meanwhile: they are put back for that moment. */
function hideDisplay(): void {
  const { core } = globalThis as unknown as MiniwobWindow;
  const ids = ['reward-display', 'click-canvas', 'sync-task-cover'];
  let parts: Element[] = [];
  let query: Node[] = [];
  const queryBox = () => document.getElementById('query') as HTMLElement;
  const hide = () => {
    core.clearTimer();
    document.body.removeEventListener('click', core.canvasDrawClick);
    query = [...queryBox().childNodes];
    queryBox().replaceChildren();
    parts = ids.flatMap((id) => document.getElementById(id) ?? []);
    for (const part of parts) part.remove();
  };
  const show = () => {
    queryBox().replaceChildren(...query);
    document.body.append(...parts);
  };
  const wrap =
    <Args extends unknown[], Result>(method: (...args: Args) => Result) =>
    (...args: Args): Result => {
      show();
      try {
        return method.apply(core, args);
      } finally {
        hide();
      }
    };
  const start = core.startEpisodeReal;
  core.startEpisodeReal = wrap(() => {
    start.call(core);
    for (const element of queryBox().querySelectorAll('*')) sayPicture(element);
  });
  core.endEpisode = wrap(core.endEpisode);
  core.getUtterance = wrap(core.getUtterance);
  hide();

  /** Only eyes can read an icon or a patch of colour: the name of the icon, its second class, or #rrggbb stands for it. */
  function sayPicture(element: Element): void {
    if (element.textContent !== '') return;
    const colour = /^rgb\(([^)]*)\)$/.exec(getComputedStyle(element).backgroundColor);
    const hex = colour?.[1]?.split(', ').map((part) => Number(part).toString(16).padStart(2, '0'));
    const icon = element.classList[1];
    element.textContent = icon !== undefined ? `"${icon}"` : hex !== undefined ? `#${hex.join('')}` : '';
  }
}

/** Runs in the page. */
function readUtterance(): string {
  const told = (globalThis as unknown as MiniwobWindow).core.getUtterance();
  return typeof told === 'string' ? told : told.utterance;
}
