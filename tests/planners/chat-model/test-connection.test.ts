import { afterEach, describe, expect, it } from 'vitest';
import { testConnection } from '../../../lib/planners/chat-model/test-connection';
import type { TestConnectionOptions, TestStage } from '../../../lib/planners/chat-model/test-connection';
import { startEndpoint } from '../../support/loopback-endpoint';
import type {
  Answer,
  ChatRequestBody,
  EndpointOptions,
  LoopbackEndpoint,
} from '../../support/loopback-endpoint';

let endpoint: LoopbackEndpoint | undefined;

afterEach(async () => {
  await endpoint?.close();
  endpoint = undefined;
});

async function tryOut(served: EndpointOptions, change: Partial<TestConnectionOptions> = {}) {
  endpoint = await startEndpoint(served);
  return testConnection({
    baseUrl: endpoint.baseUrl,
    apiKey: 'sk-1',
    model: 'scripted',
    fetch: (input, init) => fetch(input, init),
    ...change,
  });
}

type Kind = 'tools' | 'schema' | 'image' | 'plain';

function kindOf(body: ChatRequestBody): Kind {
  if (body.tools) return 'tools';
  if ('response_format' in body) return 'schema';
  return Array.isArray(body.messages[0]?.content) ? 'image' : 'plain';
}

const CALL = (part: number) => ({ name: 'report_ready', args: { part } });
const ABLE: Record<Kind, Answer> = {
  tools: { calls: [CALL(1), CALL(2)] },
  schema: { say: '{"sum": 5}' },
  image: { say: 'Orange.' },
  plain: { say: 'Ready.' },
};

/** A model that can do everything but what is changed. */
const model = (change: Partial<Record<Kind, Answer>> = {}): EndpointOptions => ({
  answer: (body) => ({ ...ABLE, ...change })[kindOf(body)],
});

const refusal = (message: string, status = 400): Answer => ({
  fault: 'raw',
  status,
  body: JSON.stringify({ error: { message } }),
});

const capabilitiesOf = async (served: EndpointOptions, change?: Partial<TestConnectionOptions>) => {
  const report = await tryOut(served, change);
  return report.ok ? report.capabilities : report.failure;
};

const ALL = { toolCalls: true, parallelCalls: true, streaming: true, jsonSchema: true, images: true };

describe('a model that is tried out', () => {
  it('shows all that it can do in three tiny requests, whose tokens are counted', async () => {
    const stages: TestStage[] = [];
    const report = await tryOut(
      { ...model(), models: ['b', 'a'] },
      { onStage: (stage) => stages.push(stage) },
    );
    expect(report).toEqual({
      ok: true,
      models: [{ id: 'b' }, { id: 'a' }],
      capabilities: ALL,
      requests: 3,
      usage: { promptTokens: 300, cachedTokens: 0, completionTokens: 30 },
    });
    expect(stages).toEqual(['models', 'tools', 'schema', 'images', 'context']);
    const sent = JSON.stringify(endpoint?.chats());
    expect(sent.length).toBeLessThan(3000);
    expect(sent).not.toContain('sk-1');
  });

  it('does without a list of models', async () => {
    expect(await tryOut({ ...model(), models: null })).toMatchObject({ ok: true, models: [], requests: 3 });
  });

  it('may make one call at a time, or none at all', async () => {
    const one = await capabilitiesOf(model({ tools: { calls: [CALL(1)] } }));
    expect(one).toMatchObject({ toolCalls: true, parallelCalls: false });
    await endpoint?.close();
    const none = await capabilitiesOf(model({ tools: { say: 'Ready!' } }));
    expect(none).toMatchObject({ toolCalls: false, jsonSchema: true });
    expect(none).not.toHaveProperty('parallelCalls');
  });

  it('may be behind an endpoint that refuses tools', async () => {
    const report = await tryOut(model({ tools: refusal('registry.example/tiny does not support tools') }));
    expect(report).toMatchObject({ ok: true, requests: 4 });
    const { parallelCalls: _unknown, ...rest } = ALL;
    expect(report.ok && report.capabilities).toEqual({ ...rest, toolCalls: false });
  });

  it.each([
    ['refuses', refusal("'response_format.type' must be 'text' or 'json_object'")],
    ['ignores', { say: 'Two and three are five.' }],
    ['answers with other JSON to', { say: '{"answer": 5}' }],
  ] as const)('may be one whose server %s a JSON schema', async (_, schema) => {
    expect(await capabilitiesOf(model({ schema }))).toEqual({ ...ALL, jsonSchema: false });
  });

  it.each([
    ['refuses', refusal('image input is not supported - hint: you may need to provide the mmproj', 500)],
    ['does not see', { say: 'I cannot see pictures, but let me guess: blue.' }],
  ] as const)('may be one that %s pictures', async (_, image) => {
    expect(await capabilitiesOf(model({ image }))).toEqual({ ...ALL, images: false });
  });

  it('may think aloud before it answers', async () => {
    const schema = { say: '<think>2 + 3 …</think>{"sum": 5}' };
    expect(
      await capabilitiesOf(model({ schema, image: { say: '<think>red?</think>It is orange' } })),
    ).toEqual(ALL);
  });

  it('leaves open what could not be found out', async () => {
    const busy: Answer = { fault: 'rate-limited' };
    const found = await capabilitiesOf(model({ schema: busy, image: { fault: 'cut' } }));
    expect(found).toEqual({ toolCalls: true, parallelCalls: true, streaming: true });
  });

  it('may be behind an endpoint that does not stream, or that refuses to count the tokens of a stream', async () => {
    const whole = await capabilitiesOf(model({ tools: { calls: [CALL(1)], unstreamed: true } }));
    expect(whole).toMatchObject({ streaming: false });
    await endpoint?.close();
    const counted = await tryOut({
      answer: (body) =>
        body.stream_options
          ? refusal('Unrecognized argument: stream_options')
          : (ABLE[kindOf(body)] as Answer),
    });
    expect(counted).toMatchObject({ ok: true, requests: 4, capabilities: { ...ALL, streamUsage: false } });
  });
});

describe('the size of the context', () => {
  const contextOf = async (served: EndpointOptions, change?: Partial<TestConnectionOptions>) => {
    const found = await capabilitiesOf({ ...model(), ...served }, change);
    return 'contextTokens' in found ? found.contextTokens : undefined;
  };
  const row = (change: object) => ({
    models: [
      { id: 'other', max_model_len: 7 },
      { id: 'scripted', ...change },
    ],
  });

  it.each([
    ['vLLM', { max_model_len: 32_768 }, 32_768],
    ['OpenRouter', { context_length: 200_000 }, 200_000],
    ['Mistral', { max_context_length: 131_072 }, 131_072],
    ['Groq', { context_window: 8192 }, 8192],
    ['llama.cpp, what the model was made for', { meta: { n_ctx_train: 131_072 } }, undefined],
    ['an endpoint that says nothing', {}, undefined],
    ['an endpoint that says nonsense', { context_length: 'lots' }, undefined],
  ])('is read from the list of models: %s', async (_, change, size) => {
    expect(await contextOf(row(change))).toBe(size);
  });

  it('is what Ollama has given the model that is loaded, not what the model was made for', async () => {
    const own = {
      'GET /api/ps': { models: [{ model: 'scripted:latest', context_length: 4096 }] },
      'POST /api/show': { model_info: { 'llama.context_length': 131_072 } },
    };
    expect(await contextOf({ own, models: [{ id: 'scripted', owned_by: 'library' }] })).toBe(4096);
  });

  it('is what the model’s own file sets, at an Ollama that does not tell what it has loaded', async () => {
    const own = {
      'GET /api/ps': { models: [{ model: 'scripted' }] },
      'POST /api/show': { parameters: 'temperature 0.7\nnum_ctx                        16384' },
    };
    expect(await contextOf({ own }, { provider: 'ollama' })).toBe(16_384);
  });

  it('is what LM Studio has loaded the model with', async () => {
    const data = [{ id: 'scripted', max_context_length: 131_072, loaded_context_length: 8192 }];
    expect(await contextOf({ own: { 'GET /api/v0/models': { data } } }, { provider: 'lm-studio' })).toBe(
      8192,
    );
  });

  it('is what llama.cpp was started with', async () => {
    const own = { 'GET /props': { default_generation_settings: { n_ctx: 12_288 } } };
    expect(await contextOf({ own, models: [{ id: 'scripted', owned_by: 'llamacpp' }] })).toBe(12_288);
  });

  it('is unknown where the server’s own address does not exist, and nobody else’s is asked', async () => {
    expect(await contextOf({}, { provider: 'ollama' })).toBeUndefined();
    await endpoint?.close();
    expect(await contextOf({}, { provider: 'openai' })).toBeUndefined();
    const paths = endpoint?.requests.map(({ path }) => path) ?? [];
    expect(new Set(paths)).toEqual(new Set(['/v1/models', '/v1/chat/completions']));
  });
});

describe('the list of models', () => {
  it('tells prices per million tokens, pictures and context, where the endpoint does', async () => {
    const report = await tryOut({
      ...model(),
      models: [
        {
          id: 'scripted',
          context_length: 1000,
          architecture: { input_modalities: ['text', 'image'] },
          pricing: { prompt: '0.0000004', completion: '0.0000016', input_cache_read: '0.0000001' },
        },
        { id: 'auto', pricing: { prompt: '-1', completion: '-1' } },
        {
          id: 'free',
          pricing: { prompt: '0', completion: '0' },
          architecture: { input_modalities: ['text'] },
        },
        { name: 'without an id' },
      ],
    });
    expect(report.models).toEqual([
      {
        id: 'scripted',
        contextTokens: 1000,
        images: true,
        price: { prompt: 0.4, cached: 0.1, completion: 1.6 },
      },
      { id: 'auto' },
      { id: 'free', images: false, price: { prompt: 0, completion: 0 } },
    ]);
  });

  it('is there for whoever has not chosen a model yet', async () => {
    expect(await tryOut({ models: ['a'] }, { model: '' })).toMatchObject({
      ok: false,
      models: [{ id: 'a' }],
    });
    expect(endpoint?.chats()).toHaveLength(0);
  });
});

describe('a connection that does not work', () => {
  const bare403: Answer = { fault: 'raw', status: 403, body: '', headers: { 'content-type': 'text/plain' } };

  it.each<[string, EndpointOptions, string]>([
    ['wrong-key', { apiKey: 'sk-other' }, 'm'],
    ['unknown-model', { faults: [{ fault: 'unknown-model' }] }, 'm'],
    ['not-an-api', { faults: [{ fault: 'html' }] }, 'm'],
    ['endpoint-error', { faults: [{ fault: 'server-error' }] }, 'm'],
    ['reply-garbled', { faults: [{ fault: 'garbage' }] }, 'm'],
    ['rate-limited', { faults: [{ fault: 'rate-limited' }] }, 'm'],
    ['origin-refused', { faults: [bare403] }, 'm'],
    ['wrong-key', { faults: [{ ...bare403, body: '{"error":{"message":"Country not supported"}}' }] }, 'm'],
    ['no-model-configured', {}, ''],
  ])('fails with %s, and nothing is tried again', async (code, served, name) => {
    expect(await tryOut(served, { model: name })).toMatchObject({ ok: false, failure: { code } });
    expect(endpoint?.chats().length).toBeLessThanOrEqual(1);
  });

  it('fails at once when nothing answers', async () => {
    const gone = await startEndpoint();
    await gone.close();
    const report = await tryOut({}, { baseUrl: gone.baseUrl, apiKey: '' });
    expect(report).toMatchObject({ ok: false, failure: { code: 'endpoint-unreachable' } });
  });

  it('is told as origin-refused by an Ollama that does not know the extension, and works once it does', async () => {
    const origin = 'chrome-extension://abcdef';
    const asExtension: typeof fetch = (input, init) => {
      const headers = new Headers(init?.headers);
      if (init?.method === 'POST') headers.set('origin', origin);
      return fetch(input, { ...init, headers });
    };
    const refused = await tryOut({ ...model(), allowedOrigins: [] }, { fetch: asExtension });
    expect(refused).toMatchObject({ ok: false, failure: { code: 'origin-refused' } });
    await endpoint?.close();
    expect(await tryOut({ ...model(), allowedOrigins: [origin] }, { fetch: asExtension })).toMatchObject({
      ok: true,
    });
  });
});

it.each<TestStage>(['models', 'tools', 'schema', 'images', 'context'])(
  'stops at once when the user stops it while it tries %s',
  async (stage) => {
    const stop = new AbortController();
    const report = await tryOut(model(), {
      signal: stop.signal,
      onStage: (now) => now === stage && stop.abort(),
    });
    expect(report).toMatchObject({ ok: false, failure: { code: 'aborted' } });
    const before = ['models', 'tools', 'schema', 'images', 'context'].indexOf(stage);
    expect(endpoint?.chats().length).toBeLessThanOrEqual(Math.max(0, before - 1));
  },
);
