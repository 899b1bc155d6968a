import { describe, expect, it } from 'vitest';
import { readWindow, smallerWindow } from '../../../lib/planners/chat-window';
import type { HistoryEntry, PlannerContext } from '../../../lib/planners/planner';
import { ask, failureOf, proposalOf } from './ask';
import { makeContext } from './make-context';

const NOTHING = { promptTokens: 0, cachedTokens: 0, completionTokens: 0 };

/** A run that has read much. */
function longContext(): PlannerContext {
  const context = makeContext();
  const [first] = context.history;
  const turns = Array.from({ length: 12 }, (_, index): HistoryEntry[] => {
    const call = { name: 'read_page', args: {}, callId: `c${index}` };
    const data = `Chapter ${index}. ${'Words of the chapter. '.repeat(200)}`;
    return [
      {
        type: 'proposal',
        seq: index + 2,
        proposal: { say: 'I read on.', actions: [call], usage: NOTHING, latencyMs: 1 },
      },
      { type: 'result', seq: index + 2, call, result: { status: 'done', message: 'read', effect: {}, data } },
    ];
  });
  return { ...context, history: [...(first ? [first] : []), ...turns.flat()] };
}

const tooLong = (message: string) => ({
  fault: 'raw' as const,
  status: 400,
  body: JSON.stringify({ error: { message, code: 'context_length_exceeded' } }),
});

describe('a prompt that the model cannot read', () => {
  it('is told in short, to the window that the endpoint names, which is remembered', async () => {
    const refusal = tooLong(
      "This model's maximum context length is 8192 tokens, however you requested 15000",
    );
    const { result, learnt, endpoint } = await ask(
      { faults: [refusal], script: [{ say: 'It fits.' }] },
      {},
      longContext(),
    );
    const proposal = proposalOf(result);
    const [before = '', after = ''] = endpoint.chats().map((body) => JSON.stringify(body));
    expect(proposal.tries).toEqual([{ code: 'prompt-too-long', waitedMs: 0 }]);
    expect(learnt).toEqual([{ contextTokens: 8192 }]);
    expect(after.length).toBeLessThan(before.length / 1.5);
    expect(after).toContain('Chapter 11');
    expect(after).toContain('Task: Buy a kettle');
  });

  it('is halved where no window is named, until it fits', async () => {
    const refusal = tooLong('prompt is too long');
    const { endpoint } = await ask(
      { faults: [refusal, refusal], script: [{ say: 'It fits.' }] },
      {},
      longContext(),
    );
    const [first = 0, second = 0, third = 0] = endpoint.chats().map((body) => JSON.stringify(body).length);
    expect(second).toBeLessThan(first);
    expect(third).toBeLessThan(second);
  });

  it('fails when nothing can be told in fewer words', async () => {
    const { result, endpoint } = await ask({ faults: [tooLong('prompt is too long')] });
    expect(failureOf(result).code).toBe('prompt-too-long');
    expect(endpoint.chats()).toHaveLength(1);
  });

  it('is not sent to a model whose window is known', async () => {
    const { endpoint } = await ask(
      { script: [{ say: 'It fits.' }] },
      { capabilities: { contextTokens: 8192 } },
      longContext(),
    );
    expect(JSON.stringify(endpoint.chats()[0]).length / 4).toBeLessThan(8192);
  });
});

describe('the window of a model', () => {
  it.each([
    ["This model's maximum context length is 128,000 tokens.", 128_000],
    ['the request exceeds the available context size (4096 tokens), try increasing it', 4096],
    ['prompt is too long: 210000 tokens > 200000 maximum', 200_000],
    ['too many tokens', undefined],
  ])('is read from "%s"', (words, tokens) => {
    expect(readWindow(words)).toBe(tokens);
  });

  it('only ever shrinks, and not below what is of use', () => {
    expect(smallerWindow(8_000, 20_000, 'context length is 100000')).toBe(4_000);
    expect(smallerWindow(3_000, 3_000, 'too long')).toBeUndefined();
  });
});
