import type { Page } from '@playwright/test';
import { startEndpoint, type Answer, type ChatRequestBody } from '../support/loopback-endpoint';
import { readEvents } from './support/log';
import { viewOf } from './support/scripted-model';
import { useChatModel } from './support/settings';
import { expect, test } from './support/test';

const FINISH = { name: 'finish', args: { success: true, answer: 'There is a Drift Travel Kettle.' } };

/** Searches, then is done: told by how often the model has spoken. */
function nextCalls(body: ChatRequestBody) {
  const isFirst = body.messages.every(({ role }) => role !== 'assistant');
  if (!isFirst) return [FINISH];
  const ref = viewOf(body).ref('searchbox', 'Search the shop');
  return [{ name: 'type_text', args: { ref, text: 'kettle', submit: true } }];
}

function proposalsOf(events: Awaited<ReturnType<typeof readEvents>>) {
  return events.flatMap((event) => (event.type === 'proposed' ? [event.proposal] : []));
}

test('a model without tool calls does the task in JSON; that it has none is remembered for the next run', async ({
  extension,
  openDesk,
}) => {
  const answer = (body: ChatRequestBody): Answer =>
    body.tools === undefined
      ? {
          say: `Here you are:\n\`\`\`json\n${JSON.stringify({ say: 'Looking.', calls: nextCalls(body) })}\n\`\`\``,
        }
      : { fault: 'no-tools' };
  const model = await startEndpoint({ answer });
  await useChatModel(extension, model);
  const { panel } = await openDesk('/shop');

  await panel.start('Find a kettle');
  await panel.expectStatus('Done');
  await expect(panel.result).toContainText('There is a Drift Travel Kettle.');
  await expect(panel.steps).toContainText('Looking.');
  await panel.page.getByRole('button', { name: 'New task' }).click();
  await panel.start('Find it once more');
  await panel.expectStatus('Done');

  const proposals = proposalsOf(await readEvents(panel.page));
  expect(proposals.map(({ readAs }) => readAs)).toEqual(Array(proposals.length).fill('json'));
  expect(proposals.flatMap(({ tries = [] }) => tries)).toEqual([{ code: 'no-tool-calls', waitedMs: 0 }]);
  expect(model.chats().filter((body) => body.tools !== undefined)).toHaveLength(1);
  expect(JSON.stringify(model.chats().slice(1))).not.toContain('"role":"tool"');
  await model.close();
});

test('the panel says what it waits for; a run whose model has no credit goes on with the fallback, whose key goes nowhere else', async ({
  extension,
  openDesk,
}) => {
  const broke = JSON.stringify({ error: { message: 'Insufficient credits', code: 402 } });
  const poor = await startEndpoint({
    faults: [{ fault: 'rate-limited', retryAfter: '2' }],
    answer: () => ({ fault: 'raw', status: 402, body: broke }),
  });
  const other = await startEndpoint({ answer: (body) => ({ say: 'Looking.', calls: nextCalls(body) }) });
  await useChatModel(extension, { ...poor, apiKey: 'sk-first' });
  const { panel } = await openDesk('/shop');

  await panel.start('Find a kettle');
  await expect(panel.steps).toContainText(/asks for a pause; trying again in [23] s/);
  await panel.expectStatus('Failed');
  await expect(panel.result).toContainText('has no credit left');

  const settings = await extension.open('settings.html');
  await settings.getByLabel('Ask another model when this one cannot answer').check();
  await settings.getByLabel('Fallback endpoint').fill(other.baseUrl);
  await settings.getByLabel('Fallback key').fill('sk-second');
  await settings.getByLabel('Fallback model').fill('other');
  await settings.getByRole('button', { name: 'Save' }).click();
  await expect(settings.getByRole('status')).toHaveText(/saved/i);
  await panel.result.getByRole('button', { name: 'Try again' }).click();
  await panel.expectStatus('Done');
  await expect(panel.steps).toContainText('The model could not answer, so “scripted-1” does');

  expect(proposalsOf(await readEvents(panel.page))).toMatchObject([
    { fellBack: true, tries: [{ code: 'out-of-credit', waitedMs: 0 }] },
    { fellBack: true },
  ]);
  const keys = (served: typeof poor) => [
    ...new Set(served.requests.map(({ headers }) => headers.authorization)),
  ];
  expect([keys(poor), keys(other)]).toEqual([['Bearer sk-first'], ['Bearer sk-second']]);
  await Promise.all([poor.close(), other.close()]);
});

/** Stands in for the model of the browser, in a page or in the worker: searches, then is done. */
function installModel(): void {
  const reply = (text: string, isFirst: boolean) => {
    const ref = /(e\d+) searchbox "Search the shop"/.exec(text)?.[1] ?? '';
    const calls = isFirst
      ? [{ name: 'type_text', args: { ref, text: 'kettle', submit: true } }]
      : [{ name: 'finish', args: { success: true, answer: 'There is a Drift Travel Kettle.' } }];
    return JSON.stringify({ say: 'Looking by myself.', calls });
  };
  let state = 'downloadable';
  const model = {
    availability: () => Promise.resolve(state),
    create: (options: { initialPrompts?: unknown[]; monitor?(monitor: EventTarget): void }) => {
      const monitor = new EventTarget();
      options.monitor?.(monitor);
      monitor.dispatchEvent(Object.assign(new Event('downloadprogress'), { loaded: 1 }));
      state = 'available';
      return Promise.resolve({
        promptStreaming: (input: string) =>
          new ReadableStream({
            start(controller) {
              controller.enqueue(reply(input, (options.initialPrompts ?? []).length <= 1));
              controller.close();
            },
          }),
        destroy: () => undefined,
        contextUsage: 700,
        contextWindow: 9216,
      });
    },
  };
  Object.defineProperty(globalThis, 'LanguageModel', { value: model, configurable: true });
}

test('the browser’s own model, once it is downloaded, does the task', async ({ extension, openDesk }) => {
  const settings = await openWith(
    extension.context.newPage(),
    installModel,
    `${extensionUrl(extension)}/settings.html`,
  );
  await settings.getByLabel('Planner', { exact: true }).selectOption({ label: 'Built-in model' });
  await settings.getByRole('button', { name: 'Download the model' }).click();
  await expect(settings.getByText('The model is ready.')).toBeVisible();
  await settings.getByRole('button', { name: 'Save' }).click();
  await expect(settings.getByRole('status')).toHaveText(/saved/i);

  const { panel } = await openDesk('/shop');
  const worker = await extension.worker();
  await worker.evaluate(installModel);
  await panel.start('Find a kettle');
  await expect(panel.page.getByRole('alert')).toContainText('has to be downloaded first');
  await worker.evaluate(() => Reflect.get(globalThis, 'LanguageModel').create({}));
  await panel.run.click();
  await panel.expectStatus('Done');
  await expect(panel.steps).toContainText('Looking by myself.');
  expect(proposalsOf(await readEvents(panel.page))).toMatchObject([
    { model: 'built-in', readAs: 'json', costUsd: 0 },
    { actions: [{ name: 'finish' }] },
  ]);
});

test('a browser without a model of its own says so in the settings', async ({ extension }) => {
  const remove = () =>
    Object.defineProperty(globalThis, 'LanguageModel', { value: undefined, configurable: true });
  const settings = await openWith(
    extension.context.newPage(),
    remove,
    `${extensionUrl(extension)}/settings.html`,
  );
  await expect(settings.getByText('This browser has no model of its own.')).toBeVisible();
  await expect(settings.getByRole('option', { name: 'Built-in model' })).toBeDisabled();
});

function extensionUrl({ extensionId }: { extensionId: string }): string {
  return `chrome-extension://${extensionId}`;
}

async function openWith(opened: Promise<Page>, script: () => void, url: string): Promise<Page> {
  const page = await opened;
  await page.addInitScript(script);
  await page.goto(url);
  return page;
}
