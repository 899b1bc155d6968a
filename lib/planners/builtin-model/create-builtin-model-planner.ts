import { sumSpent } from '../../trajectories/cost';
import type { Failure } from '../../trajectories/failure';
import type { FailedTryNote, Proposal } from '../../trajectories/proposal';
import type { ChatMessage } from '../chat-message';
import { buildMessages } from '../chat-messages';
import type { AssembledReply } from '../chat-model/assemble-reply';
import type { ChatModelPorts } from '../chat-model/chat-model-settings';
import type { ReadReply } from '../chat-model/read-reply';
import { repairTurn } from '../chat-model/repair-turn';
import { REPAIR_STATUS } from '../chat-model/waiting-words';
import { makeFence } from '../fence';
import type { OnStatus, Planner, PlannerContext, ProposeResult } from '../planner';
import type { DescribedTool } from '../replies/describe-tools';
import type { CheckCall } from '../replies/find-problem';
import { jsonInstructions } from '../replies/json-proposal';
import { plainMessages } from '../replies/plain-messages';
import { askBuiltinModel, type BuiltinAsking, type BuiltinTry } from './ask-builtin-model';
import {
  BUILTIN_FAILURE_MESSAGES,
  UNREADY_CODES,
  type BuiltinFailureCode,
  type BuiltinModelPort,
} from './builtin-model-port';
import { fitWindow, type LeftOut } from './fit-window';
import { smallVocabulary } from './small-vocabulary';
import { createSummarizer } from './summarize';

export interface BuiltinModelOptions extends Pick<ChatModelPorts, 'now' | 'wait'> {
  model: BuiltinModelPort;
  /** `toolDefinitions()` of the action registry; a part of them is offered. */
  tools: readonly DescribedTool[];
  checkCall: CheckCall;
}

/** Of the window this much is for the prompt; the reply needs the rest. */
const PROMPT_SHARE = 0.8;
/** Of the window, what the history may take before old pages shrink to a line. */
const HISTORY_SHARE = 0.4;

/** The planner that asks the language model of the browser itself: in JSON, with a part of the vocabulary. */
export function createBuiltinModelPlanner(options: BuiltinModelOptions): Planner {
  const { model, checkCall, wait } = options;
  const tools = smallVocabulary(options.tools);
  let leftOut: LeftOut | undefined;

  async function writeMessages(context: PlannerContext, signal: AbortSignal): Promise<ChatMessage[]> {
    const window = await model.contextTokens();
    const whole = plainMessages(buildMessages(context, window * HISTORY_SHARE), jsonInstructions(tools));
    const fence = makeFence(context.runId);
    const summarize = createSummarizer(model, signal);
    const fitted = await fitWindow(whole, window * PROMPT_SHARE, leftOut, summarize, fence.wrap);
    leftOut = fitted.leftOut;
    return fitted.messages;
  }

  return {
    scope: 'near',
    async propose(context, signal, onToken, onStatus): Promise<ProposeResult> {
      const startedAt = options.now();
      const unready = UNREADY_CODES[await model.state()];
      if (unready !== undefined) return { ok: false, failure: failureOf(unready) };
      const messages = await writeMessages(context, signal);
      const asked = await askTwice({ model, tools, checkCall, wait, signal, onToken }, messages, onStatus);
      return conclude(asked, Math.max(0, options.now() - startedAt));
    },
  };
}

interface AskedTwice {
  last: BuiltinTry;
  replies: AssembledReply[];
  tries: FailedTryNote[];
}

/** A reply that cannot be used is shown to the model once, with what is wrong with it. */
async function askTwice(
  asking: BuiltinAsking,
  messages: ChatMessage[],
  onStatus: OnStatus | undefined,
): Promise<AskedTwice> {
  const first = await askBuiltinModel(asking, messages);
  if (!first.ok || first.read.kind !== 'problem') {
    return { last: first, replies: first.ok ? [first.reply] : [], tries: [] };
  }
  onStatus?.(REPAIR_STATUS);
  const second = await askBuiltinModel(asking, [
    ...messages,
    ...repairTurn(first.reply, first.read.text, true),
  ]);
  return {
    last: second,
    replies: second.ok ? [first.reply, second.reply] : [first.reply],
    tries: [{ code: first.read.code, waitedMs: 0 }],
  };
}

function conclude({ last, replies, tries }: AskedTwice, latencyMs: number): ProposeResult {
  if (!last.ok) return { ok: false, failure: failureOf(last.code, last.reason), tries };
  const { read } = last;
  // Calls that can be read but not run are left to the run, which tells of each.
  const draft = read.kind === 'broken' ? undefined : read.draft;
  if (draft === undefined) return { ok: false, failure: failureOf(knownCode(read)), tries };
  const proposal: Proposal = {
    ...draft,
    usage: sumSpent(replies).usage,
    latencyMs,
    model: 'built-in',
    costUsd: 0,
    ...(tries.length === 0 ? {} : { tries }),
  };
  return { ok: true, proposal };
}

function knownCode(read: ReadReply): BuiltinFailureCode {
  const code = read.kind === 'draft' ? '' : read.code;
  return code === 'reply-empty' || code === 'too-many-calls' ? code : 'reply-garbled';
}

function failureOf(code: BuiltinFailureCode, reason = ''): Failure {
  const message = BUILTIN_FAILURE_MESSAGES[code];
  const short = reason.slice(0, 200);
  return {
    code,
    message: short === '' ? message : `${message} It said: ${short}`,
    params: { model: 'built-in', reason: short },
  };
}
