import type { Page } from '@playwright/test';
import { readEvents } from './support/log';
import { startPages } from './support/pages';
import { openPanel } from './support/panel';
import { type Turn, startScriptedModel } from './support/scripted-model';
import { useChatModel } from './support/settings';
import { expect, test } from './support/test';

const ADDRESS = {
  fullName: 'Ada Lovelace',
  email: 'ada@example.org',
  street: '12 St James Square',
  postcode: 'SW1Y',
  city: 'London',
  country: 'GB',
};

const FINISH: Turn = () => [{ name: 'finish', args: { success: true, answer: 'As far as I may.' } }];

/** Fills the cart and the address as the tab's own session, so that the payment page opens. */
async function goToPayment(tab: Page, site: string): Promise<void> {
  await tab.request.post(`${site}/shop/cart/items`, {
    form: { product: 'drift-travel-kettle', quantity: '1' },
  });
  await tab.request.post(`${site}/shop/checkout`, { form: ADDRESS });
  await tab.goto(`${site}/shop/checkout/payment`);
  await expect(tab.frameLocator('#card').getByLabel('Card number')).toBeVisible();
}

test('the card frame of a checkout: its card number is refused, and the planner is told to ask the user', async ({
  extension,
  openDesk,
  site,
}) => {
  const refs: string[] = [];
  const model = await startScriptedModel([
    (view) => {
      refs.push(view.ref('textbox', 'Card number'));
      return [{ name: 'type_text', args: { ref: refs[0], text: '4111 1111 1111 1111' } }];
    },
    () => [{ name: 'ask_user', args: { question: 'Please fill in the card number on the page.' } }],
    FINISH,
  ]);
  await useChatModel(extension, model);
  const { panel, tab } = await openDesk('/shop');
  await goToPayment(tab, site.url);
  await panel.start('Fill in my card');

  const question = panel.page.getByRole('region', { name: 'Question' });
  await expect(question).toContainText('Please fill in the card number');
  await expect(panel.steps).toContainText('Only you type those');
  await expect(tab.frameLocator('#card').getByLabel('Card number')).toHaveValue('');
  expect(refs).toEqual([expect.stringMatching(/^f\d+e\d+$/)]);
  expect(JSON.stringify(model.chats().at(1)?.messages.at(-1))).toContain(
    'Use ask_user to have the user fill it in on the page',
  );

  await question.getByRole('textbox').fill('Done');
  await question.getByRole('button', { name: 'Answer' }).click();
  await panel.expectStatus('Done');
  await model.close();
});

test('a frame of another origin: typed into once the user has allowed that origin', async ({ extension }) => {
  const inside = await startPages({
    '/': '<label>Name on card <input></label><label>Expiry <input></label>',
  });
  const outside = await startPages({
    '/': `<h1>Pay</h1><iframe title="Card" src="${inside.url}/"></iframe>`,
  });
  const model = await startScriptedModel([
    (view) => [
      { name: 'type_text', args: { ref: view.ref('textbox', 'Name on card'), text: 'Ada Lovelace' } },
      { name: 'type_text', args: { ref: view.ref('textbox', 'Expiry'), text: '12/29' } },
    ],
    FINISH,
  ]);
  await useChatModel(extension, model);
  const tab = await extension.context.newPage();
  await tab.goto(outside.url);
  const panel = await openPanel(extension, await extension.tabIdOf(tab));
  await panel.start('Fill in the card');
  await panel.expectStatus('Needs you');
  await expect(panel.approval).toContainText(inside.url);
  const card = tab.frameLocator('iframe');
  await expect(card.getByLabel('Name on card')).toHaveValue('');
  await panel.answer('Allow once');

  await panel.expectStatus('Done');
  await expect(card.getByLabel('Name on card')).toHaveValue('Ada Lovelace');
  await expect(card.getByLabel('Expiry')).toHaveValue('12/29');
  const typed = (await readEvents(panel.page)).flatMap((event) =>
    event.type === 'action-intended' && event.call.name === 'type_text' ? [event.call.args['ref']] : [],
  );
  expect(typed).toEqual([expect.stringMatching(/^f\d+e\d+$/), expect.stringMatching(/^f\d+e\d+$/)]);
  await Promise.all([model.close(), inside.close(), outside.close()]);
});

test('frames within frames of the same origin: each has refs of its own and nobody is asked', async ({
  extension,
}) => {
  const pages = await startPages({
    '/': '<h1>Outside</h1><button>Save</button><iframe title="Middle" src="/middle" height="300"></iframe>',
    '/middle': '<h2>Middle</h2><button>Save</button><iframe title="Inside" src="/inside"></iframe>',
    '/inside': `<label>Note <input id="note"></label><button onclick="out.textContent = note.value">Save</button>
      <p role="status" id="out"></p>`,
  });
  const refs: string[] = [];
  const model = await startScriptedModel([
    (view) => {
      refs.push(...[...view.text.matchAll(/((?:f\d+)?e\d+) button "Save"/g)].map((match) => match[1] ?? ''));
      return [
        { name: 'type_text', args: { ref: view.ref('textbox', 'Note'), text: 'Deep down' } },
        { name: 'click', args: { ref: view.ref('button', 'Save') } },
      ];
    },
    (view) => [
      { name: 'finish', args: { success: view.shows('Deep down'), answer: 'Saved.', evidence: 'Deep down' } },
    ],
  ]);
  await useChatModel(extension, model);
  const tab = await extension.context.newPage();
  await tab.goto(pages.url);
  const panel = await openPanel(extension, await extension.tabIdOf(tab));
  await panel.start('Note "Deep down" and save it');
  await panel.expectStatus('Done');
  await expect(tab.frameLocator('iframe').frameLocator('iframe').getByRole('status')).toHaveText('Deep down');
  expect(new Set(refs).size).toBe(3);
  expect(new Set(refs.map((ref) => ref.replace(/e\d+$/, ''))).size).toBe(3);
  await model.close();
  await pages.close();
});
