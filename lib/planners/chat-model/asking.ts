import type { FailedTryNote } from '../../trajectories/proposal';
import type { CheckCall } from '../replies/find-problem';
import type { OnStatus, OnToken, PlannerContext } from '../planner';
import type { AssembledReply } from './assemble-reply';
import type { ChatEndpoint, ChatModelPorts, ChatTimeouts, ToolDefinition } from './chat-model-settings';
import type { Dialect } from './dialect';
import type { ModelCapabilities } from './model-capabilities';
import type { MakeFailure } from './planner-failures';

/** How one endpoint is asked, the same for every proposal; `dialect` is what has been learnt of it. */
export interface Asked {
  endpoint: ChatEndpoint;
  ports: ChatModelPorts;
  tools: ToolDefinition[];
  timeouts: ChatTimeouts;
  checkCall: CheckCall;
  makeFailure: MakeFailure;
  dialect: Dialect;
  /** Tokens that the model reads, reply included, as far as that is known. */
  window: { tokens: number | undefined };
  /** Keeps what was learnt for the next request, and for those after the worker has died. */
  learn(found: ModelCapabilities): void;
}

/** The asking for one proposal, which may take several requests. */
export interface Asking extends Asked {
  context: PlannerContext;
  signal: AbortSignal;
  onToken: OnToken;
  onStatus: OnStatus;
  /** Requests that came to nothing, oldest first. */
  tries: FailedTryNote[];
  /** Whole replies, also those that could not be used: all of them were paid for. */
  replies: AssembledReply[];
}
