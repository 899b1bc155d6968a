import type { ActionCall } from '../../trajectories/action';
import type { ProposeResult } from '../planner';
import type { AssembledReply } from './assemble-reply';
import type { FailedTry } from './explain-error';
import type { MakeFailure, PlannerFailureCode } from './planner-failures';
import { stripThinking } from './think-filter';

/** Ends of a whole reply, in the words of OpenAI and of the servers that use others for the same. */
const WHOLE = new Set([
  'stop',
  'tool_calls',
  'function_call',
  'eos',
  'eos_token',
  'stop_sequence',
  'end_turn',
  'tool_use',
]);

/** Ends that mean that something is missing. */
const BROKEN: Record<string, PlannerFailureCode> = {
  length: 'reply-too-long',
  max_tokens: 'reply-too-long',
  content_filter: 'reply-filtered',
  error: 'endpoint-error',
};

export type ReadProposal =
  | { ok: true; proposal: Omit<Extract<ProposeResult, { ok: true }>['proposal'], 'latencyMs'> }
  | { ok: false; failed: FailedTry };

/**
 * Only a reply that came to its end and whose every call can be read becomes a proposal; half of one might be the
 * opposite of what was meant.
 */
export function replyToProposal(reply: AssembledReply, makeFailure: MakeFailure): ReadProposal {
  const code = findFault(reply);
  if (code !== undefined) return { ok: false, failed: { failure: makeFailure(code), retry: 'never' } };
  const actions: ActionCall[] = [];
  for (const call of reply.toolCalls) {
    const args = parseArguments(call.arguments);
    if (args === undefined || call.name === '') {
      return { ok: false, failed: { failure: makeFailure('reply-garbled'), retry: 'again' } };
    }
    actions.push({ name: call.name, args, ...(call.id === '' ? {} : { callId: call.id }) });
  }
  const say = stripThinking(reply.content);
  if (say === '' && actions.length === 0) {
    return { ok: false, failed: { failure: makeFailure('reply-empty'), retry: 'never' } };
  }
  return {
    ok: true,
    proposal: {
      say,
      actions,
      usage: reply.usage,
      ...(reply.model === undefined ? {} : { model: reply.model }),
      ...(reply.costUsd === undefined ? {} : { costUsd: reply.costUsd }),
    },
  };
}

function findFault(reply: AssembledReply): PlannerFailureCode | undefined {
  if (reply.finishReason === undefined) return 'reply-cut';
  if (WHOLE.has(reply.finishReason)) return undefined;
  return BROKEN[reply.finishReason] ?? 'reply-cut';
}

/** No arguments at all are none; a JSON string that holds JSON is unwrapped once (some local models write that). */
function parseArguments(text: string): Record<string, unknown> | undefined {
  if (text.trim() === '') return {};
  const value = parseJson(text);
  const unwrapped = typeof value === 'string' ? parseJson(value) : value;
  return isRecord(unwrapped) ? unwrapped : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
