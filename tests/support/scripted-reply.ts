/** What the scripted model answers. */
export interface ScriptedReply {
  say?: string;
  calls?: { name: string; args?: Record<string, unknown>; rawArguments?: string; id?: string }[];
  /** Streamed as `reasoning_content`. */
  reasoning?: string;
  /** `cost`: US dollars as OpenRouter reports them. */
  usage?: { prompt: number; completion: number; cached?: number; cost?: number };
  /** Default: `tool_calls` when there are calls, else `stop`. */
  finishReason?: string;
  /** Answers with one JSON document, as endpoints do that ignore `stream: true`. */
  unstreamed?: boolean;
}

export interface ChatRequestBody {
  model: string;
  messages: { role: string; content: unknown; tool_calls?: unknown[]; tool_call_id?: string }[];
  tools?: { type: string; function: { name: string } }[];
  stream?: boolean;
  stream_options?: { include_usage?: boolean };
}

const ENVELOPE = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 0, model: 'scripted-1' };

export function deltaEvent(delta: Record<string, unknown>): unknown {
  return { ...ENVELOPE, choices: [{ index: 0, delta, finish_reason: null }] };
}

export function finishEvent(reason: string): unknown {
  return { ...ENVELOPE, choices: [{ index: 0, delta: {}, finish_reason: reason }] };
}

export function toolCallEvent(index: number, id: string, name: string, args: string): unknown {
  return deltaEvent({ tool_calls: [{ index, id, type: 'function', function: { name, arguments: args } }] });
}

function argumentPieceEvent(index: number, piece: string): unknown {
  return deltaEvent({ tool_calls: [{ index, function: { arguments: piece } }] });
}

export function replyEvents(reply: ScriptedReply, body: ChatRequestBody): unknown[] {
  const events: unknown[] = [deltaEvent({ role: 'assistant', content: '' })];
  if (reply.reasoning !== undefined) events.push(deltaEvent({ reasoning_content: reply.reasoning }));
  for (const piece of splitText(reply.say ?? '', 5)) events.push(deltaEvent({ content: piece }));
  for (const [index, call] of (reply.calls ?? []).entries()) {
    const args = call.rawArguments ?? JSON.stringify(call.args ?? {});
    events.push(toolCallEvent(index, call.id ?? callId(body, index), call.name, ''));
    for (const piece of splitText(args, 7)) events.push(argumentPieceEvent(index, piece));
  }
  events.push(finishEvent(finishReason(reply)));
  if (body.stream_options?.include_usage) events.push({ ...ENVELOPE, choices: [], usage: usageOf(reply) });
  return events;
}

export function wholeReply(reply: ScriptedReply, model: string): unknown {
  const calls = (reply.calls ?? []).map((call, index) => ({
    id: call.id ?? `call_${index}`,
    type: 'function',
    function: { name: call.name, arguments: call.rawArguments ?? JSON.stringify(call.args ?? {}) },
  }));
  const message = {
    role: 'assistant',
    content: reply.say ?? null,
    ...(calls.length > 0 ? { tool_calls: calls } : {}),
  };
  const choices = [{ index: 0, message, finish_reason: finishReason(reply) }];
  return { id: 'chatcmpl-1', object: 'chat.completion', created: 0, model, choices, usage: usageOf(reply) };
}

function finishReason(reply: ScriptedReply): string {
  return reply.finishReason ?? ((reply.calls ?? []).length > 0 ? 'tool_calls' : 'stop');
}

/** Unique within a conversation: it counts the calls that are already in it. */
function callId(body: ChatRequestBody, index: number): string {
  const before = body.messages.reduce((sum, message) => sum + (message.tool_calls?.length ?? 0), 0);
  return `call_${before + index}`;
}

function usageOf(reply: ScriptedReply): unknown {
  const { prompt = 100, completion = 10, cached = 0, cost } = reply.usage ?? {};
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion,
    prompt_tokens_details: { cached_tokens: cached },
    ...(cost === undefined ? {} : { cost }),
  };
}

/** By code point, so that no piece ends in half a surrogate pair. */
function splitText(text: string, length: number): string[] {
  const points = [...text];
  const pieces: string[] = [];
  for (let at = 0; at < points.length; at += length) pieces.push(points.slice(at, at + length).join(''));
  return pieces;
}
