import { readEvents } from './support/log';
import { ORDER_IN_WORDS } from './support/ordering';
import { expect, test } from './support/test';

test('the built-in rules order two kettles from explicit instructions, with no key and no model', async ({
  openDesk,
  site,
}) => {
  const { panel } = await openDesk('/shop');
  await panel.start(ORDER_IN_WORDS);
  const approved = await panel.approveAll();
  await panel.expectStatus('Done');
  expect(approved.join('\n')).toContain('Place order');
  expect(site.state.orders).toHaveLength(1);
  expect(site.state.orders[0]?.items).toMatchObject([{ name: 'Drift Travel Kettle', quantity: 2 }]);
  const events = await readEvents(panel.page);
  expect(events.filter((event) => event.type === 'action-intended').length).toBeGreaterThanOrEqual(8);
});

test('the rules read an answer off the page', async ({ openDesk }) => {
  const { panel } = await openDesk('/shop');
  await panel.start(
    'search for kettle, open the cheapest, set Quantity to 2, click "Add to cart", click "View cart", read the total',
  );
  await panel.expectStatus('Done');
  await expect(panel.result).toContainText('45.80');
});

test('the rules understand Chinese', async ({ openDesk, site }) => {
  const { panel } = await openDesk('/shop?lang=zh');
  await panel.start('搜索水壶，打开最便宜的，把数量改成2，加入购物车');
  await panel.expectStatus('Done');
  const carts = Object.values(site.state.sessions).map((session) => session.cart);
  expect(Object.values(carts.find((cart) => Object.keys(cart).length > 0) ?? {})).toEqual([2]);
});

test('a page of 10,000 rows is found in and worked on', async ({ openDesk }) => {
  const { panel } = await openDesk('/invoices');
  await panel.start('find "Hypatia Alexandria"');
  await panel.expectStatus('Done');
  await expect(panel.result).toContainText('Hypatia Alexandria');
});

test('what the rules cannot do is said plainly', async ({ openDesk }) => {
  const { panel } = await openDesk('/shop');
  await panel.start('plan my holiday so that everyone is happy');
  await expect(panel.status).toHaveText(/^(Done|Failed)/);
  await expect(panel.result).toContainText(/explicit instructions/i);
});
