import { startPracticeSite } from '../sites/practice/server.mjs';
import { expect, test } from './support/firefox-test';

test('the add-on installed in Firefox does a task on the practice site', async ({ openDesk }) => {
  const site = await startPracticeSite();
  const { panel } = await openDesk(`${site.url}/shop`);
  await panel.start(
    'search for kettle, open the cheapest, set Quantity to 2, click "Add to cart", click "View cart", read the total',
  );
  expect(await panel.rest()).toMatch(/^Done/);
  expect(await panel.text()).toContain('45.80');
  await site.close();
});
