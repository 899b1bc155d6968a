import type { Usage } from '../../trajectories/proposal';
import { readContent, readThinking } from './reply-chunk';
import type { ReplyChunk, ReportedUsage, ToolCallPiece } from './reply-chunk';

export interface AssembledToolCall {
  /** Empty when the endpoint gave none. */
  id: string;
  name: string;
  /** JSON text as the model wrote it. */
  arguments: string;
}

/** A reply put together from its pieces; `finishReason` is absent while, or because, the end never came. */
export interface AssembledReply {
  content: string;
  /** What a reasoning model thought; '' for all others. */
  thinking: string;
  toolCalls: AssembledToolCall[];
  finishReason?: string;
  usage: Usage;
  /** US dollars, where the endpoint told them. */
  costUsd?: number;
  model?: string;
}

/** Puts streamed pieces together. `add` returns the piece of text that the chunk brought. */
export function createReplyAssembler(): { add(chunk: ReplyChunk): string; reply(): AssembledReply } {
  const reply: AssembledReply = {
    content: '',
    thinking: '',
    toolCalls: [],
    usage: { promptTokens: 0, cachedTokens: 0, completionTokens: 0 },
  };
  const slots = new Map<number, AssembledToolCall>();

  return {
    add(chunk) {
      if (chunk.model) reply.model = chunk.model;
      if (chunk.usage) noteUsage(reply, chunk.usage);
      const choice = chunk.choices?.[0];
      if (choice === undefined) return '';
      if (choice.finish_reason) reply.finishReason = choice.finish_reason;
      const message = choice.delta ?? choice.message;
      for (const piece of message?.tool_calls ?? []) addToolCallPiece(reply.toolCalls, slots, piece);
      if (message) reply.thinking += readThinking(message);
      const text = readContent(message?.content);
      reply.content += text;
      return text;
    },
    reply: () => reply,
  };
}

/**
 * By OpenAI's rules pieces of one call share an index. Some servers give every call index 0 or none at all, each
 * whole and with an id of its own: a second id or a second name therefore begins a new call.
 */
function addToolCallPiece(
  calls: AssembledToolCall[],
  slots: Map<number, AssembledToolCall>,
  piece: ToolCallPiece,
): void {
  const index = piece.index ?? undefined;
  const open = index === undefined ? calls.at(-1) : slots.get(index);
  const call = open === undefined || beginsNewCall(open, piece, index) ? addCall(calls) : open;
  if (index !== undefined) slots.set(index, call);
  if (piece.id) call.id = piece.id;
  if (piece.function?.name) call.name ||= piece.function.name;
  const args = piece.function?.arguments;
  if (typeof args === 'string') call.arguments += args;
  else if (args) call.arguments = JSON.stringify(args);
}

function beginsNewCall(open: AssembledToolCall, piece: ToolCallPiece, index: number | undefined): boolean {
  if (piece.id && open.id !== '' && piece.id !== open.id) return true;
  return index === undefined && Boolean(piece.function?.name) && open.name !== '';
}

function addCall(calls: AssembledToolCall[]): AssembledToolCall {
  const call = { id: '', name: '', arguments: '' };
  calls.push(call);
  return call;
}

function noteUsage(reply: AssembledReply, usage: ReportedUsage): void {
  reply.usage = toUsage(usage);
  const upstream = usage.is_byok ? (usage.cost_details?.upstream_inference_cost ?? 0) : 0;
  if (typeof usage.cost === 'number') reply.costUsd = usage.cost + upstream;
}

function toUsage(usage: ReportedUsage): Usage {
  const cached = usage.prompt_tokens_details?.cached_tokens ?? usage.prompt_cache_hit_tokens ?? 0;
  return {
    promptTokens: Math.round(usage.prompt_tokens ?? 0),
    cachedTokens: Math.round(cached),
    completionTokens: Math.round(usage.completion_tokens ?? 0),
  };
}
