import type { Browser } from '../../e2e/support/extension.ts';
import type { Desk } from './play-episode.ts';

/** What names the desk in the address of its page. */
export const DESK_PARAMETER = 'desk';

/** `count` tabs, each with a panel of its own; the tabs stay for all episodes. */
export async function openDesks(browser: Browser, origin: string, count: number): Promise<Desk[]> {
  const desks: Desk[] = [];
  for (let index = 0; index < count; index += 1) {
    const page = await browser.context.newPage();
    const urlOf = (task: string) =>
      `${origin}/miniwob-html/miniwob/${task}.html?${DESK_PARAMETER}=${String(index)}`;
    await page.goto(`${origin}/miniwob-html/core/core.css`);
    const tabId = await browser.tabIdOf(page);
    const panel = await browser.open(`sidepanel.html?tab=${String(tabId)}`);
    desks.push({ page, panel, tabId, urlOf });
  }
  return desks;
}
