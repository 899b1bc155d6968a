import { expect } from '@playwright/test';
import { readEvents } from '../../e2e/support/log';
import { closeTurnstile } from '../../e2e/support/turnstile';
import { replyEvents } from '../../support/scripted-reply.ts';
import { atEach, expectDone, type FaultCase, type Injection } from '../case';
import { closeGate } from '../gate';
import {
  afterEvent,
  EVENT_POINTS,
  WAITING_POINTS,
  WHILE_APPROVAL,
  WHILE_QUESTION,
  WHILE_SENDING,
  whileAsked,
} from '../points';
import { answer, answerButton, attend } from '../user';
import { ownPage, remember, startRun, type World } from '../world';

const KILLED: Injection = { name: 'worker killed', inject: ({ extension }) => extension.killWorker() };

const KILLED_THRICE: Injection = {
  name: 'worker killed three times',
  async inject({ extension }) {
    for (let times = 0; times < 3; times++) {
      await extension.killWorker();
      await extension.worker();
    }
  },
};

const BOGUS_RUN = 'never-committed';

/** The worker dies with a transaction open in which something was written: that must never have been. */
const KILLED_WRITING: Injection = {
  name: 'worker killed holding a transaction',
  async inject({ extension }) {
    const worker = await extension.worker();
    await worker.evaluate(async (runId) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('errand');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const store = database.transaction('events', 'readwrite').objectStore('events');
      await new Promise<void>((resolve) => {
        const spin = (): void => void (store.count().onsuccess = spin);
        store.add({ runId, seq: 0 }).onsuccess = () => {
          resolve();
          spin();
        };
      });
    }, BOGUS_RUN);
    await extension.killWorker();
  },
  async expect(world) {
    await expectDone(world);
    const events = await readEvents(await ownPage(world));
    expect(events.filter(({ runId }) => runId === BOGUS_RUN)).toEqual([]);
  },
};

/** Another context holds the run's lock, as a worker does that is on its way out. */
const LOCK_HELD: Injection = {
  name: 'lock held by a zombie',
  async inject(world) {
    const page = await world.extension.open('settings.html');
    const runId = (await readEvents(page)).at(-1)?.runId ?? '';
    await page.evaluate(
      (name) =>
        new Promise<void>(
          (held) => void navigator.locks.request(name, () => (held(), new Promise(() => undefined))),
        ),
      `run:${runId}`,
    );
    return async () => {
      await answer(world);
      await world.panel.expectStatus('Working');
      await page.close();
    };
  },
};

/** The same message comes twice, as from a driver that does not know that another has taken over. */
const DELIVERED_TWICE: Injection = {
  name: 'action delivered twice',
  async inject(world) {
    const events = await readEvents(await ownPage(world));
    const intent = events.findLast(
      (event) => event.type === 'action-intended' && event.call.name !== 'ask_user',
    );
    if (intent?.type !== 'action-intended') throw new Error('nothing was started yet');
    const worker = await world.extension.worker();
    const { call, nonce, tabId } = intent;
    const request = {
      kind: 'act',
      action: { ...call.args, name: call.name },
      options: { nonce, refPrefix: '' },
    };
    await worker.evaluate(
      ([tab, message]) => void chrome.tabs.sendMessage(tab, message, { frameId: 0 }).catch(() => undefined),
      [tabId, { to: 'errand-page', request }] as const,
    );
  },
};

/** A worker that never comes back to its events: the panel says so. */
const HANGS: Injection = {
  name: 'worker hangs in a loop',
  async inject(world) {
    const worker = await world.extension.worker();
    void worker
      .evaluate(() => {
        for (;;);
      })
      .catch(() => undefined);
    return async () => {
      await expect(world.panel.page.getByRole('alert')).toContainText('does not answer', { timeout: 40_000 });
      await world.extension.killWorker();
    };
  },
};

/** The worker dies after so many pieces of the model's reply. */
function killedInStream(pieces: number): FaultCase {
  const name = `worker killed after ${pieces} pieces of a reply`;
  return {
    name,
    isFast: pieces === 8,
    async play(world) {
      const gate = closeGate();
      world.model.intercept = (turn, reply, body) =>
        turn !== 'write'
          ? undefined
          : {
              fault: 'by-hand',
              async respond(response) {
                response.writeHead(200, { 'content-type': 'text/event-stream' });
                for (const event of replyEvents(reply, body).slice(0, pieces))
                  response.write(`data: ${JSON.stringify(event)}\n\n`);
                await gate.pass();
                response.end();
              },
            };
      await startRun(world);
      await answer(world);
      await gate.arrived;
      world.model.intercept = () => undefined;
      await remember(world);
      await world.extension.killWorker();
      world.injected.push(name);
      gate.open();
      await attend(world);
    },
  };
}

/** The worker dies after every single event of a run. */
const STORM: FaultCase = {
  name: 'worker killed after every event of a run',
  isLong: true,
  async play(world: World) {
    const turnstile = await closeTurnstile(await world.extension.open('settings.html'), '');
    const started = startRun(world);
    for (;;) {
      const event = await turnstile.next();
      world.known = await turnstile.log();
      if (event.type === 'run-finished') break;
      await world.extension.killWorker();
      world.injected.push(`worker killed after event ${event.seq} (${event.type})`);
      if (event.asks === undefined) continue;
      await turnstile.open();
      await expect(answerButton(world)).toBeEnabled();
      await turnstile.close();
      await answerButton(world).click();
    }
    await turnstile.open();
    await started;
    await attend(world);
  },
};

export const WORKER_CASES: FaultCase[] = [
  STORM,
  ...atEach(KILLED, [...EVENT_POINTS, ...WAITING_POINTS], [afterEvent('action-intended', 'click').name]),
  ...[0, 1, 3, 8, 15, 25].map(killedInStream),
  ...atEach(KILLED_THRICE, [whileAsked('write'), WHILE_APPROVAL, WHILE_SENDING]),
  ...atEach(KILLED_WRITING, WAITING_POINTS.slice(0, 6), [whileAsked('write').name]),
  ...atEach(LOCK_HELD, [WHILE_QUESTION, WHILE_APPROVAL]),
  ...atEach(DELIVERED_TWICE, [WHILE_APPROVAL, WHILE_SENDING, whileAsked('finish')]),
  ...atEach(HANGS, [whileAsked('write'), whileAsked('finish')]),
];
