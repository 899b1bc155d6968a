import { startEndpoint, type Answer, type ChatRequestBody } from '../support/loopback-endpoint.ts';
import { expect, test } from './support/test';

const CALL = (part: number) => ({ name: 'report_ready', args: { part } });

/** What a model that can do everything answers to the probes of "Test connection"; undefined for anything else. */
function answerProbe(body: ChatRequestBody): Answer | undefined {
  if (body.tools?.some((tool) => tool.function.name === 'report_ready')) return { calls: [CALL(1), CALL(2)] };
  if ('response_format' in body) return { say: '{"sum": 5}' };
  return JSON.stringify(body.messages).includes('Which colour') ? { say: 'Orange' } : undefined;
}

test('an Ollama that refuses the extension is explained with what to type; once it is told, the model is tried out and remembered', async ({
  extension,
}) => {
  const allowedOrigins: string[] = [];
  const endpoint = await startEndpoint({
    allowedOrigins,
    models: [{ id: 'tiny:1b', owned_by: 'library' }],
    own: { 'GET /api/ps': { models: [{ model: 'tiny:1b', context_length: 4096 }] } },
    answer: (body) => answerProbe(body) ?? { say: 'Ready.' },
  });
  const page = await extension.open('settings.html');
  await page.getByLabel('Planner', { exact: true }).selectOption({ label: 'Chat model' });
  await page.getByLabel('Provider').selectOption({ label: 'Ollama' });
  await expect(page.getByLabel('Base URL')).toHaveValue('http://localhost:11434/v1');
  await page.getByLabel('Base URL').fill(endpoint.baseUrl);
  await page.getByLabel('Model', { exact: true }).fill('tiny:1b');
  await page.getByRole('button', { name: 'Test connection' }).click();
  await expect(page.getByText(/refuses requests that come from this browser extension/)).toBeVisible();
  await expect(page.getByText(`origin chrome-extension://${extension.extensionId}`)).toBeVisible();

  allowedOrigins.push(`chrome-extension://${extension.extensionId}`);
  await page.getByRole('button', { name: 'Test connection' }).click();
  await expect(page.getByText('It answers. The test took 3 requests and 330 tokens.')).toBeVisible();
  await expect(page.getByText('Can read 4.1K tokens at once.')).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.reload();
  const known = page.getByRole('list', { name: 'What the model can do' });
  await expect(known.getByText('Sees pictures')).toBeVisible();
  await endpoint.close();
});

test('what a run costs, by the price that the endpoint lists: in the panel, in its record, and in the spending of the day', async ({
  extension,
  openDesk,
}) => {
  const pricing = { prompt: '0.000002', completion: '0.00001', input_cache_read: '0.000001' };
  const finish = { name: 'finish', args: { success: true, answer: 'Nothing to do.' } };
  const usage = { prompt: 100_000, cached: 50_000, completion: 1000 };
  const endpoint = await startEndpoint({
    models: [{ id: 'scripted', context_length: 32_768, pricing }, 'other'],
    answer: (body) => answerProbe(body) ?? { calls: [finish], usage },
  });
  const settings = await extension.open('settings.html');
  await settings.getByLabel('Planner', { exact: true }).selectOption({ label: 'Chat model' });
  await settings.getByLabel('Base URL').fill(endpoint.baseUrl);
  await settings.getByRole('button', { name: 'List models' }).click();
  await settings.getByLabel('Model', { exact: true }).click();
  await settings.getByRole('option', { name: /^scripted.*\$2\.00 read/ }).click();
  await settings.getByRole('button', { name: 'Test connection' }).click();
  await expect(settings.getByText('Can read 32.8K tokens at once.')).toBeVisible();
  await expect(settings.getByText('told by the endpoint')).toBeVisible();
  await settings.getByRole('button', { name: 'Save' }).click();
  await expect(settings.getByRole('status')).toHaveText(/saved/i);

  const { panel } = await openDesk('/shop');
  await panel.start('Look around');
  await panel.expectStatus('Done');
  // 50,000 fresh, 50,000 from the cache, 1,000 written.
  await expect(panel.page.getByText('101K tokens · $0.16')).toBeVisible();
  const library = await extension.open('library.html?spending');
  await expect(library.getByText('$0.16 · 101K tokens')).toBeVisible();
  await expect(library.getByRole('table', { name: 'By model' })).toContainText('scripted');
  await endpoint.close();
});
