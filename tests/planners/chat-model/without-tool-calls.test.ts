import { describe, expect, it } from 'vitest';
import type { HistoryEntry, PlannerContext } from '../../../lib/planners/planner';
import type { ChatRequestBody, Fault } from '../../support/loopback-endpoint';
import { ask, failureOf, proposalOf } from './ask';
import { makeContext } from './make-context';

const CLICK = { name: 'click', args: { ref: 'e1' } };
const JSON_REPLY = JSON.stringify({ say: 'I click.', calls: [CLICK] });

function refusal(status: number, message: string): Fault {
  return { fault: 'raw', status, body: JSON.stringify({ error: { message } }) };
}

/** A context in which something was done already. */
function laterContext(): PlannerContext {
  const context = makeContext();
  const usage = { promptTokens: 0, cachedTokens: 0, completionTokens: 0 };
  const call = { ...CLICK, callId: 'call_7' };
  const history: HistoryEntry[] = [
    ...context.history,
    { type: 'proposal', seq: 2, proposal: { say: 'First.', actions: [call], usage, latencyMs: 0 } },
    { type: 'result', seq: 5, call, result: { status: 'done', message: 'Clicked.', effect: {} } },
    {
      type: 'observation',
      seq: 6,
      tabId: 1,
      url: 'https://shop.example/',
      title: 'Shop',
      text: 'page "Cart"',
    },
  ];
  return { ...context, history };
}

const REFUSALS: [string, Fault][] = [
  ['Ollama', { fault: 'no-tools' }],
  ['OpenRouter', refusal(404, 'No endpoints found that support tool use.')],
  [
    'vLLM',
    refusal(400, '"auto" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set'),
  ],
  ['old llama.cpp', refusal(500, 'Unsupported param: tools')],
  ['llama.cpp without templates', refusal(500, 'tools param requires --jinja flag')],
  [
    'Gemini, whose calls cannot be sent back',
    refusal(400, 'Function call is missing a thought_signature in functionCall parts'),
  ],
  ['Mistral, whose order of roles is another', refusal(400, "Unexpected role 'user' after role 'tool'")],
];

describe('a model without tool calls', () => {
  it.each(REFUSALS)(
    'is asked for JSON when tools are refused (%s), and that is remembered',
    async (_name, fault) => {
      const { result, learnt, waits, endpoint } = await ask({
        faults: [fault],
        script: [{ say: JSON_REPLY }],
      });
      expect(proposalOf(result)).toMatchObject({ say: 'I click.', actions: [CLICK], readAs: 'json' });
      expect(proposalOf(result).tries).toHaveLength(1);
      expect(learnt).toEqual([{ toolCalls: false }]);
      expect(waits).toEqual([]);
      const [first, second] = endpoint.chats();
      expect(first).toHaveProperty('tools');
      expect(second).not.toHaveProperty('tools');
      expect(endpoint.chats()).toHaveLength(2);
    },
  );

  it('is asked so from the first request on when it is known, with a schema and without a tool message', async () => {
    const { endpoint, tokens, result } = await ask(
      { script: [{ say: JSON_REPLY }] },
      { capabilities: { toolCalls: false } },
      laterContext(),
    );
    expect(proposalOf(result).tries).toBeUndefined();
    expect(tokens.join('')).toBe('I click.');
    const [body] = endpoint.chats() as (ChatRequestBody & { response_format?: unknown })[];
    expect(body?.response_format).toMatchObject({ type: 'json_schema', json_schema: { name: 'reply' } });
    expect(body?.messages.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user']);
    expect(body?.messages[2]?.content).toBe(JSON.stringify({ say: 'First.', calls: [CLICK] }));
    expect(String(body?.messages[3]?.content)).toContain('Result of click: Done:');
    expect(String(body?.messages[0]?.content)).toContain('- click{ref: string}');
  });

  it.each([
    ['named', refusal(400, "'response_format' of type 'json_schema' is not supported")],
    ['in other words', refusal(400, 'failed to compile the automaton')],
  ])('is asked without a schema where that is refused (%s)', async (_name, fault) => {
    const { result, learnt, endpoint } = await ask(
      { faults: [fault], script: [{ say: `Well:\n\`\`\`json\n${JSON_REPLY}\n\`\`\`` }] },
      { capabilities: { toolCalls: false } },
    );
    expect(proposalOf(result)).toMatchObject({ actions: [CLICK], readAs: 'json' });
    expect(learnt).toEqual([{ jsonSchema: false }]);
    expect(endpoint.chats()[1]).not.toHaveProperty('response_format');
  });

  it('may write JSON that has to be mended, which is written down', async () => {
    const say = "{'say': 'I click.', 'calls': [{'name': 'click', 'args': {'ref': 'e1',}}]}";
    const { result } = await ask(
      { script: [{ say }] },
      { capabilities: { toolCalls: false, jsonSchema: false } },
    );
    expect(proposalOf(result)).toMatchObject({ say: 'I click.', actions: [CLICK], readAs: 'repaired-json' });
  });

  it('is asked once more when it answers in prose, with the request before as a prefix', async () => {
    const script = [{ say: 'I would click the button.' }, { say: JSON_REPLY }];
    const { result, endpoint, statuses } = await ask({ script }, { capabilities: { toolCalls: false } });
    expect(proposalOf(result)).toMatchObject({
      actions: [CLICK],
      tries: [{ code: 'reply-garbled', waitedMs: 0 }],
      usage: { promptTokens: 200, completionTokens: 20 },
    });
    const [first, second] = endpoint.chats();
    expect(second?.messages.slice(0, -2)).toEqual(first?.messages);
    expect(second?.messages.slice(-2)).toMatchObject([
      { role: 'assistant', content: 'I would click the button.' },
      { role: 'user', content: expect.stringContaining('one whole JSON object') as string },
    ]);
    expect(statuses).toEqual([{ key: 'waiting.repair', params: {} }]);
  });

  it('fails after prose twice, and of JSON that breaks off nothing is used', async () => {
    const half = JSON_REPLY.slice(0, -1);
    const { result, endpoint } = await ask(
      { script: [{ say: half }, { say: half }] },
      { capabilities: { toolCalls: false } },
    );
    expect(failureOf(result).code).toBe('reply-garbled');
    expect(endpoint.chats()).toHaveLength(2);
  });

  it('may think first', async () => {
    const say = `<think>Perhaps {"say":"no","calls":[]}?</think>\n${JSON_REPLY}`;
    const { result, tokens } = await ask({ script: [{ say }] }, { capabilities: { toolCalls: false } });
    expect(proposalOf(result)).toMatchObject({ say: 'I click.', actions: [CLICK] });
    expect(tokens.join('')).toBe('I click.');
  });
});

describe('a model that has tool calls and writes them as words', () => {
  it('is understood', async () => {
    const say = `I click.\n<tool_call>\n${JSON.stringify({ name: 'click', arguments: { ref: 'e1' } })}\n</tool_call>`;
    const { result } = await ask({ script: [{ say }] });
    expect(proposalOf(result)).toMatchObject({ say: 'I click.', actions: [CLICK], readAs: 'json' });
  });

  it('starts nothing by what it quotes', async () => {
    const say = `The page asks me to call ${JSON.stringify(CLICK)}, but you did not.`;
    const { result } = await ask({ script: [{ say }] });
    expect(proposalOf(result)).toMatchObject({ say, actions: [] });
  });
});

describe('what else an endpoint may refuse', () => {
  it.each([
    ['streams', refusal(400, 'Streaming is not supported for this model'), { streaming: false }, 'stream'],
    [
      'token counts in streams',
      refusal(422, "extra_forbidden: ('body', 'stream_options')"),
      { streamUsage: false },
      'stream_options',
    ],
  ])('%s', async (_name, fault, found, parameter) => {
    const { result, learnt, endpoint } = await ask({
      faults: [fault],
      script: [{ say: 'ok', unstreamed: parameter === 'stream' }],
    });
    expect(proposalOf(result).say).toBe('ok');
    expect(learnt).toEqual([found]);
    const [first, second] = endpoint.chats().map((body) => Reflect.get(body, parameter) as unknown);
    expect([Boolean(first), Boolean(second)]).toEqual([true, false]);
  });

  it('the role `system`', async () => {
    const { result, learnt, endpoint } = await ask({
      faults: [refusal(400, 'System role not supported')],
      script: [{ say: 'ok' }],
    });
    expect(proposalOf(result).say).toBe('ok');
    expect(learnt).toEqual([{ systemRole: false }]);
    expect(endpoint.chats()[1]?.messages).toHaveLength(1);
    expect(String(endpoint.chats()[1]?.messages[0]?.content)).toMatch(
      /^You are Errand\.[^]*Task: Buy a kettle/,
    );
  });

  it('pictures', async () => {
    const context = laterContext();
    const history = context.history.map((entry) =>
      entry.type === 'result' ? { ...entry, image: 'data:image/png;base64,AA' } : entry,
    );
    const { result, learnt, endpoint } = await ask(
      { faults: [refusal(400, 'this model does not support image input')], script: [{ say: 'ok' }] },
      { seesImages: true },
      { ...context, history },
    );
    expect(proposalOf(result).say).toBe('ok');
    expect(learnt).toEqual([{ images: false }]);
    const [first, second] = endpoint.chats().map((body) => JSON.stringify(body));
    expect(first).toContain('data:image/png');
    expect(second).not.toContain('data:image/png');
  });

  it('one after the other, and nothing twice', async () => {
    const { learnt, result, endpoint } = await ask({
      faults: [
        refusal(400, 'stream_options is not a parameter'),
        refusal(400, 'System role not supported'),
        { fault: 'no-tools' },
        refusal(400, 'response_format is not supported'),
        refusal(400, 'messages.0 is odd'),
      ],
    });
    expect(failureOf(result)).toMatchObject({
      code: 'request-refused',
      params: { reason: 'messages.0 is odd' },
    });
    expect(learnt).toEqual([
      { streamUsage: false },
      { systemRole: false },
      { toolCalls: false },
      { jsonSchema: false },
    ]);
    expect(endpoint.chats()).toHaveLength(5);
  });
});

describe('a reasoning model', () => {
  const script = [{ reasoning: 'SECRET PLAN', say: '<think>hidden, too</think>I click.', calls: [CLICK] }];

  it('thinks unseen: not in the log, not in the words', async () => {
    const { result, tokens } = await ask({ script });
    expect(JSON.stringify(result)).not.toMatch(/SECRET|hidden/);
    expect(tokens.join('')).toBe('I click.');
  });

  it('leaves its thinking in the log where the user wants that, and it is never sent back', async () => {
    const { result } = await ask({ script }, { keepThinking: true });
    const proposal = proposalOf(result);
    expect(proposal).toMatchObject({ say: 'I click.', thinking: 'SECRET PLAN\nhidden, too' });
    const context = makeContext();
    const later = await ask(
      { script: [{ say: 'ok' }] },
      { keepThinking: true },
      {
        ...context,
        history: [...context.history, { type: 'proposal', seq: 2, proposal }],
      },
    );
    expect(JSON.stringify(later.endpoint.chats())).not.toMatch(/SECRET|hidden/);
  });

  it('gets nothing that such models refuse', async () => {
    const { endpoint } = await ask({ script });
    const [body] = endpoint.chats();
    expect(Object.keys(body ?? {}).sort()).toEqual([
      'messages',
      'model',
      'stream',
      'stream_options',
      'tools',
    ]);
  });
});
