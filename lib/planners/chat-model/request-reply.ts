import { APIError } from 'openai';
import type OpenAI from 'openai';
import { Stream } from 'openai/streaming';
import type { ChatMessage } from '../chat-message';
import { createReplyAssembler } from './assemble-reply';
import type { AssembledReply } from './assemble-reply';
import type { ChatEndpoint, ChatModelPorts, ChatTimeouts, ToolDefinition } from './chat-model-settings';
import { startDeadlines } from './deadlines';
import type { Deadlines } from './deadlines';
import { explainComplaint, explainError, isHtml } from './explain-error';
import type { FailedTry } from './explain-error';
import { createOpenAiClient } from './openai-client';
import type { MakeFailure } from './planner-failures';
import { replyChunkSchema } from './reply-chunk';
import { toSdkMessages } from './sdk-messages';

export interface ReplyRequest {
  endpoint: ChatEndpoint;
  messages: ChatMessage[];
  /** May be empty: no `tools` are sent then. */
  tools: ToolDefinition[];
  /** Ask for token counts in the stream; some endpoints refuse the option. */
  wantUsage: boolean;
  /** Absent: the reply is streamed. Some endpoints refuse to. */
  stream?: boolean;
  /** JSON Schema that the reply's text is to obey. */
  responseSchema?: Record<string, unknown>;
  timeouts: ChatTimeouts;
  signal: AbortSignal;
  onContent(piece: string): void;
}

export type ReplyTry =
  { ok: true; reply: AssembledReply; streamed: boolean } | { ok: false; failed: FailedTry };

/** One request for a reply, read to its end. Never throws. */
export async function requestReply(
  request: ReplyRequest,
  ports: ChatModelPorts,
  makeFailure: MakeFailure,
): Promise<ReplyTry> {
  const deadlines = startDeadlines(request.signal, request.timeouts, ports);
  let began = false;
  const client = createOpenAiClient({
    ...request.endpoint,
    fetch: ports.fetch,
    onHeaders: deadlines.headersCame,
    onBytes: () => {
      began = true;
      deadlines.bytesCame();
    },
  });
  try {
    const outcome = await readReply(request, client, deadlines, makeFailure);
    // An aborted stream ends in silence in the SDK; it must not pass for a reply.
    return interrupted(deadlines, makeFailure) ?? outcome;
  } catch (error) {
    const failed = explainError(error, began, ports.now(), makeFailure);
    return interrupted(deadlines, makeFailure) ?? { ok: false, failed };
  } finally {
    deadlines.end();
  }
}

/** A server that hangs once may answer when it is asked again; one that goes on and on will do so again. */
function interrupted(deadlines: Deadlines, makeFailure: MakeFailure): ReplyTry | undefined {
  const why = deadlines.why();
  if (why === undefined) return undefined;
  const retry = why === 'aborted' || why === 'timeout' ? 'never' : 'again';
  return { ok: false, failed: { failure: makeFailure(why), retry } };
}

async function readReply(
  request: ReplyRequest,
  client: OpenAI,
  deadlines: Deadlines,
  makeFailure: MakeFailure,
): Promise<ReplyTry> {
  const controller = new AbortController();
  const signal = AbortSignal.any([deadlines.signal, controller.signal]);
  const response = await client.chat.completions
    .create(buildBody(request), { signal, timeout: 2 * request.timeouts.totalMs })
    .asResponse();
  const contentType = response.headers.get('content-type') ?? '';
  if (contentType.includes('text/html')) {
    controller.abort();
    return { ok: false, failed: { failure: makeFailure('not-an-api'), retry: 'never' } };
  }
  if (request.stream === false || contentType.includes('application/json'))
    return readWholeReply(await response.text(), request, makeFailure);
  return readStream(Stream.fromSSEResponse(response, controller, client), request, makeFailure);
}

/**
 * Only what every model takes: no temperature, no limit of tokens, no choice of tool. What grows comes last, so that each request
 * begins byte for byte as the one before it.
 */
function buildBody(request: ReplyRequest): OpenAI.Chat.ChatCompletionCreateParams {
  const { stream = true, responseSchema } = request;
  const format = responseSchema && {
    type: 'json_schema' as const,
    json_schema: { name: 'reply', schema: responseSchema },
  };
  return {
    model: request.endpoint.model,
    stream,
    ...(request.tools.length > 0 ? { tools: request.tools } : {}),
    ...(format === undefined ? {} : { response_format: format }),
    ...(stream && request.wantUsage ? { stream_options: { include_usage: true } } : {}),
    messages: toSdkMessages(request.messages),
  };
}

/** Characters, thinking included: a model that goes on for ever is stopped. */
const LONGEST_REPLY = 4_000_000;

function isTooLong({ content, thinking }: AssembledReply): boolean {
  return content.length + thinking.length > LONGEST_REPLY;
}

async function readStream(
  stream: AsyncIterable<unknown>,
  request: ReplyRequest,
  makeFailure: MakeFailure,
): Promise<ReplyTry> {
  const assembler = createReplyAssembler();
  try {
    for await (const event of stream) {
      const chunk = replyChunkSchema.safeParse(event);
      if (!chunk.success) return garbled(makeFailure);
      const text = assembler.add(chunk.data);
      if (text !== '') request.onContent(text);
      if (isTooLong(assembler.reply())) {
        return { ok: false, failed: { failure: makeFailure('reply-too-long'), retry: 'never' } };
      }
    }
  } catch (error) {
    // Some servers hang up without a word once they have said that the reply is over.
    if (error instanceof APIError || assembler.reply().finishReason === undefined) throw error;
  }
  return { ok: true, reply: assembler.reply(), streamed: true };
}

/** Endpoints that ignore `stream: true` answer with one JSON document; LM Studio complains in one, with status 200. */
function readWholeReply(body: string, request: ReplyRequest, makeFailure: MakeFailure): ReplyTry {
  if (isHtml(body)) return { ok: false, failed: { failure: makeFailure('not-an-api'), retry: 'never' } };
  const document = parseJson(body);
  const complaint = readErrorMember(document);
  if (complaint !== undefined)
    return { ok: false, failed: explainComplaint({ text: complaint }, makeFailure) };
  const chunk = replyChunkSchema.safeParse(document);
  if (!chunk.success) return garbled(makeFailure);
  const assembler = createReplyAssembler();
  const text = assembler.add(chunk.data);
  if (text !== '') request.onContent(text);
  return { ok: true, reply: assembler.reply(), streamed: false };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readErrorMember(document: unknown): string | undefined {
  if (typeof document !== 'object' || document === null || !('error' in document)) return undefined;
  const { error } = document;
  if (typeof error === 'string') return error;
  if (typeof error !== 'object' || error === null) return undefined;
  return 'message' in error && typeof error.message === 'string' ? error.message : JSON.stringify(error);
}

function garbled(makeFailure: MakeFailure): ReplyTry {
  return { ok: false, failed: { failure: makeFailure('reply-garbled'), retry: 'again' } };
}
