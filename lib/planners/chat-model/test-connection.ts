import type { Failure } from '../../trajectories/failure';
import type { ChatMessage } from '../chat-message';
import { DEFAULT_TIMEOUTS } from './chat-model-settings';
import type { ChatEndpoint, ChatModelPorts, ToolDefinition } from './chat-model-settings';
import { checkEndpoint } from './check-endpoint';
import { dialectOf } from './dialect';
import { explainError } from './explain-error';
import { findRefusal } from './find-refusal';
import { createOpenAiClient } from './openai-client';
import { createFailureMaker } from './planner-failures';
import type { MakeFailure } from './planner-failures';
import { requestReply } from './request-reply';
import type { ReplyTry } from './request-reply';

export interface TestConnectionOptions extends ChatEndpoint {
  fetch: typeof fetch;
  /** Without it nothing but `signal` ends a request that hangs. */
  wait?: ChatModelPorts['wait'];
  now?: ChatModelPorts['now'];
  signal?: AbortSignal;
}

export type ConnectionReport =
  | {
      ok: true;
      /** What the endpoint offers; absent when it does not list its models. */
      models?: string[];
      /** The model called the tool that it was asked to call. */
      toolCalls: boolean;
      streaming: boolean;
    }
  | { ok: false; failure: Failure; models?: string[] };

const PROBE_TOOL: ToolDefinition = {
  type: 'function',
  function: {
    name: 'report_ready',
    description: 'Reports that tool calls work.',
    parameters: { type: 'object', properties: {}, additionalProperties: false },
  },
};

const PROBE: ChatMessage[] = [{ role: 'user', content: 'Call the tool report_ready now.' }];

/** Tries the endpoint out: its list of models, one tiny streamed reply with a tool. No retries; never throws. */
export async function testConnection(options: TestConnectionOptions): Promise<ConnectionReport> {
  const makeFailure = createFailureMaker(options);
  const fault = checkEndpoint(options);
  if (fault === 'no-endpoint-configured' || fault === 'bad-base-url') {
    return { ok: false, failure: makeFailure(fault) };
  }
  const listed = await listModels(options, makeFailure);
  if (!listed.ok) return listed;
  const models = listed.models === undefined ? {} : { models: listed.models };
  if (fault !== undefined) return { ok: false, failure: makeFailure(fault), ...models };
  const withTools = await probe(options, [PROBE_TOOL], makeFailure);
  if (withTools.ok) {
    const toolCalls = withTools.reply.toolCalls.length > 0;
    return { ok: true, ...models, toolCalls, streaming: withTools.streamed };
  }
  if (withTools.failed.failure.code !== 'no-tool-calls')
    return { ok: false, failure: withTools.failed.failure, ...models };
  const without = await probe(options, [], makeFailure);
  if (!without.ok) return { ok: false, failure: without.failed.failure, ...models };
  return { ok: true, ...models, toolCalls: false, streaming: without.streamed };
}

/** Failures that the chat request would meet as well; anything else just means that the endpoint lists no models. */
const DECISIVE = new Set(['endpoint-unreachable', 'wrong-key', 'aborted', 'timeout']);

async function listModels(
  options: TestConnectionOptions,
  makeFailure: MakeFailure,
): Promise<{ ok: true; models?: string[] } | { ok: false; failure: Failure }> {
  try {
    const client = createOpenAiClient(options);
    const page = await client.models.list({
      timeout: DEFAULT_TIMEOUTS.firstByteMs,
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
    const data: unknown = page.data;
    const models = Array.isArray(data) ? data.map(readModelId).filter((id) => id !== '') : [];
    return models.length > 0 ? { ok: true, models } : { ok: true };
  } catch (error) {
    if (options.signal?.aborted) return { ok: false, failure: makeFailure('aborted') };
    const { failure } = explainError(error, false, options.now?.() ?? 0, makeFailure);
    return DECISIVE.has(failure.code) ? { ok: false, failure } : { ok: true };
  }
}

function readModelId(model: unknown): string {
  if (typeof model !== 'object' || model === null || !('id' in model)) return '';
  return typeof model.id === 'string' ? model.id : '';
}

async function probe(
  options: TestConnectionOptions,
  tools: ToolDefinition[],
  makeFailure: MakeFailure,
): Promise<ReplyTry> {
  const ports: ChatModelPorts = {
    fetch: options.fetch,
    now: options.now ?? (() => 0),
    wait: options.wait ?? (() => new Promise<void>(() => undefined)),
  };
  const request = {
    endpoint: { baseUrl: options.baseUrl, apiKey: options.apiKey, model: options.model },
    messages: PROBE,
    tools,
    timeouts: DEFAULT_TIMEOUTS,
    signal: options.signal ?? new AbortController().signal,
    onContent: () => undefined,
  };
  const tried = await requestReply({ ...request, wantUsage: true }, ports, makeFailure);
  if (tried.ok || findRefusal(tried.failed, dialectOf({}, false)) !== 'usage') return tried;
  return requestReply({ ...request, wantUsage: false }, ports, makeFailure);
}
