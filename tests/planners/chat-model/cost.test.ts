import { afterEach, describe, expect, it } from 'vitest';
import { createChatModelPlanner } from '../../../lib/planners/chat-model/create-chat-model-planner';
import type { ModelPrice } from '../../../lib/planners/chat-model/prices';
import { replyChunkSchema } from '../../../lib/planners/chat-model/reply-chunk';
import { createReplyAssembler } from '../../../lib/planners/chat-model/assemble-reply';
import { startEndpoint, type LoopbackEndpoint, type ScriptedReply } from '../../support/loopback-endpoint';
import { makeContext } from './make-context';

let endpoint: LoopbackEndpoint;
afterEach(() => endpoint.close());

const TOKENS = { prompt: 1000, cached: 500, completion: 100 };

async function costOf(reply: ScriptedReply, prices?: Pick<ModelPrice, 'prompt' | 'completion'>) {
  endpoint = await startEndpoint({ script: [reply] });
  const named = { baseUrl: endpoint.baseUrl, model: 'big' };
  const planner = createChatModelPlanner({
    ...named,
    apiKey: '',
    tools: [],
    fetch,
    now: () => 0,
    wait: () => new Promise(() => undefined),
    ...(prices ? { prices: [{ ...named, ...prices }] } : {}),
  });
  const result = await planner.propose(makeContext(), new AbortController().signal, () => undefined);
  return result.ok ? result.proposal.costUsd : result.failure;
}

describe('the cost of a proposal', () => {
  it('is what the endpoint says, whatever the table holds', async () => {
    const reply = { say: 'Done.', usage: { ...TOKENS, cost: 0.0123 } };
    expect(await costOf(reply, { prompt: 1, completion: 1 })).toBe(0.0123);
  });

  it('is what the endpoint says in an answer that is not streamed, too', async () => {
    expect(await costOf({ say: 'Done.', unstreamed: true, usage: { ...TOKENS, cost: 0 } })).toBe(0);
  });

  it('is counted by the table where the endpoint says nothing', async () => {
    expect(await costOf({ say: 'Done.', usage: TOKENS }, { prompt: 2, completion: 10 })).toBeCloseTo(
      0.003,
      12,
    );
  });

  it('is nothing on the own machine', async () => {
    expect(await costOf({ say: 'Done.', usage: TOKENS })).toBe(0);
  });
});

describe('what endpoints say of a cost', () => {
  const read = (usage: object) => {
    const assembler = createReplyAssembler();
    assembler.add(replyChunkSchema.parse({ usage }));
    return assembler.reply();
  };

  it('may lie in a member of its own', () => {
    expect(read({ prompt_tokens: 5, cost: { input_tokens_cost: 0.1, total_cost: 0.3 } }).costUsd).toBe(0.3);
  });

  it('is added to the bill of the provider whose key the user has given to OpenRouter', () => {
    const usage = { prompt_tokens: 5, cost: 0.01, cost_details: { upstream_inference_cost: 0.2 } };
    expect(read({ ...usage, is_byok: true }).costUsd).toBeCloseTo(0.21, 12);
    expect(read({ ...usage, is_byok: false }).costUsd).toBe(0.01);
  });

  it.each([null, 'much', -1, { total: 3 }])(
    'is unknown when it is %j, and the reply is read all the same',
    (cost) => {
      const reply = read({ prompt_tokens: 5, cost });
      expect(reply.usage.promptTokens).toBe(5);
      expect('costUsd' in reply).toBe(false);
    },
  );
});
