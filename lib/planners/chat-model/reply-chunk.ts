import { z } from '../../trajectories/zod-config';

/** Only what is used, and tolerant of what is not: endpoints differ in everything else. */
const toolCallSchema = z.object({
  index: z.number().int().nullish(),
  id: z.string().nullish(),
  function: z
    .object({
      name: z.string().nullish(),
      /** A JSON string in pieces; some local servers send an object in one piece. */
      arguments: z.union([z.string(), z.record(z.string(), z.unknown())]).nullish(),
    })
    .nullish(),
});

const contentSchema = z.union([
  z.string(),
  /** Mistral's reasoning models send parts. */
  z.array(z.object({ type: z.string(), text: z.string().nullish(), thinking: z.unknown().optional() })),
]);

const messageSchema = z.object({
  content: contentSchema.nullish(),
  /** DeepSeek's, vLLM's and llama.cpp's name for what a model thinks; OpenRouter's and Ollama's is the other. */
  reasoning_content: z.string().nullish().catch(undefined),
  reasoning: z.string().nullish().catch(undefined),
  tool_calls: z.array(toolCallSchema).nullish(),
});

const count = z.number().nonnegative().nullish();

const usageSchema = z.object({
  prompt_tokens: count,
  completion_tokens: count,
  prompt_tokens_details: z.object({ cached_tokens: count }).nullish(),
  /** DeepSeek's name for cached tokens. */
  prompt_cache_hit_tokens: count,
  /** US dollars: OpenRouter's is a number, Perplexity's has its parts. Anything else is no price. */
  cost: z
    .union([
      z.number().nonnegative(),
      z.object({ total_cost: z.number().nonnegative() }).transform((cost) => cost.total_cost),
    ])
    .nullish()
    .catch(undefined),
  /** OpenRouter with the user's own key at the provider, whose bill comes on top of its own. */
  is_byok: z.boolean().nullish().catch(undefined),
  cost_details: z.object({ upstream_inference_cost: count }).nullish().catch(undefined),
});

/** One event of a streamed reply, or a whole reply (`message` in place of `delta`). */
export const replyChunkSchema = z.object({
  model: z.string().nullish(),
  choices: z
    .array(
      z.object({
        delta: messageSchema.nullish(),
        message: messageSchema.nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .nullish(),
  usage: usageSchema.nullish(),
});

export type ReplyChunk = z.infer<typeof replyChunkSchema>;
export type ToolCallPiece = z.infer<typeof toolCallSchema>;
export type ReportedUsage = z.infer<typeof usageSchema>;

type Message = z.infer<typeof messageSchema>;

/** What a reasoning model thinks before it answers. */
export function readThinking(message: Message): string {
  const named = message.reasoning_content ?? message.reasoning;
  if (named) return named;
  return typeof message.content === 'string' ? '' : (message.content ?? []).map(thinkingOfPart).join('');
}

function thinkingOfPart({ thinking }: { thinking?: unknown }): string {
  if (typeof thinking === 'string') return thinking;
  const parts: unknown[] = Array.isArray(thinking) ? thinking : [];
  return parts.map((part) => textOf(part)).join('');
}

function textOf(part: unknown): string {
  if (typeof part !== 'object' || part === null || !('text' in part)) return '';
  return typeof part.text === 'string' ? part.text : '';
}

export function readContent(content: z.infer<typeof contentSchema> | null | undefined): string {
  if (typeof content === 'string') return content;
  return (content ?? []).map((part) => (part.type === 'text' ? (part.text ?? '') : '')).join('');
}
