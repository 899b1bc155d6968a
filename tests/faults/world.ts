import type { Page } from '@playwright/test';
import type { RunEvent } from '../../lib/trajectories/event';
import type { Browser } from '../e2e/support/extension';
import { readEvents } from '../e2e/support/log';
import { openPanel, Panel } from '../e2e/support/panel';
import type { PracticeSite } from '../sites/practice/server.mjs';
import { COMMITTING_REQUEST, LETTER_TASK, type LetterModel, startLetterModel } from './letter-model';

/** One run and everything around it that can break. */
export interface World {
  extension: Browser;
  site: PracticeSite;
  model: LetterModel;
  /** The tab that the run works on, as the test holds it. */
  tab: Page;
  /** As the browser knows it when the run starts. */
  tabId: number;
  panel: Panel;
  /** Holds or watches what the browser asks of the site. */
  onRequest(request: string): Promise<void> | void;
  /** `fault @ point` of everything that was broken. */
  injected: string[];
  /** Events that must still be there at the end, as they were. */
  known: RunEvent[];
}

export async function openWorld(
  extension: Browser,
  site: PracticeSite,
  hooks: Pick<World, 'onRequest'>,
): Promise<World> {
  const model = await startLetterModel();
  const tab = await extension.context.newPage();
  await tab.goto(`${site.url}/inbox/compose`);
  await setModel(extension, model);
  const tabId = await extension.tabIdOf(tab);
  const panel = await openPanel(extension, tabId);
  return Object.assign(hooks, { extension, site, model, tab, tabId, panel, injected: [], known: [] });
}

async function setModel(extension: Browser, { baseUrl }: LetterModel): Promise<void> {
  const settings = { planner: 'chat-model', baseUrl, apiKey: 'sk-test', model: 'scripted' };
  const worker = await extension.worker();
  await worker.evaluate((value) => chrome.storage.local.set({ settings: value }), settings);
}

export async function startRun({ panel }: World): Promise<void> {
  await panel.start(LETTER_TASK);
}

/** How often the letter has left. */
export function countSent({ site }: World): number {
  return site.state.requests.filter((request) => request === COMMITTING_REQUEST).length;
}

/** What lies in the log now must be found there at the end. */
export async function remember(world: World): Promise<void> {
  world.known = await readEvents(await ownPage(world));
}

/** A page of the extension: the panel, or another one when the panel is closed. */
export async function ownPage(world: World): Promise<Page> {
  if (!world.panel.page.isClosed()) return world.panel.page;
  const other = world.extension.context.pages().find((page) => page.url().startsWith('chrome-extension://'));
  return other ?? world.extension.open('settings.html');
}

export async function reopenPanel(world: World): Promise<void> {
  if (!world.panel.page.isClosed()) await world.panel.page.close();
  world.panel = await openSecondPanel(world);
}

/** One more panel for the run's tab; it may show a run already, and no task box. */
export async function openSecondPanel({ extension, tabId }: World): Promise<Panel> {
  const panel = new Panel(await extension.open(`sidepanel.html?tab=${tabId}`));
  await panel.status.waitFor();
  return panel;
}
