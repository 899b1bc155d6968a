import { resolve } from 'node:path';
import { expect } from '@playwright/test';
import { atEach, type FaultCase, type Injection } from '../case';
import {
  afterEvent,
  WHILE_APPROVAL,
  WHILE_PAUSED,
  WHILE_QUESTION,
  WHILE_SENDING,
  whileAsked,
} from '../points';
import { attend } from '../user';
import { reopenPanel, type World } from '../world';

const POINTS = [
  whileAsked('ask'),
  WHILE_QUESTION,
  whileAsked('write'),
  afterEvent('action-ended', 'fill_form'),
  WHILE_APPROVAL,
  WHILE_SENDING,
  whileAsked('finish'),
  WHILE_PAUSED,
];

const EXTENSION = resolve('.output/chrome-mv3-e2e');

/** The browser stops the extension and starts it anew, as an update does: its pages close, its scripts in pages are orphaned. */
const RELOADED: Injection = {
  name: 'extension reloaded',
  inject: reload,
  expect: goOnInNewPanel,
};

/** Twice, as when an update follows another. */
const RELOADED_TWICE: Injection = {
  name: 'extension reloaded twice',
  async inject(world) {
    await reload(world);
    await reload(world);
  },
  expect: goOnInNewPanel,
};

async function reload({ extension: { context } }: World): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  const started = context.waitForEvent('serviceworker');
  // Loading it once more is what an update does; `runtime.reload` leaves it dead in a browser without a window.
  await session?.send('Extensions.loadUnpacked' as never, { path: EXTENSION } as never);
  await started;
  await session?.detach();
}

/** Nothing goes on by itself: the run rests until somebody lets it go on. */
async function goOnInNewPanel(world: World): Promise<void> {
  await reopenPanel(world);
  await expect(world.panel.status).toHaveText(/^(Paused|Ready)/);
  await attend(world);
}

export const EXTENSION_CASES: FaultCase[] = [
  ...atEach(RELOADED, POINTS, [WHILE_APPROVAL.name]),
  ...atEach(RELOADED_TWICE, [whileAsked('write'), WHILE_APPROVAL]),
];
