import { expect, type Locator } from '@playwright/test';
import { readEvents } from '../e2e/support/log';
import { AGAIN, NOT_AGAIN } from './letter-model';
import { countSent, ownPage, type World } from './world';

/** How long a run may say that it works before it must have come to something. */
const MOST_WORKING_MS = 45_000;
/** How often somebody who is told that a run rests lets it go on. */
const MOST_RESUMES = 4;

const RESTS = /^(Needs you|Paused|Failed|Stopped|Done)/;

/**
 * Plays the user until the run is done: says yes to what is asked, looks at the site before saying that something is to be done
 * again, and lets a run go on that rests. Returns the words that the status began with, one for each rest.
 */
export async function attend(world: World, until: RegExp = /^Done/): Promise<string[]> {
  const rests: string[] = [];
  for (;;) {
    const status = await waitForRest(world);
    rests.push(status);
    if (until.test(status)) return rests;
    if (status.startsWith('Needs you')) await answer(world);
    else await letGoOn(world, rests);
  }
}

export async function waitForRest({ panel }: World): Promise<string> {
  let status = '';
  const read = async () => (status = (await panel.status.textContent()) ?? '');
  await expect.poll(read, { timeout: MOST_WORKING_MS, intervals: [50] }).toMatch(RESTS);
  return status;
}

async function letGoOn(world: World, rests: string[]): Promise<void> {
  const times = rests.filter((status) => !status.startsWith('Needs you')).length;
  if (times > MOST_RESUMES) throw new Error(`The run rests again and again: ${rests.join(', ')}`);
  await expectReason(world);
  await press(world, world.panel.page.getByRole('button', { name: /^(Resume|Try again)$/ }));
}

/** A run that has failed says why in a sentence. */
async function expectReason({ panel }: World): Promise<void> {
  const notice = panel.result.locator('.notice');
  const read = async () => {
    const status = (await panel.status.textContent()) ?? '';
    return /^Failed/.test(status) ? `${status}: ${(await notice.allTextContents()).join(' ')}` : 'not failed';
  };
  await expect.poll(read).toMatch(/^not failed$|^Failed: \S+ \S+.*[.?!]/);
}

/** One answer to whatever is asked. */
export async function answer(world: World): Promise<void> {
  await press(world, answerButton(world));
}

/** What an approval says of an action that may have been done before. */
const WARNING = 'may have been done already';

/** What the user presses to say yes, or what is true: who is warned that a letter may have left looks, and does not send it again. */
export function answerButton(world: World): Locator {
  const { page, approval } = world.panel;
  const refusal = approval.filter({ hasText: WARNING }).getByRole('button', { name: 'Deny' });
  const unwarned = approval.filter({ hasNotText: WARNING });
  const consent = (countSent(world) > 0 ? unwarned : approval).getByRole('button', { name: 'Allow once' });
  const allow = countSent(world) > 0 ? consent.or(refusal) : consent;
  const skip = page.getByRole('button', { name: 'Skip' });
  const choice = page.getByRole('button', { name: choiceOf(world) });
  return allow.or(skip).or(choice).first();
}

function choiceOf(world: World): RegExp {
  return new RegExp(`^(Lunch|${countSent(world) > 0 ? NOT_AGAIN : AGAIN})$`);
}

/** The panel may be about to show that there is nothing to press any more. */
const MOST_PRESSING_MS = 2_000;

/** What is pressed is written to the log before the next thing is looked at. A button that goes away is let go. */
async function press(world: World, button: Locator): Promise<void> {
  const page = await ownPage(world);
  const before = (await readEvents(page)).length;
  const pressed = await button.click({ timeout: MOST_PRESSING_MS }).then(
    () => true,
    () => false,
  );
  if (!pressed) return;
  await expect.poll(async () => (await readEvents(page)).length).toBeGreaterThan(before);
}
