import type { RunEvent } from '../../lib/trajectories/event';
import { readEvents } from './support/log';
import { ORDER_IN_WORDS, ORDER_TURNS } from './support/ordering';
import type { Panel } from './support/panel';
import { startSeeingModel } from './support/scripted-model';
import { useChatModel } from './support/settings';
import { expect, test } from './support/test';
import { closeTurnstile, type Turnstile } from './support/turnstile';

/** Deaths after each of the first so many events of one kind; `npm run test:faults` kills after every single one. */
const DEATHS_PER_KIND = 1;

/**
 * Drives a run to its end while the worker dies; returns after which events it died. A worker that dies between
 * writing an intent and telling the page leaves it open whether the action was done: then the user is asked, and
 * says what `isDone` sees.
 */
async function runAmongDeaths(
  turnstile: Turnstile,
  panel: Panel,
  kill: () => Promise<void>,
  isDone: () => boolean,
): Promise<{ seq: number; type: string }[]> {
  const deaths: { seq: number; type: string }[] = [];
  for (;;) {
    const event = await turnstile.next();
    if (['run-finished', 'run-failed', 'run-paused'].includes(event.type)) return deaths;
    const died = deaths.filter((death) => death.type === event.type).length;
    if (died < DEATHS_PER_KIND || event.isAboutOrder) {
      deaths.push(event);
      await kill();
    }
    if (event.asks) {
      await turnstile.open();
      const yes =
        event.asks === 'approval'
          ? panel.approval.getByRole('button', { name: 'Allow once' })
          : panel.page.getByRole('button', { name: isDone() ? 'No, go on' : 'Yes, do it again' });
      await expect(yes).toBeEnabled();
      await turnstile.close();
      await yes.click();
    }
  }
}

function kindsOf(events: RunEvent[]): Set<string> {
  return new Set(events.slice(0, -1).map((event) => event.type));
}

test('rules: the worker killed after every kind of event, and after every event of the purchase: exactly one order', async ({
  extension,
  openDesk,
  site,
}) => {
  test.setTimeout(240_000);
  const { panel } = await openDesk('/shop');
  const turnstile = await closeTurnstile(await extension.open('settings.html'), 'Place order');
  await panel.task.fill(ORDER_IN_WORDS);
  await panel.run.click();

  const deaths = await runAmongDeaths(
    turnstile,
    panel,
    extension.killWorker,
    () => site.state.orders.length > 0,
  );
  await turnstile.open();

  await panel.expectStatus('Done');
  expect(site.state.orders).toHaveLength(1);
  const events = await readEvents(panel.page);
  expect(new Set(deaths.map((death) => death.type))).toEqual(kindsOf(events));
  expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index));
  expectNothingStartedTwice(events);
});

test('chat model: the worker killed after every kind of event: the cart holds what was asked for', async ({
  extension,
  openDesk,
  site,
}) => {
  test.setTimeout(240_000);
  const model = await startSeeingModel((view) => {
    if (view.shows('Added to your cart'))
      return [{ name: 'finish', args: { success: true, answer: 'In the cart.' } }];
    if (view.shows('Article number'))
      return [{ name: 'click', args: { ref: view.ref('button', 'Add to cart') } }];
    if (view.shows('Results for'))
      return [{ name: 'click', args: { ref: view.ref('link', 'Drift Travel Kettle') } }];
    return ORDER_TURNS[0]?.(view) ?? [];
  });
  await useChatModel(extension, model);
  const { panel } = await openDesk('/shop');
  const turnstile = await closeTurnstile(await extension.open('settings.html'), 'Add to cart');
  await panel.task.fill('Put a Drift Travel Kettle into the cart');
  await panel.run.click();

  const deaths = await runAmongDeaths(turnstile, panel, extension.killWorker, () =>
    Object.values(site.state.sessions).some(({ cart }) => Object.keys(cart).length > 0),
  );
  await turnstile.open();

  await panel.expectStatus('Done');
  const events = await readEvents(panel.page);
  expect(new Set(deaths.map((death) => death.type))).toEqual(kindsOf(events));
  expectNothingStartedTwice(events);
  const added = site.state.requests.filter((request) => request === 'POST /shop/cart/items');
  expect(added).toHaveLength(1);
  await model.close();
});

/** Every action that changes something was intended once. */
function expectNothingStartedTwice(events: RunEvent[]): void {
  const reading = new Set(['read_page', 'find_text', 'wait_for']);
  const started = events.flatMap((event) =>
    event.type === 'action-intended' && !reading.has(event.call.name) ? [event.actionId] : [],
  );
  expect(started).toEqual([...new Set(started)]);
}
