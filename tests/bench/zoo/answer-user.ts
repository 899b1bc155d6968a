import type { Page } from 'puppeteer-core';
import { allowOnce } from '../../../scripts/drive-panel.mjs';

/** Does what the run waits for the user to do: allows an action, or makes the click that was handed over. */
export async function answerUser(panel: Page, site: Page): Promise<'allowed' | 'handed'> {
  if (await panel.$('section[aria-label="Approval"]')) {
    await panel.waitForSelector('::-p-aria([name="Allow once"][role="button"]):not([disabled])');
    await allowOnce(panel);
    return 'allowed';
  }
  const asked = await panel.evaluate(() => document.querySelector('section.card')?.textContent ?? '');
  throw new Error(`The run wants something else of the user (${site.url()}): ${asked}`);
}
