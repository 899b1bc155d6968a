import { ORDER_TURNS } from './support/ordering';
import { readEvents } from './support/log';
import { startScriptedModel } from './support/scripted-model';
import { useChatModel } from './support/settings';
import { expect, test } from './support/test';

test('a chat model orders two kettles: many steps over many pages, the purchase approved by the user', async ({
  extension,
  openDesk,
  site,
}) => {
  const model = await startScriptedModel(ORDER_TURNS);
  await useChatModel(extension, model);
  const { panel } = await openDesk('/shop');

  await panel.start('Order two of the cheapest kettles for Ada');
  const approved = await panel.approveAll();

  await panel.expectStatus('Done');
  await expect(panel.result).toContainText('Two kettles are ordered.');
  expect(approved.join('\n')).toContain('Place order');
  expect(site.state.orders).toHaveLength(1);
  expect(site.state.orders[0]?.items).toMatchObject([{ name: 'Drift Travel Kettle', quantity: 2 }]);
  expect(site.state.orders[0]?.address).toMatchObject({ fullName: 'Ada Lovelace', country: 'GB' });

  const events = await readEvents(panel.page);
  const started = events.filter((event) => event.type === 'action-intended');
  expect(started.length).toBeGreaterThanOrEqual(8);
  const pages = new Set(
    events.flatMap((event) => (event.type === 'observed' ? [new URL(event.url).pathname] : [])),
  );
  expect(pages.size).toBeGreaterThanOrEqual(3);
  await expect(panel.plan.getByRole('listitem')).toHaveCount(2);
  await model.close();
});

test('what was sent: real HTTP and SSE, the key in the header, the page fenced, the history growing only at its end', async ({
  extension,
  openDesk,
}) => {
  const model = await startScriptedModel([
    ...ORDER_TURNS.slice(0, 2),
    () => [{ name: 'finish', args: { success: true, answer: 'Found one.' } }],
  ]);
  await useChatModel(extension, { ...model, apiKey: 'sk-e2e-key' });
  const { panel } = await openDesk('/shop');
  await panel.start('Find a kettle');
  await panel.expectStatus('Done');

  const chats = model.chats();
  expect(chats).toHaveLength(3);
  expect(model.requests.at(-1)?.headers.authorization).toBe('Bearer sk-e2e-key');
  expect(JSON.stringify(chats)).not.toContain('sk-e2e-key');
  for (const [index, chat] of chats.slice(1).entries()) {
    const before = chats[index]?.messages ?? [];
    expect(chat.messages.slice(0, before.length)).toEqual(before);
  }
  expect(JSON.stringify(await readEvents(panel.page))).not.toContain('sk-e2e-key');
  await model.close();
});

test('success that the page does not show is handed back to the model once, then told to the user', async ({
  extension,
  openDesk,
}) => {
  const args = { success: true, answer: 'Ordered.', evidence: 'Your order is placed' };
  const model = await startScriptedModel([() => [{ name: 'finish', args }]]);
  await useChatModel(extension, model);
  const { panel } = await openDesk('/shop');
  await panel.start('Order a kettle');
  await panel.expectStatus('Done');
  expect(model.chats()).toHaveLength(2);
  expect(JSON.stringify(model.chats()[1]?.messages)).toContain('evidence-not-found');
  await expect(panel.result).toContainText('Said to be on the page, but not found there');
  await model.close();
});
