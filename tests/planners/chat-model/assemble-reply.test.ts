import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReplyAssembler } from '../../../lib/planners/chat-model/assemble-reply';
import { replyChunkSchema } from '../../../lib/planners/chat-model/reply-chunk';

// The same cases at every run; change the seed to look further.
fc.configureGlobal({ seed: 20261122 });

function assemble(...deltas: unknown[]) {
  const assembler = createReplyAssembler();
  for (const delta of deltas) assembler.add(replyChunkSchema.parse({ choices: [{ delta }] }));
  return assembler.reply();
}

const call = (index: number | null, id: string | null, name: string | null, args: unknown) => ({
  tool_calls: [{ index, id, function: { name, arguments: args } }],
});

describe('tool calls', () => {
  it('are put together by index, also when their pieces alternate', () => {
    const { toolCalls } = assemble(
      call(0, 'a', 'click', ''),
      call(1, 'b', 'scroll', '{"b'),
      call(0, null, null, '{"ref":"e1"}'),
      call(1, null, null, 'y":1}'),
    );
    expect(toolCalls).toEqual([
      { id: 'a', name: 'click', arguments: '{"ref":"e1"}' },
      { id: 'b', name: 'scroll', arguments: '{"by":1}' },
    ]);
  });

  it('stay apart when a server gives every call index 0', () => {
    const { toolCalls } = assemble(
      call(0, 'a', 'click', '{"ref":"e1"}'),
      call(0, 'b', 'click', '{"ref":"e2"}'),
    );
    expect(toolCalls.map((one) => one.arguments)).toEqual(['{"ref":"e1"}', '{"ref":"e2"}']);
  });

  it('stay apart when a server gives no index', () => {
    const { toolCalls } = assemble(
      call(null, null, 'click', '{"ref":'),
      call(null, null, null, '"e1"}'),
      call(null, null, 'scroll', '{}'),
    );
    expect(toolCalls.map((one) => one.arguments)).toEqual(['{"ref":"e1"}', '{}']);
  });

  it('may have arguments that are an object', () => {
    expect(assemble(call(0, 'a', 'click', { ref: 'e1' })).toolCalls[0]?.arguments).toBe('{"ref":"e1"}');
  });

  it('come out whole however their JSON is split', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue(), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 9 }),
        (values, size) => {
          const deltas = values.flatMap((value, index) => {
            const text = JSON.stringify({ value });
            const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
            return [
              call(index, `id${index}`, 'click', ''),
              ...pieces.map((piece) => call(index, null, null, piece)),
            ];
          });
          const { toolCalls } = assemble(...deltas);
          expect(toolCalls.map((one) => one.arguments)).toEqual(
            values.map((value) => JSON.stringify({ value })),
          );
        },
      ),
    );
  });
});

it('reads text out of content parts, and cached tokens by either name', () => {
  const assembler = createReplyAssembler();
  assembler.add(
    replyChunkSchema.parse({
      choices: [
        {
          delta: {
            content: [
              { type: 'thinking', thinking: [] },
              { type: 'text', text: 'Hi' },
            ],
          },
        },
      ],
      usage: { prompt_tokens: 9, completion_tokens: 2, prompt_cache_hit_tokens: 7 },
    }),
  );
  expect(assembler.reply()).toMatchObject({
    content: 'Hi',
    usage: { promptTokens: 9, cachedTokens: 7, completionTokens: 2 },
  });
});
