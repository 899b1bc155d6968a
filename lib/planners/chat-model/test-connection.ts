import { sumSpent } from '../../trajectories/cost';
import type { Failure } from '../../trajectories/failure';
import type { Usage } from '../../trajectories/proposal';
import type { AssembledReply } from './assemble-reply';
import { askContextSize, recogniseServer } from './ask-context-size';
import { DEFAULT_TIMEOUTS } from './chat-model-settings';
import type { ChatEndpoint, ChatModelPorts } from './chat-model-settings';
import { checkEndpoint } from './check-endpoint';
import { dialectOf } from './dialect';
import { findRefusal } from './find-refusal';
import { listModels } from './list-models';
import type { ModelList } from './list-models';
import type { ListedModel } from './listed-model';
import type { ModelCapabilities } from './model-capabilities';
import { createFailureMaker } from './planner-failures';
import type { MakeFailure } from './planner-failures';
import { IMAGE_PROBE, PLAIN_PROBE, SCHEMA_PROBE, TOOLS_PROBE } from './probes';
import type { Probe } from './probes';
import { requestReply } from './request-reply';
import type { ReplyTry } from './request-reply';

/** What is tried out, in this order. */
export const TEST_STAGES = ['models', 'tools', 'schema', 'images', 'context'] as const;

export type TestStage = (typeof TEST_STAGES)[number];

export interface TestConnectionOptions extends ChatEndpoint {
  /** What the user picked as provider: tells which server's own addresses may be asked. */
  provider?: string;
  fetch: typeof fetch;
  /** Without it nothing but `signal` ends a request that hangs. */
  wait?: ChatModelPorts['wait'];
  now?: ChatModelPorts['now'];
  signal?: AbortSignal;
  onStage?(stage: TestStage): void;
}

export type ConnectionReport =
  | {
      ok: true;
      /** What the endpoint offers; empty when it does not list its models. */
      models: ListedModel[];
      capabilities: ModelCapabilities;
      /** Requests to the model, and what they took. */
      requests: number;
      usage: Usage;
    }
  | { ok: false; failure: Failure; models: ListedModel[] };

interface Test {
  options: TestConnectionOptions;
  signal: AbortSignal;
  ports: ChatModelPorts;
  makeFailure: MakeFailure;
  wantUsage: boolean;
  capabilities: ModelCapabilities;
  requests: number;
  replies: AssembledReply[];
}

/** Tries the endpoint and its model out: a list and three to five tiny requests. No retries; never throws. */
export async function testConnection(options: TestConnectionOptions): Promise<ConnectionReport> {
  const test = begin(options);
  const fault = checkEndpoint(options);
  if (fault === 'no-endpoint-configured' || fault === 'bad-base-url')
    return { ok: false, failure: test.makeFailure(fault), models: [] };
  options.onStage?.('models');
  const listed = await listModels({ ...options, signal: test.signal }, test.ports.now(), test.makeFailure);
  if (!listed.ok) return { ...listed, models: [] };
  const { models } = listed;
  if (fault !== undefined) return { ok: false, failure: test.makeFailure(fault), models };
  const failure = (await probeAll(test)) ?? (await findContextSize(test, listed));
  if (failure !== undefined) return { ok: false, failure, models };
  const { capabilities, requests, replies } = test;
  return { ok: true, models, capabilities, requests, usage: sumSpent(replies).usage };
}

function begin(options: TestConnectionOptions): Test {
  return {
    options,
    signal: options.signal ?? new AbortController().signal,
    ports: {
      fetch: options.fetch,
      now: options.now ?? (() => 0),
      wait: options.wait ?? (() => new Promise<void>(() => undefined)),
    },
    makeFailure: createFailureMaker(options),
    wantUsage: true,
    capabilities: {},
    requests: 0,
    replies: [],
  };
}

/** The failure, if the model does not answer at all or the user stopped the test. */
async function probeAll(test: Test): Promise<Failure | undefined> {
  const { onStage } = test.options;
  onStage?.('tools');
  const first = await probe(test, TOOLS_PROBE);
  if (!first.ok && first.failed.failure.code === 'no-tool-calls') {
    const plain = await probe(test, PLAIN_PROBE);
    if (!plain.ok) return plain.failed.failure;
  } else if (!first.ok) return first.failed.failure;
  onStage?.('schema');
  await probe(test, SCHEMA_PROBE);
  if (!test.signal.aborted) {
    onStage?.('images');
    await probe(test, IMAGE_PROBE);
  }
  return test.signal.aborted ? test.makeFailure('aborted') : undefined;
}

/** Asks, and notes what the answer or the refusal shows; what says nothing either way (429, a cut line) is not noted. */
async function probe(test: Test, asked: Probe): Promise<ReplyTry> {
  const tried = await request(test, asked);
  if (tried.ok) {
    test.capabilities.streaming ??= tried.streamed;
    Object.assign(test.capabilities, asked.read(tried.reply));
  } else if (isRefusal(tried)) Object.assign(test.capabilities, asked.refused);
  return tried;
}

function isRefusal({ failed }: ReplyTry & { ok: false }): boolean {
  if (failed.failure.code === 'no-tool-calls' || failed.failure.code === 'request-refused') return true;
  return findRefusal(failed, { ...dialectOf({}, true), tools: false }) !== undefined;
}

async function request(test: Test, asked: Probe): Promise<ReplyTry> {
  const { baseUrl, apiKey, model } = test.options;
  const { messages, tools, responseSchema } = asked;
  test.requests += 1;
  const tried = await requestReply(
    {
      endpoint: { baseUrl, apiKey, model },
      messages,
      tools,
      ...(responseSchema === undefined ? {} : { responseSchema }),
      wantUsage: test.wantUsage,
      timeouts: DEFAULT_TIMEOUTS,
      signal: test.signal,
      onContent: () => undefined,
    },
    test.ports,
    test.makeFailure,
  );
  if (tried.ok) test.replies.push(tried.reply);
  if (tried.ok || !test.wantUsage || findRefusal(tried.failed, dialectOf({}, false)) !== 'usage')
    return tried;
  test.wantUsage = false;
  test.capabilities.streamUsage = false;
  return request(test, asked);
}

/** What is loaded is asked for last: the probes have had the model loaded. */
async function findContextSize(test: Test, listed: ModelList): Promise<Failure | undefined> {
  test.options.onStage?.('context');
  const { provider = '', baseUrl, apiKey, model, fetch } = test.options;
  const server = recogniseServer(provider, listed.rows);
  const endpoint = { baseUrl, apiKey, model, fetch, signal: test.signal };
  const told = server && (await askContextSize(server, endpoint));
  const contextTokens = told ?? listed.models.find(({ id }) => id === model)?.contextTokens;
  if (contextTokens !== undefined) test.capabilities.contextTokens = contextTokens;
  return test.signal.aborted ? test.makeFailure('aborted') : undefined;
}
