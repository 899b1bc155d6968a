import { afterEach, describe, expect, it, vi } from 'vitest';
import { createChatModelPlanner } from '../../../lib/planners/chat-model/create-chat-model-planner';
import type { ChatModelOptions } from '../../../lib/planners/chat-model/create-chat-model-planner';
import { startEndpoint } from '../../support/loopback-endpoint';
import type { Fault, LoopbackEndpoint } from '../../support/loopback-endpoint';
import { ask, failureOf, proposalOf } from './ask';
import { DEADLINE_MS, FAR_TIMEOUTS, instantPorts, makeContext } from './make-context';

let endpoint: LoopbackEndpoint | undefined;

afterEach(async () => {
  await endpoint?.close();
  endpoint = undefined;
  vi.unstubAllGlobals();
});

describe('a whole reply', () => {
  it('becomes a proposal: words, calls with their ids, usage, model', async () => {
    const { result, tokens } = await ask({
      script: [
        {
          say: 'I open the kettle. 水壶 🫖',
          calls: [
            { name: 'click', args: { ref: 'e1' }, id: 'call_a' },
            { name: 'type_text', args: { ref: 'e2', text: 'a "quoted" line\n第二行' }, id: 'call_b' },
          ],
          usage: { prompt: 1200, completion: 30, cached: 1024 },
        },
      ],
    });
    expect(proposalOf(result)).toEqual({
      say: 'I open the kettle. 水壶 🫖',
      actions: [
        { name: 'click', args: { ref: 'e1' }, callId: 'call_a' },
        { name: 'type_text', args: { ref: 'e2', text: 'a "quoted" line\n第二行' }, callId: 'call_b' },
      ],
      usage: { promptTokens: 1200, cachedTokens: 1024, completionTokens: 30 },
      // The endpoint is on this machine.
      costUsd: 0,
      latencyMs: 0,
      model: 'scripted-1',
    });
    expect(tokens.join('')).toBe('I open the kettle. 水壶 🫖');
    expect(tokens.length).toBeGreaterThan(3);
  });

  it('may be words alone', async () => {
    const { result } = await ask({ script: [{ say: 'Which kettle?' }] });
    expect(proposalOf(result)).toMatchObject({ say: 'Which kettle?', actions: [] });
  });

  it('counts zero tokens when the endpoint reports none', async () => {
    const event = { choices: [{ delta: { content: 'Done.' }, finish_reason: 'stop' }] };
    const body = `data: ${JSON.stringify(event)}\n\ndata: [DONE]\n\n`;
    const { result } = await ask({ faults: [sse(body)] });
    expect(proposalOf(result).usage).toEqual({ promptTokens: 0, cachedTokens: 0, completionTokens: 0 });
  });

  it('leaves reasoning out of the words and of the stream', async () => {
    const { result, tokens } = await ask({
      script: [
        {
          reasoning: 'SECRET PLAN',
          say: '<think>hidden, too</think>I click.',
          calls: [{ name: 'click', args: { ref: 'e1' } }],
        },
      ],
    });
    expect(proposalOf(result).say).toBe('I click.');
    expect(tokens.join('')).toBe('I click.');
  });

  it('is read from one JSON document when the endpoint ignores `stream`', async () => {
    const { result, tokens } = await ask({
      script: [
        {
          say: 'Here.',
          calls: [{ name: 'click', args: { ref: 'e1' } }],
          unstreamed: true,
          usage: { prompt: 5, completion: 6 },
        },
      ],
    });
    expect(proposalOf(result)).toMatchObject({
      say: 'Here.',
      actions: [{ name: 'click', args: { ref: 'e1' } }],
      usage: { promptTokens: 5, completionTokens: 6 },
    });
    expect(tokens.join('')).toBe('Here.');
  });
});

describe('the request', () => {
  it('streams, asks for usage, carries tools, messages and the key, and nothing about this machine', async () => {
    const { endpoint: served } = await ask({ script: [{ say: 'ok' }], apiKey: 'sk-secret-key-1234' });
    const request = served.requests[0];
    expect(request?.body).toMatchObject({
      model: 'scripted',
      stream: true,
      stream_options: { include_usage: true },
    });
    expect(request?.body?.tools?.map((tool) => tool.function.name)).toEqual(['click']);
    expect(request?.body?.messages[0]?.role).toBe('system');
    expect(JSON.stringify(request?.body?.messages)).toContain('Buy a kettle');
    expect(request?.headers['authorization']).toBe('Bearer sk-secret-key-1234');
    const telemetry = Object.keys(request?.headers ?? {}).filter((name) => /stainless|openai/.test(name));
    expect(telemetry).toEqual([]);
  });

  it('has no Authorization header when there is no key', async () => {
    const { endpoint: served, result } = await ask({ script: [{ say: 'ok' }] }, { apiKey: '' });
    expect(result.ok).toBe(true);
    expect(served.requests[0]?.headers['authorization']).toBeUndefined();
  });

  it('is made again without stream_options where they are refused', async () => {
    const refusal = JSON.stringify({
      object: 'error',
      message:
        "[{'type': 'extra_forbidden', 'loc': ('body', 'stream_options'), 'msg': 'Extra inputs are not permitted'}]",
    });
    const { endpoint: served, result } = await ask({
      faults: [{ fault: 'raw', status: 422, body: refusal }],
      script: [{ say: 'ok' }],
    });
    expect(result.ok).toBe(true);
    expect(served.chats().map((chat) => chat.stream_options)).toEqual([{ include_usage: true }, undefined]);
  });

  it('works where the SDK takes the scope for a browser', async () => {
    // The SDK refuses to be constructed in windows and, since 7.x, in workers.
    vi.stubGlobal('window', { document: {} });
    vi.stubGlobal('navigator', { userAgent: 'Chrome' });
    const { result } = await ask({ script: [{ say: 'ok' }] });
    expect(result.ok).toBe(true);
  });

  it('never follows a redirect with the key', async () => {
    const other = await startEndpoint({ script: [{ say: 'stolen' }] });
    const to = `${other.baseUrl}/chat/completions`;
    const { result } = await ask({
      faults: Array.from({ length: 4 }, (): Fault => ({ fault: 'redirect', to })),
    });
    expect(failureOf(result).code).toBe('endpoint-unreachable');
    expect(other.requests).toEqual([]);
    await other.close();
  });
});

function sse(body: string): Fault {
  return { fault: 'raw', status: 200, body, headers: { 'content-type': 'text/event-stream' } };
}

function callEvent(called: Record<string, unknown>): string {
  const delta = { tool_calls: [{ index: 0, function: called }] };
  return `data: ${JSON.stringify({ choices: [{ delta, finish_reason: 'tool_calls' }] })}\n\n`;
}

function json(status: number, body: unknown): Fault {
  return { fault: 'raw', status, body: JSON.stringify(body) };
}

describe('failures that trying again does not mend', () => {
  const finish = (reason: string): Fault =>
    sse(
      `data: ${JSON.stringify({ choices: [{ delta: { content: 'Half' }, finish_reason: reason }] })}\n\ndata: [DONE]\n\n`,
    );

  it.each<[string, string, Fault]>([
    ['a wrong key', 'wrong-key', { fault: 'unauthorized' }],
    ['a forbidden key', 'wrong-key', json(403, { error: { message: 'Forbidden' } })],
    ['an unknown model (OpenAI)', 'unknown-model', { fault: 'unknown-model' }],
    [
      'an unknown model (Ollama)',
      'unknown-model',
      json(404, { error: { message: 'model "x" not found, try pulling it first', type: 'api_error' } }),
    ],
    [
      'an unknown model (OpenRouter)',
      'unknown-model',
      json(400, { error: { message: 'x/y is not a valid model ID', code: 400 } }),
    ],
    ['an unknown model (DeepSeek)', 'unknown-model', json(400, { error: { message: 'Model Not Exist' } })],
    [
      'an unknown model (vLLM)',
      'unknown-model',
      json(404, { object: 'error', message: 'The model `x` does not exist.', code: 404 }),
    ],
    ['a wrong path', 'not-found', { fault: 'not-found' }],
    [
      'a wrong path (LM Studio, with status 200)',
      'not-found',
      json(200, { error: 'Unexpected endpoint or method. (POST /chat/completions)' }),
    ],
    ['no credit', 'out-of-credit', json(402, { error: { message: 'Insufficient credits', code: 402 } })],
    [
      'no quota',
      'out-of-credit',
      json(429, { error: { message: 'You exceeded your current quota', code: 'insufficient_quota' } }),
    ],
    [
      'a prompt that is too long',
      'prompt-too-long',
      json(400, {
        error: {
          message: "This model's maximum context length is 4096 tokens",
          code: 'context_length_exceeded',
        },
      }),
    ],
    ['any other refusal', 'request-refused', json(400, { error: { message: 'messages.0 is odd' } })],
    ['a web page', 'not-an-api', { fault: 'html' }],
    [
      'a web page as an error',
      'not-an-api',
      {
        fault: 'raw',
        status: 400,
        body: '<!DOCTYPE html><p>no</p>',
        headers: { 'content-type': 'text/html' },
      },
    ],
    ['a reply over its length', 'reply-too-long', finish('length')],
    ['a filtered reply', 'reply-filtered', finish('content_filter')],
  ])('%s: %s', async (_name, code, fault) => {
    const {
      result,
      endpoint: served,
      waits,
    } = await ask({ faults: [fault], script: [{ say: 'a second chance' }] });
    const failure = failureOf(result);
    expect(failure.code).toBe(code);
    expect(failure.params?.['endpoint']).toBe(served.baseUrl);
    expect(served.chats()).toHaveLength(1);
    expect(waits).toEqual([]);
    expect(JSON.stringify(failure)).not.toMatch(/sk-/);
  });
});

describe('trying again', () => {
  it('waits as long as the endpoint asks, then goes on', async () => {
    const { result, waits } = await ask({
      faults: [{ fault: 'rate-limited', retryAfter: '7' }],
      script: [{ say: 'ok' }],
    });
    expect(result.ok).toBe(true);
    expect(waits).toEqual([7_000]);
  });

  it('reads a date in Retry-After', async () => {
    const { waits } = await ask(
      {
        faults: [{ fault: 'rate-limited', retryAfter: 'Thu, 01 Jan 1970 00:00:11 GMT' }],
        script: [{ say: 'ok' }],
      },
      { now: () => 1_000 },
    );
    expect(waits).toEqual([10_000]);
  });

  it('backs off by itself, and gives up after four tries', async () => {
    const faults: Fault[] = Array.from({ length: 5 }, () => ({ fault: 'server-error' }));
    const { result, waits, endpoint: served } = await ask({ faults });
    expect(failureOf(result).code).toBe('endpoint-error');
    expect(waits).toEqual([1_000, 2_000, 4_000]);
    expect(served.chats()).toHaveLength(4);
    const code = 'endpoint-error';
    expect(result).toMatchObject({
      tries: [1_000, 2_000, 4_000, 0].map((waitedMs) => ({ code, waitedMs })),
    });
  });

  it('waits a little longer at random, so that not everybody comes back at once', async () => {
    const faults: Fault[] = [{ fault: 'server-error' }, { fault: 'rate-limited', retryAfter: '7' }];
    const { waits } = await ask({ faults, script: [{ say: 'ok' }] }, { random: () => 0.5 });
    expect(waits).toEqual([1_250, 7_500]);
  });

  it('tells what it waits for, and writes each failed try down', async () => {
    const faults: Fault[] = [{ fault: 'rate-limited', retryAfter: '8' }, { fault: 'cut' }];
    const { result, statuses, endpoint: served } = await ask({ faults, script: [{ say: 'ok' }] });
    expect(statuses).toEqual([
      { key: 'waiting.rate-limited', params: { endpoint: served.baseUrl, seconds: '8' } },
      { key: 'waiting.reply-cut', params: { endpoint: served.baseUrl, seconds: '2' } },
    ]);
    expect(proposalOf(result).tries).toEqual([
      { code: 'rate-limited', waitedMs: 8_000 },
      { code: 'reply-cut', waitedMs: 2_000 },
    ]);
  });

  it('does not wait in silence for longer than a minute', async () => {
    const { result, waits } = await ask({
      faults: [{ fault: 'rate-limited', retryAfter: '3600' }],
      script: [{ say: 'ok' }],
    });
    expect(failureOf(result)).toMatchObject({ code: 'rate-limited', params: { seconds: '3600' } });
    expect(waits).toEqual([]);
  });

  const EMPTY = 'data: {"choices":[{"delta":{"content":"  "},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n';
  it.each<[string, string, Fault]>([
    ['an event that is not JSON', 'reply-garbled', { fault: 'garbage' }],
    ['events of another shape', 'reply-garbled', sse('data: {"choices":"none"}\n\n')],
    ['an end without finish_reason', 'reply-cut', { fault: 'no-finish' }],
    ['an empty stream', 'reply-cut', sse('data: [DONE]\n\n')],
    ['nothing but comments', 'reply-cut', sse(': keep-alive\n\n: keep-alive\n\n')],
    ['no choices', 'reply-cut', sse('data: {"choices":[]}\n\ndata: [DONE]\n\n')],
    ['an end of unknown kind', 'reply-cut', sse(EMPTY.replace('stop', 'paused'))],
    ['an empty reply', 'reply-empty', sse(EMPTY)],
    ['arguments that are not JSON', 'reply-garbled', { fault: 'garbled-arguments' }],
    ['arguments that are a list', 'reply-garbled', sse(callEvent({ name: 'click', arguments: '[1]' }))],
    ['a call without a name', 'reply-garbled', sse(callEvent({ arguments: '{}' }))],
  ])('asks once more after %s: %s', async (_name, code, fault) => {
    const mended = await ask({ faults: [fault], script: [{ say: 'ok' }] });
    expect(proposalOf(mended.result)).toMatchObject({ say: 'ok', tries: [{ code, waitedMs: 0 }] });
    await mended.endpoint.close();
    const twice = await ask({ faults: [fault, fault], script: [{ say: 'ok' }] });
    expect(failureOf(twice.result).code).toBe(code);
    expect(twice.endpoint.chats()).toHaveLength(2);
    expect(twice.waits).toEqual([]);
  });

  it('asks again after a connection that was cut, with a pause', async () => {
    const { result, waits } = await ask({ faults: [{ fault: 'cut' }], script: [{ say: 'ok' }] });
    expect(proposalOf(result)).toMatchObject({ say: 'ok', actions: [] });
    expect(waits).toEqual([1_000]);
  });

  it('tries an unreachable endpoint four times', async () => {
    const gone = await startEndpoint();
    await gone.close();
    const { result, waits } = await ask({}, { baseUrl: gone.baseUrl });
    expect(failureOf(result).code).toBe('endpoint-unreachable');
    expect(waits).toEqual([1_000, 2_000, 4_000]);
  });

  it('takes an error within the stream for what it says', async () => {
    const error: Fault = { fault: 'stream-error', message: 'Provider returned error' };
    const { result } = await ask({ faults: [error, error, error, error] });
    expect(failureOf(result)).toMatchObject({
      code: 'endpoint-error',
      params: { reason: 'Provider returned error' },
    });
  });
});

describe('settings that cannot work', () => {
  it.each([
    ['', 'm', 'no-endpoint-configured'],
    ['  ', 'm', 'no-endpoint-configured'],
    ['localhost:11434', 'm', 'bad-base-url'],
    ['not a url', 'm', 'bad-base-url'],
    ['file:///etc/passwd', 'm', 'bad-base-url'],
    ['http://127.0.0.1:1/v1', ' ', 'no-model-configured'],
  ])('%j with model %j: %s', async (baseUrl, model, code) => {
    const { result } = await ask(
      {},
      { baseUrl, model, fetch: () => Promise.reject(new Error('no request expected')) },
    );
    expect(failureOf(result).code).toBe(code);
  });
});

/** Waits of which the one for this deadline passes as soon as it can be the one that matters. */
function expireOnceItRuns(code: 'first-byte-timeout' | 'stalled' | 'timeout'): Partial<ChatModelOptions> {
  const { firstByteMs, stallMs, totalMs } = FAR_TIMEOUTS;
  const deadline = { 'first-byte-timeout': firstByteMs, stalled: stallMs, timeout: totalMs }[code];
  let expireTotal = (): void => undefined;
  return {
    wait: (ms) => {
      if (ms === stallMs) expireTotal();
      if (ms !== deadline) return new Promise(() => undefined);
      if (ms !== totalMs) return Promise.resolve();
      return new Promise((resolve) => {
        expireTotal = resolve;
      });
    },
  };
}

describe('deadlines and stopping', () => {
  const expireAt = (deadline: number): Partial<ChatModelOptions> => ({
    wait: (ms, signal) =>
      ms === deadline
        ? Promise.resolve()
        : new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true })),
  });

  it('gives up when no headers come, after a second try', async () => {
    const { result, endpoint: served } = await ask(
      { faults: [{ fault: 'hang' }, { fault: 'hang' }] },
      expireAt(FAR_TIMEOUTS.connectMs),
    );
    expect(failureOf(result).code).toBe('connect-timeout');
    expect(served.chats().length).toBeLessThanOrEqual(2);
  });

  it.each([
    ['no byte follows the headers', 'first-byte-timeout', { fault: 'hang-after-headers' }, 2],
    ['no byte follows the first ones', 'stalled', { fault: 'hang-in-stream' }, 2],
    ['the reply does not end', 'timeout', { fault: 'hang-in-stream' }, 1],
  ] as const)('gives up when %s: %s', async (_name, code, fault, requests) => {
    const { result, endpoint: served } = await ask({ faults: [fault, fault] }, expireOnceItRuns(code));
    expect(failureOf(result).code).toBe(code);
    expect(served.chats()).toHaveLength(requests);
  });

  it('stops at once in mid-stream, and nothing of the reply is used', async () => {
    endpoint = await startEndpoint({ faults: [{ fault: 'hang-in-stream' }] });
    const controller = new AbortController();
    const planner = createChatModelPlanner({
      ...instantPorts(),
      baseUrl: endpoint.baseUrl,
      apiKey: '',
      model: 'scripted',
      tools: [],
      timeouts: FAR_TIMEOUTS,
    });
    const result = await planner.propose(makeContext(), controller.signal, () => controller.abort());
    expect(failureOf(result).code).toBe('aborted');
  });

  it('stops during a pause between tries', async () => {
    endpoint = await startEndpoint({ faults: [{ fault: 'server-error' }], script: [{ say: 'too late' }] });
    const controller = new AbortController();
    const planner = createChatModelPlanner({
      ...instantPorts(),
      wait: (ms) => {
        if (ms >= DEADLINE_MS) return new Promise(() => undefined);
        controller.abort();
        return Promise.reject(new Error('aborted'));
      },
      baseUrl: endpoint.baseUrl,
      apiKey: '',
      model: 'scripted',
      tools: [],
      timeouts: FAR_TIMEOUTS,
    });
    const result = await planner.propose(makeContext(), controller.signal, () => undefined);
    expect(failureOf(result).code).toBe('aborted');
    expect(endpoint.chats()).toHaveLength(1);
  });

  it('makes no request when it is stopped before it began', async () => {
    endpoint = await startEndpoint({ script: [{ say: 'hello' }] });
    const planner = createChatModelPlanner({
      ...instantPorts(),
      baseUrl: endpoint.baseUrl,
      apiKey: '',
      model: 'm',
      tools: [],
    });
    const result = await planner.propose(makeContext(), AbortSignal.abort(), () => undefined);
    expect(failureOf(result).code).toBe('aborted');
    expect(endpoint.requests).toEqual([]);
  });
});
