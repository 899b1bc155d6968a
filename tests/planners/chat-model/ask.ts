import { onTestFinished } from 'vitest';
import { createChatModelPlanner } from '../../../lib/planners/chat-model/create-chat-model-planner';
import type { ChatModelOptions } from '../../../lib/planners/chat-model/create-chat-model-planner';
import type { ModelCapabilities } from '../../../lib/planners/chat-model/model-capabilities';
import type { PlannerContext, ProposeResult } from '../../../lib/planners/planner';
import type { Failure } from '../../../lib/trajectories/failure';
import type { Proposal } from '../../../lib/trajectories/proposal';
import type { Sentence } from '../../../lib/trajectories/verdict';
import { startEndpoint } from '../../support/loopback-endpoint';
import type { EndpointOptions, LoopbackEndpoint } from '../../support/loopback-endpoint';
import { CLICK_TOOL, FAR_TIMEOUTS, instantPorts, makeContext } from './make-context';

export interface AskedOnce {
  result: ProposeResult;
  tokens: string[];
  waits: number[];
  statuses: Sentence[];
  learnt: ModelCapabilities[];
  endpoint: LoopbackEndpoint;
}

/** Asks a planner once, over real HTTP, what an endpoint answers that behaves as told. */
export async function ask(
  served: EndpointOptions,
  changes: Partial<ChatModelOptions> = {},
  context: PlannerContext = makeContext(),
): Promise<AskedOnce> {
  const endpoint = await startEndpoint(served);
  onTestFinished(() => endpoint.close());
  const ports = instantPorts();
  const tokens: string[] = [];
  const statuses: Sentence[] = [];
  const learnt: ModelCapabilities[] = [];
  const planner = createChatModelPlanner({
    baseUrl: endpoint.baseUrl,
    apiKey: 'sk-secret-key-1234',
    model: 'scripted',
    tools: [CLICK_TOOL],
    timeouts: FAR_TIMEOUTS,
    onLearnt: (found) => learnt.push(found),
    ...ports,
    ...changes,
  });
  const result = await planner.propose(
    context,
    new AbortController().signal,
    (text) => tokens.push(text),
    (status) => statuses.push(status),
  );
  return { result, tokens, waits: ports.waits, statuses, learnt, endpoint };
}

export function failureOf(result: ProposeResult): Failure {
  if (result.ok) throw new Error(`expected a failure, got ${JSON.stringify(result.proposal)}`);
  return result.failure;
}

export function proposalOf(result: ProposeResult): Proposal {
  if (!result.ok) throw new Error(`expected a proposal, got ${JSON.stringify(result.failure)}`);
  return result.proposal;
}
