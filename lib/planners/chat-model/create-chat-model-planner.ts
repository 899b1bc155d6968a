import type { Proposal } from '../../trajectories/proposal';
import { buildMessages } from '../chat-messages';
import type { OnToken, Planner, PlannerContext, ProposeResult } from '../planner';
import { DEFAULT_TIMEOUTS } from './chat-model-settings';
import type { ChatEndpoint, ChatModelPorts, ChatTimeouts, ToolDefinition } from './chat-model-settings';
import { checkEndpoint } from './check-endpoint';
import type { FailedTry } from './explain-error';
import { createFailureMaker } from './planner-failures';
import type { MakeFailure } from './planner-failures';
import { costByTable } from './prices';
import type { ModelPrice } from './prices';
import { replyToProposal } from './reply-to-proposal';
import type { ReadProposal } from './reply-to-proposal';
import { requestReply } from './request-reply';
import type { ReplyRequest } from './request-reply';
import { planRetry } from './retry';
import { createThinkFilter } from './think-filter';

export interface ChatModelOptions extends ChatEndpoint, ChatModelPorts {
  /** `toolDefinitions()` of the action registry. */
  tools: ToolDefinition[];
  /** The user says that the model takes pictures. */
  seesImages?: boolean;
  timeouts?: ChatTimeouts;
  /** What models cost; an endpoint that tells the cost of its reply knows better. */
  prices?: readonly ModelPrice[];
}

/** The planner that asks a chat model through any OpenAI-compatible endpoint. */
export function createChatModelPlanner(options: ChatModelOptions): Planner {
  const makeFailure = createFailureMaker(options);
  return {
    scope: 'near',
    async propose(context, signal, onToken): Promise<ProposeResult> {
      const fault = checkEndpoint(options);
      if (fault !== undefined) return { ok: false, failure: makeFailure(fault) };
      const startedAt = options.now();
      const read = await readWithRetries(options, context, signal, onToken, makeFailure);
      if (!read.ok) return { ok: false, failure: read.failed.failure };
      const proposal = { ...read.proposal, latencyMs: Math.max(0, options.now() - startedAt) };
      return { ok: true, proposal: withCost(proposal, options) };
    },
  };
}

/** With what it cost, unless nobody knows. */
function withCost(proposal: Proposal, options: ChatModelOptions): Proposal {
  const costUsd = proposal.costUsd ?? costByTable(proposal.usage, options, options.prices ?? []);
  return costUsd === undefined ? proposal : { ...proposal, costUsd };
}

async function readWithRetries(
  options: ChatModelOptions,
  context: PlannerContext,
  signal: AbortSignal,
  onToken: OnToken,
  makeFailure: MakeFailure,
): Promise<ReadProposal> {
  const request = buildRequest(options, context, signal, onToken);
  const past: FailedTry[] = [];
  for (;;) {
    if (signal.aborted) return { ok: false, failed: { failure: makeFailure('aborted'), retry: 'never' } };
    const read = await readOnce(request, options, onToken, makeFailure);
    if (read.ok) return read;
    const retry = planRetry(read.failed, past);
    if (retry === undefined) return read;
    past.push(read.failed);
    if (read.failed.retry === 'no-usage') request.wantUsage = false;
    // Whether it resolves or rejects when the run is stopped: the loop's head looks at the signal.
    if (retry.waitMs > 0) await options.wait(retry.waitMs, signal).catch(() => undefined);
  }
}

async function readOnce(
  request: ReplyRequest,
  options: ChatModelOptions,
  onToken: OnToken,
  makeFailure: MakeFailure,
): Promise<ReadProposal> {
  const filter = createThinkFilter();
  const emit = (text: string): void => {
    if (text !== '') onToken(text);
  };
  const tried = await requestReply(
    { ...request, onContent: (piece) => emit(filter.push(piece)) },
    options,
    makeFailure,
  );
  if (!tried.ok) return tried;
  emit(filter.end());
  return replyToProposal(tried.reply, makeFailure);
}

function buildRequest(
  options: ChatModelOptions,
  context: PlannerContext,
  signal: AbortSignal,
  onContent: OnToken,
): ReplyRequest {
  return {
    endpoint: { baseUrl: options.baseUrl, apiKey: options.apiKey, model: options.model },
    messages: buildMessages(context, undefined, options.seesImages),
    tools: options.tools,
    wantUsage: true,
    timeouts: options.timeouts ?? DEFAULT_TIMEOUTS,
    signal,
    onContent,
  };
}
