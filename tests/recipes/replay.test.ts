import { describe, expect, it } from 'vitest';
import { createRecipePlanner } from '../../lib/planners/recipe/create-recipe-planner';
import { distil } from '../../lib/recipes/distil';
import type { Recipe } from '../../lib/recipes/schema';
import { completeRecipe } from '../../lib/recipes/schema';
import { drive, scripted, type RunRecord, type ScriptedCall } from './mini-driver';
import { makeShop, type World } from './mini-world';

const HOME = 'https://shop.example/';

const SEARCH: ScriptedCall[] = [
  { name: 'type_text', args: { text: 'kettle', submit: true }, on: ['searchbox', 'Search products'] },
];

const BUY: ScriptedCall[] = [
  ...SEARCH,
  { name: 'click', on: ['link', 'Glass kettle'] },
  { name: 'type_text', args: { text: '2' }, on: ['spinbutton', 'Quantity'] },
  { name: 'click', on: ['button', 'Add to cart'] },
];

const CHECK_OUT: ScriptedCall[] = [
  { name: 'click', on: ['link', 'Checkout'] },
  { name: 'type_text', args: { text: 'Ada Byron' }, on: ['textbox', 'Full name'] },
  { name: 'select_option', args: { options: ['Express'] }, on: ['combobox', 'Delivery'] },
  { name: 'click', on: ['button', 'Place order'] },
];

async function record(task: string, script: ScriptedCall[], answer: string): Promise<RunRecord> {
  const world = makeShop();
  return drive(world, scripted(world, script, answer), { task, startUrl: HOME });
}

function expectRecipe({ events, texts }: RunRecord): Recipe {
  const result = distil(events, (hash) => texts.get(hash));
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`);
  return completeRecipe(result.draft, { id: 'recipe-1', name: 'Buy', createdAt: 0 });
}

function replay(recipe: Recipe, params: Record<string, string>, world: World = makeShop(), startUrl = HOME) {
  const planner = createRecipePlanner({ recipe, params, now: () => 0 });
  return drive(world, planner, {
    task: 'Buy',
    startUrl,
    planner: { kind: 'recipe', recipeId: recipe.id, params },
  });
}

describe('a recipe made of a run', () => {
  it('does the same with other values: the cheapest of another search, another quantity', async () => {
    const run = await record(
      'search for kettle, open the cheapest, add two to the cart and read the total',
      BUY,
      'The total is £38.00.',
    );
    const recipe = expectRecipe(run);
    expect(recipe.params).toEqual([
      { name: 'search-products', label: 'Search products', kind: 'text', example: 'kettle' },
      { name: 'quantity', label: 'Quantity', kind: 'number', example: '2' },
    ]);
    const world = makeShop();
    const again = await replay(recipe, { 'search-products': 'toaster', quantity: '3' }, world);
    expect(again.outcome).toEqual({ success: true, answer: 'Total: £67.20' });
    expect(world.deeds).toEqual(['add 3 Red toaster']);
    expect(
      again.events
        .filter((event) => event.type === 'proposed')
        .every((event) => event.type === 'proposed' && event.proposal.usage.promptTokens === 0),
    ).toBe(true);
  });

  it('places an order with the details of the task as parameters', async () => {
    const task = 'Buy the cheapest kettle with express delivery for Ada Byron, quantity 2';
    const recipe = expectRecipe(
      await record(task, [...BUY, ...CHECK_OUT], 'Order #1001 is placed, £38.00 paid.'),
    );
    expect(recipe.params.map((param) => [param.label, param.kind, param.example])).toEqual([
      ['Search products', 'text', 'kettle'],
      ['Quantity', 'number', '2'],
      ['Full name', 'text', 'Ada Byron'],
      ['Delivery', 'choice', 'Express'],
    ]);
    const world = makeShop({ orderId: '2044' });
    const params = {
      'search-products': 'toaster',
      quantity: '1',
      'full-name': 'Alan Turing',
      delivery: 'Standard',
    };
    const again = await replay(recipe, params, world);
    expect(again.outcome).toEqual({ success: true, answer: 'Order number: #2044\nPaid: £22.40' });
    expect(world.deeds).toEqual(['add 1 Red toaster', 'order for Alan Turing by Standard']);
  });

  it('opens the first result when that is what the run did', async () => {
    const script: ScriptedCall[] = [...SEARCH, { name: 'click', on: ['link', 'Steel kettle 1.7 l'] }];
    const recipe = expectRecipe(await record('search for kettle and open the first one', script, 'Done'));
    const again = await replay(recipe, { 'search-products': 'toaster' });
    expect(again.outcome?.success).toBe(true);
    expect(again.events.findLast((event) => event.type === 'observed')).toMatchObject({
      url: 'https://shop.example/p/twoslice',
    });
  });

  it('knows a search that the run opened by its address', async () => {
    const script: ScriptedCall[] = [
      { name: 'navigate', args: { url: 'https://shop.example/search?q=kettle' } },
      { name: 'click', on: ['link', 'Steel kettle 1.7 l'] },
    ];
    const recipe = expectRecipe(await record('search for kettle and open the result', script, 'Done'));
    expect(recipe.params).toEqual([{ name: 'q', label: 'q', kind: 'text', example: 'kettle' }]);
    const again = await replay(recipe, { q: 'toaster' });
    expect(again.calls[0]).toMatchObject({ args: { url: 'https://shop.example/search?q=toaster' } });
    expect(again.outcome?.success).toBe(true);
  });

  it('takes the item that the user named', async () => {
    const script: ScriptedCall[] = [...SEARCH, { name: 'click', on: ['button', 'Compare', 2] }];
    const recipe = expectRecipe(await record('search for kettle and compare the travel one', script, 'Done'));
    expect(recipe.params.map((param) => param.example)).toEqual(['kettle', 'travel']);
    const [, item] = recipe.params;
    const world = makeShop();
    const again = await replay(recipe, { 'search-products': 'kettle', [item?.name ?? '']: 'glass' }, world);
    expect(again.outcome?.success).toBe(true);
    expect(world.deeds).toEqual(['compare Glass kettle']);
  });

  it('opens the page it starts on when the run begins elsewhere', async () => {
    const recipe = expectRecipe(await record('search for kettle and open the first one', SEARCH, 'Done'));
    const again = await replay(
      recipe,
      { 'search-products': 'toaster' },
      makeShop(),
      'https://shop.example/cart',
    );
    expect(again.calls[0]).toMatchObject({ name: 'navigate', args: { url: HOME } });
    expect(again.outcome?.success).toBe(true);
  });

  it('never keeps a password: the user is asked', async () => {
    const script: ScriptedCall[] = [
      { name: 'navigate', args: { url: 'https://shop.example/checkout' } },
      { name: 'type_text', args: { text: 'hunter22' }, on: ['textbox', 'Password'] },
      { name: 'click', on: ['button', 'Place order'] },
    ];
    const recipe = expectRecipe(await record('sign in with hunter22', script, 'Done'));
    expect(JSON.stringify(recipe)).not.toContain('hunter22');
    const again = await replay(recipe, {});
    expect(again.calls.map((call) => call.name)).toContain('ask_user');
  });
});

describe('a recipe on a site that has changed', () => {
  it('stops in a sentence that names the step when the element is gone', async () => {
    const recipe = expectRecipe(await record('search for kettle, open the cheapest, add two', BUY, 'Done'));
    const world = makeShop({ renameAdd: 'Put in basket' });
    const again = await replay(recipe, { 'search-products': 'toaster', quantity: '2' }, world);
    expect(again.outcome?.success).toBe(false);
    expect(again.outcome?.answer).toContain('Add to cart');
    expect(again.outcome?.answer).toContain('step 4');
    expect(world.deeds).toEqual([]);
  });

  it('stops when nothing fits the parameter, and does not take something else', async () => {
    const recipe = expectRecipe(await record('search for kettle, open the cheapest, add two', BUY, 'Done'));
    const world = makeShop();
    const again = await replay(recipe, { 'search-products': 'spoon', quantity: '2' }, world);
    expect(again.outcome).toMatchObject({ success: false });
    expect(world.deeds).toEqual([]);
  });

  it('refuses to run without its values', async () => {
    const recipe = expectRecipe(await record('search for kettle, open the cheapest, add two', BUY, 'Done'));
    expect((await replay(recipe, { 'search-products': 'toaster' })).failure?.code).toBe('missing-parameter');
    expect((await replay(recipe, { 'search-products': 'toaster', quantity: 'many' })).failure?.code).toBe(
      'bad-parameter',
    );
  });
});
