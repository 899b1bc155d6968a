import { afterEach, expect, it } from 'vitest';
import { testConnection } from '../../../lib/planners/chat-model/test-connection';
import { startEndpoint } from '../../support/loopback-endpoint';
import type { EndpointOptions, LoopbackEndpoint } from '../../support/loopback-endpoint';

let endpoint: LoopbackEndpoint | undefined;

afterEach(async () => {
  await endpoint?.close();
  endpoint = undefined;
});

async function tryOut(served: EndpointOptions, model = 'scripted') {
  endpoint = await startEndpoint(served);
  return testConnection({
    baseUrl: endpoint.baseUrl,
    apiKey: 'sk-1',
    model,
    fetch: (input, init) => fetch(input, init),
  });
}

const READY = { calls: [{ name: 'report_ready' }] };

it('reports models, tool calls and streaming', async () => {
  expect(await tryOut({ script: [READY], models: ['b', 'a'] })).toEqual({
    ok: true,
    models: ['b', 'a'],
    toolCalls: true,
    streaming: true,
  });
});

it('does without a list of models', async () => {
  expect(await tryOut({ script: [READY], models: null })).toEqual({
    ok: true,
    toolCalls: true,
    streaming: true,
  });
});

it('says when the model does not call tools, or must not be given any', async () => {
  expect(await tryOut({ script: [{ say: 'Ready!' }] })).toMatchObject({ ok: true, toolCalls: false });
  await endpoint?.close();
  const refused = await tryOut({ faults: [{ fault: 'no-tools' }], script: [{ say: 'Ready!' }] });
  expect(refused).toMatchObject({ ok: true, toolCalls: false, streaming: true });
});

it('says when the endpoint does not stream', async () => {
  expect(await tryOut({ script: [{ ...READY, unstreamed: true }] })).toMatchObject({
    ok: true,
    streaming: false,
  });
});

it.each<[string, EndpointOptions, string]>([
  ['wrong-key', { apiKey: 'sk-other' }, 'm'],
  ['unknown-model', { faults: [{ fault: 'unknown-model' }] }, 'm'],
  ['not-an-api', { faults: [{ fault: 'html' }] }, 'm'],
  ['endpoint-error', { faults: [{ fault: 'server-error' }] }, 'm'],
  ['reply-garbled', { faults: [{ fault: 'garbage' }] }, 'm'],
  ['no-model-configured', {}, ''],
])('fails with %s', async (code, served, model) => {
  expect(await tryOut(served, model)).toMatchObject({ ok: false, failure: { code } });
});

it('lists the models for whoever has not chosen one yet', async () => {
  expect(await tryOut({ models: ['a'] }, '')).toMatchObject({ ok: false, models: ['a'] });
});

it('fails at once when nothing answers', async () => {
  const gone = await startEndpoint();
  await gone.close();
  const report = await testConnection({
    baseUrl: gone.baseUrl,
    apiKey: '',
    model: 'm',
    fetch: (input, init) => fetch(input, init),
  });
  expect(report).toMatchObject({ ok: false, failure: { code: 'endpoint-unreachable' } });
});
