import type { ChatRequestBody } from '../../support/loopback-endpoint.ts';

/** What the requests of one conversation cost, in tokens. */
export interface PromptCount {
  requests: number;
  prompt: number;
  uncached: number;
  /** Bytes of each request but the last that the next one begins with, and bytes of each but the last. */
  keptBytes: number;
  bytes: number;
}

/** What OpenAI's cache keeps: the longest common beginning, in steps of 128 tokens, from 1024 on. */
const CACHE_STEP = 128;
const CACHE_LEAST = 1024;

/**
 * Counts the requests of one conversation, oldest first, with a tokenizer. A provider reads the tools before the messages, and a
 * cache keeps what a request begins with as the one before it did.
 */
export function countPrompts(
  bodies: readonly ChatRequestBody[],
  countTokens: (text: string) => number,
): PromptCount {
  const count: PromptCount = { requests: bodies.length, prompt: 0, uncached: 0, keptBytes: 0, bytes: 0 };
  let before: string | undefined;
  let bodyBefore: Buffer | undefined;
  for (const body of bodies) {
    const text = promptText(body);
    const tokens = countTokens(text);
    count.prompt += tokens;
    count.uncached += tokens - cachedTokens(before, text, countTokens);
    const bytes = Buffer.from(JSON.stringify(body));
    if (bodyBefore) {
      count.bytes += bodyBefore.length;
      count.keptBytes += commonBytes(bodyBefore, bytes);
    }
    before = text;
    bodyBefore = bytes;
  }
  return count;
}

/** What a model reads of a request: the tools as JSON, then who says what and calls what. */
export function promptText({ tools, messages }: ChatRequestBody): string {
  const lines = messages.map(({ role, content, tool_calls, tool_call_id }) => {
    const said = typeof content === 'string' ? content : content ? JSON.stringify(content) : '';
    const calls = (tool_calls ?? []).map((call) => callText(call as ToolCall));
    return [role, tool_call_id, said, ...calls].filter(Boolean).join('\n');
  });
  return [tools ? JSON.stringify(tools) : '', ...lines].join('\n');
}

interface ToolCall {
  id: string;
  function: { name: string; arguments: string };
}

function callText(call: ToolCall): string {
  return `${call.id} ${call.function.name} ${call.function.arguments}`;
}

function cachedTokens(
  before: string | undefined,
  text: string,
  countTokens: (text: string) => number,
): number {
  if (before === undefined) return 0;
  const common = countTokens(text.slice(0, commonLength(before, text)));
  return common < CACHE_LEAST ? 0 : Math.floor(common / CACHE_STEP) * CACHE_STEP;
}

function commonLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

function commonBytes(one: Buffer, other: Buffer): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}
