import { Panel } from '../../e2e/support/panel';
import { atEach, type FaultCase, type Injection } from '../case';
import {
  afterEvent,
  WHILE_APPROVAL,
  WHILE_PAUSED,
  WHILE_QUESTION,
  WHILE_SENDING,
  whileAsked,
} from '../points';
import { LETTER_TASK } from '../letter-model';
import { answerButton, attend } from '../user';
import { openSecondPanel, reopenPanel, type World } from '../world';

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

const CLOSED: Injection = {
  name: 'panel closed and opened again',
  async inject(world) {
    await world.panel.page.close();
    return () => reopenPanel(world);
  },
};

const RELOADED: Injection = {
  name: 'panel reloaded',
  inject: async ({ panel }) => void (await panel.page.reload()),
};

const SECOND: Injection = {
  name: 'second panel opened, the first one closed',
  async inject(world) {
    const first = world.panel;
    return async () => {
      world.panel = await openSecondPanel(world);
      await first.page.close();
    };
  },
};

const SECOND_WINDOW: Injection = {
  name: 'second panel in a window of its own',
  async inject(world) {
    const first = world.panel;
    return async () => {
      const opened = world.extension.context.waitForEvent('page');
      const path = `sidepanel.html?tab=${world.tabId}`;
      await first.page.evaluate((url) => chrome.windows.create({ url: chrome.runtime.getURL(url) }), path);
      world.panel = new Panel(await opened);
    };
  },
};

/** Both panels answer at the same moment. */
const BOTH_ANSWER: Injection = {
  name: 'answered in two panels at once',
  async inject(world) {
    const second = { ...world, panel: await openSecondPanel(world) };
    const buttons = [answerButton(world), answerButton(second)];
    for (const button of buttons) await button.waitFor();
    await Promise.all(buttons.map((button) => button.click({ timeout: 3_000 }).catch(() => undefined)));
  },
};

/** Two panels start the same task at once: one run gets the tab, the other is refused. */
const BOTH_START: FaultCase = {
  name: 'started in two panels at once',
  async play(world: World) {
    const second = await openSecondPanel(world);
    for (const panel of [world.panel, second]) await panel.task.fill(LETTER_TASK);
    // Whoever is late finds no button any more.
    const clicks = [world.panel, second].map((panel) => panel.run.click({ timeout: 3_000 }));
    await Promise.allSettled(clicks);
    world.injected.push(BOTH_START.name);
    await attend(world);
  },
};

export const PANEL_CASES: FaultCase[] = [
  ...atEach(CLOSED, POINTS),
  ...atEach(RELOADED, [whileAsked('write'), WHILE_APPROVAL]),
  ...atEach(SECOND, [whileAsked('write'), WHILE_QUESTION, WHILE_APPROVAL]),
  ...atEach(SECOND_WINDOW, [whileAsked('write'), WHILE_APPROVAL]),
  ...atEach(BOTH_ANSWER, [WHILE_QUESTION, WHILE_APPROVAL]),
  BOTH_START,
];
