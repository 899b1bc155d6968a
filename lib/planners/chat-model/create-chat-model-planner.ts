import { sumSpent } from '../../trajectories/cost';
import type { Spent } from '../../trajectories/proposal';
import type { CheckCall } from '../replies/find-problem';
import type { OnStatus, OnToken, Planner, PlannerContext, ProposeResult } from '../planner';
import { askForProposal } from './ask-for-proposal';
import type { Asked, Asking } from './asking';
import { DEFAULT_TIMEOUTS } from './chat-model-settings';
import type { ChatEndpoint, ChatModelPorts, ChatTimeouts, ToolDefinition } from './chat-model-settings';
import { checkEndpoint } from './check-endpoint';
import { dialectOf } from './dialect';
import type { ModelCapabilities } from './model-capabilities';
import { createFailureMaker } from './planner-failures';
import { costByTable } from './prices';
import type { ModelPrice } from './prices';
import { thinkingOf } from './think-filter';

export interface ChatModelOptions extends ChatEndpoint, ChatModelPorts {
  /** `toolDefinitions()` of the action registry. */
  tools: ToolDefinition[];
  /** The user says that the model takes pictures. */
  seesImages?: boolean;
  /** What is known of the model: what it does not take is left out from the first request on. */
  capabilities?: ModelCapabilities;
  /** Called with what a refusal showed, to be given back as `capabilities` another time. */
  onLearnt?(found: ModelCapabilities): void;
  /** Checks each call before it is proposed; a wrong one is shown to the model once. */
  checkCall?: CheckCall;
  /** What a reasoning model thinks becomes part of the proposal. */
  keepThinking?: boolean;
  timeouts?: ChatTimeouts;
  /** What models cost; an endpoint that tells the cost of its reply knows better. */
  prices?: readonly ModelPrice[];
}

/** The planner that asks a chat model through any OpenAI-compatible endpoint. */
export function createChatModelPlanner(options: ChatModelOptions): Planner {
  const asked = makeAsked(options);
  return {
    scope: 'near',
    async propose(context, signal, onToken, onStatus): Promise<ProposeResult> {
      const fault = checkEndpoint(options);
      if (fault !== undefined) return { ok: false, failure: asked.makeFailure(fault) };
      const startedAt = options.now();
      const asking = beginAsking(asked, context, signal, onToken, onStatus);
      const result = await askForProposal(asking);
      if (!result.ok) return withSpent(result, asking, options);
      const thinking = options.keepThinking ? thinkingOf(asking.replies.at(-1)) : '';
      const proposal = {
        ...result.proposal,
        ...(thinking === '' ? {} : { thinking }),
        latencyMs: Math.max(0, options.now() - startedAt),
      };
      return { ok: true, proposal: withCost(proposal, options) };
    },
  };
}

/** With what it cost, unless nobody knows. */
function withCost<T extends Spent>(spent: T, options: ChatModelOptions): T {
  const costUsd = spent.costUsd ?? costByTable(spent.usage, options, options.prices ?? []);
  return costUsd === undefined ? spent : { ...spent, costUsd };
}

/** Replies that could not be used were paid for all the same. */
function withSpent(
  failed: Extract<ProposeResult, { ok: false }>,
  { replies }: Asking,
  options: ChatModelOptions,
): ProposeResult {
  if (replies.length === 0) return failed;
  return { ...failed, spent: withCost(sumSpent(replies), options) };
}

function makeAsked(options: ChatModelOptions): Asked {
  const { baseUrl, apiKey, model, tools, fetch, now, wait, random } = options;
  return {
    endpoint: { baseUrl, apiKey, model },
    ports: { fetch, now, wait, ...(random === undefined ? {} : { random }) },
    tools,
    timeouts: options.timeouts ?? DEFAULT_TIMEOUTS,
    checkCall: options.checkCall ?? (() => undefined),
    makeFailure: createFailureMaker(options),
    dialect: dialectOf(options.capabilities ?? {}, options.seesImages ?? false),
    window: { tokens: options.capabilities?.contextTokens },
    learn: (found) => options.onLearnt?.(found),
  };
}

function beginAsking(
  asked: Asked,
  context: PlannerContext,
  signal: AbortSignal,
  onToken: OnToken,
  onStatus: OnStatus | undefined,
): Asking {
  const report = onStatus ?? (() => undefined);
  return { ...asked, context, signal, onToken, onStatus: report, tries: [], replies: [] };
}
