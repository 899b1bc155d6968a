import { expect } from '@playwright/test';
import { closeTurnstile, type PassedEvent } from '../e2e/support/turnstile';
import { closeGate } from './gate';
import { COMMITTING_REQUEST, type Turn } from './letter-model';
import { answer, answerButton, waitForRest } from './user';
import { remember, startRun, type World } from './world';

/** A moment in the life of a run at which something is broken. */
export interface Point {
  name: string;
  /** Starts the run and brings it there; returns how what holds it is let go. */
  reach(world: World): Promise<() => Promise<void>>;
}

/** The run stands between this event of the log and the next one. `about`: the call that the event is about. */
export function afterEvent(type: PassedEvent['type'], about?: string): Point {
  return {
    name: `after ${type}${about === undefined ? '' : ` of ${about}`}`,
    async reach(world) {
      const turnstile = await closeTurnstile(await world.extension.open('settings.html'), '');
      const started = startRun(world);
      for (;;) {
        const event = await turnstile.next();
        if (event.type === type && (about === undefined || event.name === about)) break;
        if (event.asks === undefined) continue;
        await turnstile.open();
        const button = answerButton(world);
        await expect(button).toBeVisible();
        await turnstile.close();
        await button.click();
      }
      await started;
      world.known = await turnstile.log();
      // The page that holds the log may have gone with what was broken.
      return () => turnstile.open().catch(() => undefined);
    },
  };
}

/** The model has been asked for this turn and has not said a word. */
export function whileAsked(turn: Turn): Point {
  return {
    name: `while the model is asked to ${turn}`,
    async reach(world) {
      const gate = closeGate();
      world.model.intercept = async (asked, reply) => {
        if (asked !== turn) return undefined;
        await gate.pass();
        return reply;
      };
      await startRun(world);
      await answerUntil(world, gate.arrived);
      world.model.intercept = () => undefined;
      await remember(world);
      return async () => gate.open();
    },
  };
}

/** The request that sends the letter has reached the site, which does not answer yet. */
export const WHILE_SENDING: Point = {
  name: 'while the action goes on',
  async reach(world) {
    const gate = closeGate();
    world.onRequest = (request) => (request === COMMITTING_REQUEST ? gate.pass() : undefined);
    await startRun(world);
    await answerUntil(world, gate.arrived);
    await remember(world);
    return async () => gate.open();
  },
};

/** The run waits for an answer to its question. */
export const WHILE_QUESTION: Point = {
  name: 'while a question is open',
  async reach(world) {
    await startRun(world);
    await waitForRest(world);
    return rest(world);
  },
};

/** The run waits for leave to send. */
export const WHILE_APPROVAL: Point = {
  name: 'while an approval is open',
  async reach(world) {
    await startRun(world);
    await waitForRest(world);
    await answer(world);
    await expect(world.panel.approval).toBeVisible();
    return rest(world);
  },
};

/** The user has paused the run while the model was asked to write. */
export const WHILE_PAUSED: Point = {
  name: 'while paused',
  async reach(world) {
    const letGo = await whileAsked('write').reach(world);
    await world.panel.pause.click();
    await world.panel.expectStatus('Paused');
    await letGo();
    return rest(world);
  },
};

async function rest(world: World): Promise<() => Promise<void>> {
  await remember(world);
  return () => Promise.resolve();
}

/** Says yes to everything until something has happened. */
async function answerUntil(world: World, happened: Promise<void>): Promise<void> {
  let isOver = false;
  const over = happened.then(() => (isOver = true));
  while (!isOver) {
    await Promise.race([over, waitForRest(world).catch(() => undefined)]);
    if (!isOver && /^Needs you/.test((await world.panel.status.textContent()) ?? '')) await answer(world);
  }
}

export const EVENT_POINTS: Point[] = [
  afterEvent('run-started'),
  afterEvent('observed'),
  afterEvent('proposed', 'ask_user'),
  afterEvent('replied'),
  afterEvent('action-ended', 'ask_user'),
  afterEvent('proposed', 'fill_form'),
  afterEvent('judged', 'fill_form'),
  afterEvent('action-intended', 'fill_form'),
  afterEvent('action-ended', 'fill_form'),
  afterEvent('answered'),
  afterEvent('action-intended', 'click'),
  afterEvent('action-ended', 'click'),
  afterEvent('proposed', 'finish'),
  afterEvent('action-ended', 'finish'),
];

/** Held in other ways than between two events. */
export const WAITING_POINTS: Point[] = [
  whileAsked('ask'),
  WHILE_QUESTION,
  whileAsked('write'),
  WHILE_APPROVAL,
  WHILE_SENDING,
  whileAsked('finish'),
  WHILE_PAUSED,
];
