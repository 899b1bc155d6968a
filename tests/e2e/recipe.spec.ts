import { readEvents } from './support/log';
import { ORDER_TURNS } from './support/ordering';
import { startScriptedModel } from './support/scripted-model';
import { useChatModel } from './support/settings';
import { expect, test } from './support/test';

test('a recipe saved from a run does it again with another parameter and asks no model', async ({
  extension,
  openDesk,
  site,
}) => {
  const model = await startScriptedModel([
    ...ORDER_TURNS.slice(0, 1),
    (view) => [{ name: 'click', args: { ref: view.ref('link', 'Alder Stovetop Kettle') } }],
    (view) => [{ name: 'click', args: { ref: view.ref('button', 'Add to cart') } }],
    () => [{ name: 'finish', args: { success: true, answer: 'In the cart.' } }],
  ]);
  await useChatModel(extension, model);
  const { panel, tab } = await openDesk('/shop');
  await panel.start('Search for "kettle" and put the first one into the cart');
  await panel.expectStatus('Done');

  await panel.result.getByRole('button', { name: 'Save as recipe' }).click();
  await panel.page.getByRole('textbox', { name: /name/i }).fill('Into the cart');
  await panel.page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(panel.page.getByText(/saved/i)).toBeVisible();
  const asked = model.requests.length;

  await panel.page.getByRole('button', { name: 'New task' }).click();
  await tab.goto(`${site.url}/shop`);
  const recipes = panel.page.getByRole('list', { name: 'Recipes' });
  await expect(recipes).toContainText('Into the cart');
  await recipes.getByRole('button', { name: /Into the cart/ }).click();
  await panel.page.getByRole('textbox', { name: /search/i }).fill('lamp');
  await panel.page.getByRole('button', { name: 'Run recipe' }).click();
  await panel.expectStatus('Done');

  expect(model.requests).toHaveLength(asked);
  const searches = site.state.requests.filter((request) => request.includes('/shop/search'));
  expect(searches.at(-1)).toContain('q=lamp');
  const cart = Object.values(site.state.sessions)
    .map((session) => Object.keys(session.cart))
    .flat();
  expect(cart).toHaveLength(2);
  const usage = (await readEvents(panel.page)).flatMap((event) =>
    event.type === 'proposed' && event.proposal.model === undefined
      ? [event.proposal.usage.promptTokens]
      : [],
  );
  expect(usage.every((tokens) => tokens === 0)).toBe(true);
  await model.close();
});
