import { describe, expect, it } from 'vitest';
import { createChatModelPlanner } from '../../../lib/planners/chat-model/create-chat-model-planner';
import { createFailureMaker } from '../../../lib/planners/chat-model/planner-failures';
import { readReply, type ReadReply } from '../../../lib/planners/chat-model/read-reply';
import { requestReply } from '../../../lib/planners/chat-model/request-reply';
import type { ProposeResult } from '../../../lib/planners/planner';
import { CLICK_TOOL, FAR_TIMEOUTS, instantPorts, makeContext } from './make-context';

const ENDPOINT = { baseUrl: 'http://127.0.0.1:1/v1', apiKey: '', model: 'm' };

/** What is read from one request of whose stream only these bytes arrive. */
async function read(
  bytes: Uint8Array,
  end: 'close' | 'error',
  asJson: boolean,
): Promise<ReadReply['kind'] | object> {
  const ports = { ...instantPorts(), fetch: () => Promise.resolve(responseOf(bytes, end)) };
  const request = {
    endpoint: ENDPOINT,
    messages: [],
    tools: [],
    wantUsage: true,
    timeouts: FAR_TIMEOUTS,
    signal: new AbortController().signal,
    onContent: () => undefined,
  };
  const tried = await requestReply(request, ports, createFailureMaker(ENDPOINT));
  if (!tried.ok) return 'broken';
  const isAction = (name: string): boolean => ['click', 'type_text'].includes(name);
  const reply = readReply(tried.reply, { asJson, isAction, checkCall: () => undefined });
  return reply.kind === 'draft' ? reply.draft.actions : reply.kind;
}

function responseOf(bytes: Uint8Array, end: 'close' | 'error'): Response {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      if (bytes.length > 0) controller.enqueue(bytes);
      if (end === 'close') controller.close();
    },
    pull(controller) {
      controller.error(new TypeError('network error'));
    },
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
}

const CALLS = [
  { name: 'click', args: { ref: 'e1' } },
  { name: 'type_text', args: { ref: 'e2', text: '水 "}]' } },
];

function toolCallDeltas(): object[] {
  return CALLS.flatMap(({ name, args }, index) => {
    const text = JSON.stringify(args);
    return [
      { tool_calls: [{ index, id: `c${index}`, function: { name, arguments: text.slice(0, 9) } }] },
      { tool_calls: [{ index, function: { arguments: text.slice(9) } }] },
    ];
  });
}

function wordDeltas(text: string): object[] {
  return [{ content: text.slice(0, 30) }, { content: text.slice(30) }];
}

const REPLIES: [string, object[], boolean][] = [
  ['tool calls', toolCallDeltas(), false],
  ['JSON', wordDeltas(JSON.stringify({ say: 'I click. 🫖', calls: CALLS })), true],
  [
    'calls as words',
    wordDeltas(CALLS.map((call) => `<tool_call>${JSON.stringify(call)}</tool_call>`).join('')),
    false,
  ],
];

function streamOf(deltas: object[]): { bytes: Uint8Array; wholeFrom: number } {
  const lines = [
    ...deltas.map((delta) => ({ choices: [{ delta }] })),
    { choices: [{ delta: {}, finish_reason: 'stop' }] },
  ].map((event) => `data: ${JSON.stringify(event)}\n\n`);
  const usage = 'data: {"choices":[],"usage":{"prompt_tokens":1}}\n\n';
  const encoder = new TextEncoder();
  // An event counts once its JSON is there, with or without the empty line that ends it.
  return {
    bytes: encoder.encode([...lines, usage, 'data: [DONE]\n\n'].join('')),
    wholeFrom: encoder.encode(lines.join('').trimEnd()).length,
  };
}

describe.each(REPLIES)('a streamed reply of %s, cut at every byte', (_name, deltas, asJson) => {
  it.each(['close', 'error'] as const)(
    'is used whole or not at all (%s)',
    { timeout: 30_000 },
    async (end) => {
      const { bytes, wholeFrom } = streamOf(deltas);
      const whole = await read(bytes, 'close', asJson);
      expect(whole).toMatchObject(CALLS);
      let used = 0;
      for (let length = 0; length < bytes.length; length += 1) {
        const result = await read(bytes.subarray(0, length), end, asJson);
        if (result === 'broken') continue;
        expect(length, 'bytes that were enough').toBeGreaterThanOrEqual(wholeFrom);
        expect(result).toEqual(whole);
        used += 1;
      }
      expect(used).toBeGreaterThan(0);
    },
  );
});

/** What comes of an endpoint that sends this stream again and again. */
function propose(text: string): Promise<ProposeResult> {
  const bytes = new TextEncoder().encode(text);
  const planner = createChatModelPlanner({
    ...instantPorts(),
    ...ENDPOINT,
    tools: [CLICK_TOOL],
    timeouts: FAR_TIMEOUTS,
    fetch: () => Promise.resolve(responseOf(bytes, 'close')),
  });
  return planner.propose(makeContext(), new AbortController().signal, () => undefined);
}

describe('a stream of another kind', () => {
  const event = (choice: unknown): string => `data: ${JSON.stringify({ choices: [choice] })}\n\n`;
  const call = (piece: Record<string, unknown>): unknown => ({ delta: { tool_calls: [piece] } });

  it('that reached its length: nothing of it is used', async () => {
    const whole = { index: 0, function: { name: 'click', arguments: '{"ref":"e1"}' } };
    const result = await propose(event({ ...(call(whole) as object), finish_reason: 'length' }));
    expect(result).toMatchObject({ ok: false, failure: { code: 'reply-too-long' } });
  });

  it('with one id for two calls: two calls, or none', async () => {
    const piece = (index: number, ref: string): unknown =>
      call({ index, id: 'same', function: { name: 'click', arguments: JSON.stringify({ ref }) } });
    const done = event({ delta: {}, finish_reason: 'tool_calls' });
    const apart = await propose(event(piece(0, 'e1')) + event(piece(1, 'e2')) + done);
    expect(apart).toMatchObject({
      ok: true,
      proposal: { actions: [{ args: { ref: 'e1' } }, { args: { ref: 'e2' } }] },
    });
    const together = await propose(event(piece(0, 'e1')) + event(piece(0, 'e2')) + done);
    expect(together).toMatchObject({ ok: false, failure: { code: 'reply-garbled' } });
  });

  it('with two million characters of text is read in good time, starts nothing, and is kept in part', async () => {
    const text = '{"a": [ '.repeat(250_000);
    const startedAt = performance.now();
    const result = await propose(event({ delta: { content: text }, finish_reason: 'stop' }));
    expect(result).toMatchObject({ ok: true, proposal: { actions: [] } });
    expect(result.ok ? result.proposal.say.length : 0).toBe(20_001);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });

  it('that goes on for ever is left', async () => {
    const piece = event({ delta: { content: 'x'.repeat(100_000) } });
    const result = await propose(piece.repeat(50));
    expect(result).toMatchObject({ ok: false, failure: { code: 'reply-too-long' } });
  });
});
