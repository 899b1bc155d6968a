import type { ElementHandle, Page } from 'puppeteer-core';
import { allowOnce, waitUntilGoingOn } from '../../../scripts/drive-panel.mjs';
import type { HandOver } from '../../../lib/trajectories/hand-over.ts';
import { readHandOver } from './read-messages.ts';

/** Does what the run waits for the user to do: allows an action, or makes the input that was handed over. */
export async function answerUser(panel: Page, site: Page): Promise<'allowed' | 'handed'> {
  if (await panel.$('section[aria-label="Approval"]')) {
    await panel.waitForSelector('::-p-aria([name="Allow once"][role="button"]):not([disabled])');
    await allowOnce(panel);
    return 'allowed';
  }
  const handOver = await readHandOver(panel);
  if (!handOver) {
    const asked = await panel.evaluate(() => document.querySelector('section.card')?.textContent ?? '');
    throw new Error(`The run wants something else of the user: ${asked}`);
  }
  await site.bringToFront();
  await doByHand(site, handOver);
  await waitUntilGoingOn(panel);
  return 'handed';
}

/** The user's own, trusted input on the element that the card names. */
async function doByHand(site: Page, { do: way, target, text = '' }: HandOver): Promise<void> {
  const element = await findNamed(site, target);
  if (way === 'hover') return element.hover();
  await element.click();
  if (way !== 'type') return;
  await site.keyboard.type(text);
  await site.keyboard.press('Tab');
}

/** The element that messages call `button "Pay"`. */
async function findNamed(site: Page, target: string): Promise<ElementHandle<Element>> {
  const [, role = '', name = ''] = /^(\S+)(?: "(.*)")?$/.exec(target) ?? [];
  const found = await site.waitForSelector(`::-p-aria([name="${name}"][role="${role}"])`);
  if (!found) throw new Error(`The page shows no ${target}.`);
  return found as ElementHandle<Element>;
}
