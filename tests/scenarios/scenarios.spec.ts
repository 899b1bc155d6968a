import type { Page } from '@playwright/test';
import { openPanel, type Panel } from '../e2e/support/panel';
import { useChatModel } from '../e2e/support/settings';
import { expect, test } from '../e2e/support/test';
import { startWiki } from '../e2e/support/tiddlywiki';
import { startActual } from './applications/actual';
import { recordModel, replayModel } from './model';
import { SCENARIOS, type Scenario } from './scenarios';

/** Base URL of a model that does the scenarios anew; without it the transcripts are played. */
const PLAY = process.env['PLAY'];

interface Place {
  url: string;
  notes(): Promise<Record<string, string>>;
  close(): Promise<void>;
}

async function openPlace(scenario: Scenario, practice: string): Promise<Place> {
  const nowhere = { notes: () => Promise.resolve({}), close: () => Promise.resolve() };
  if (scenario.application === 'practice') return { ...nowhere, url: practice };
  if (scenario.application === 'actual') return { ...nowhere, ...(await startActual()) };
  const wiki = await startWiki();
  return { url: wiki.url, notes: wiki.saved, close: wiki.close };
}

const ALL = PLAY !== undefined || process.env['SCENARIOS'] === 'all';

for (const scenario of SCENARIOS.filter(({ isLong }) => ALL || !isLong)) {
  test(`${scenario.name}: ${scenario.task}`, async ({ extension, site }) => {
    test.setTimeout(PLAY === undefined ? 120_000 : 5_400_000);
    const model = await (PLAY === undefined ? replayModel(scenario.name) : recordModel(scenario.name, PLAY));
    const place = await openPlace(scenario, site.url);
    await useChatModel(extension, model.endpoint);
    const tab = await extension.context.newPage();
    await tab.goto(new URL(scenario.path, place.url).href);
    if (scenario.application === 'actual') await tab.getByRole('button', { name: 'Try the demo' }).waitFor();
    const panel = await openPanel(extension, await extension.tabIdOf(tab));
    await panel.start(scenario.task);

    await beTheUser(panel, scenario, tab);

    expect(model.problems).toEqual([]);
    await panel.expectStatus('Done');
    const answer = await panel.result.innerText();
    expect(await scenario.fault({ tab, site, notes: place.notes, answer })).toBeUndefined();
    await model.keep();
    await model.endpoint.close();
    await place.close();
  });
}

/** Says yes to what is asked, answers questions, does what is the user's to do; until the run is over or rests. */
async function beTheUser(panel: Panel, scenario: Scenario, tab: Page): Promise<void> {
  const replies = [...(scenario.replies ?? [])];
  const acts = scenario.act ? [scenario.act] : [];
  const needed = panel.page.getByRole('region', { name: /^(Approval|Question|Hand-over)$/ });
  for (;;) {
    await expect(panel.status).toHaveText(/^(Needs you|Done|Failed|Paused|Stopped)/, {
      timeout: PLAY === undefined ? 60_000 : 3_600_000,
    });
    const status = (await panel.status.textContent()) ?? '';
    if (/^(Done|Failed|Paused|Stopped)/.test(status)) return;
    // What was asked may have been answered by the page meanwhile.
    const text = await needed.evaluateAll((cards) => (cards[0] as HTMLElement | undefined)?.innerText);
    if (text === undefined) continue;
    if (PLAY) console.log(`${scenario.name} needs the user: ${text.replaceAll('\n', ' | ')}`);
    await decide(panel, replies, () => acts.shift()?.(tab) ?? Promise.resolve());
  }
}

async function decide(panel: Panel, replies: string[], act: () => Promise<void>): Promise<void> {
  const allow = panel.approval.getByRole('button', { name: 'Allow once' });
  // One that is gone has been answered: whoever asks next is seen in the next round.
  if ((await allow.count()) > 0) return allow.click({ timeout: 5_000 }).catch(() => undefined);
  const answer = panel.page.getByRole('textbox', { name: /answer/i });
  const reply = (await answer.count()) > 0 ? replies.shift() : undefined;
  if (reply === undefined) return act();
  await answer.fill(reply);
  await answer.press('Enter');
  await expect(answer).toHaveCount(0);
}
