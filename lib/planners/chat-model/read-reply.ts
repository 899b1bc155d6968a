import type { ActionCall } from '../../trajectories/action';
import type { ReadAs } from '../../trajectories/proposal';
import { unwrapCall } from '../chat-tools';
import { findProblem, type CheckCall } from '../replies/find-problem';
import { isRecord, parseJson } from '../replies/parse-json';
import type { IsAction } from '../replies/read-calls';
import { readText } from '../replies/read-text';
import type { AssembledReply } from './assemble-reply';
import type { PlannerFailureCode } from './planner-failures';
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

/** What a whole reply proposes. */
export interface Draft {
  say: string;
  actions: ActionCall[];
  readAs?: ReadAs;
}

export type ReadReply =
  | { kind: 'draft'; draft: Draft }
  /** It did not come to its end: nothing of it may be used. */
  | { kind: 'broken'; code: PlannerFailureCode }
  /**
   * It is whole and cannot be used as it is; `text` tells the model why. With `draft` every call can be read, though not
   * run: the run can tell the planner so as well.
   */
  | { kind: 'problem'; code: PlannerFailureCode | 'invalid-calls'; text: string; draft?: Draft };

export interface ReadOptions {
  /** The model was asked to answer in JSON. */
  asJson: boolean;
  isAction: IsAction;
  checkCall: CheckCall;
}

/**
 * Only a reply that came to its end and whose every call can be read becomes a draft; half of one might be the
 * opposite of what was meant.
 */
export function readReply(reply: AssembledReply, options: ReadOptions): ReadReply {
  const code = findFault(reply);
  if (code !== undefined) return { kind: 'broken', code };
  const read = reply.toolCalls.length > 0 ? readToolCalls(reply) : readWords(reply, options);
  if (read.kind !== 'draft') return read;
  const problem = findProblem(read.draft.actions, options.checkCall);
  if (problem === undefined) return read;
  if (problem.code === 'too-many-calls') return { kind: 'problem', ...problem };
  return { kind: 'problem', ...problem, draft: read.draft };
}

function findFault(reply: AssembledReply): PlannerFailureCode | undefined {
  if (reply.finishReason === undefined) return 'reply-cut';
  if (WHOLE.has(reply.finishReason)) return undefined;
  return BROKEN[reply.finishReason] ?? 'reply-cut';
}

function readToolCalls(reply: AssembledReply): ReadReply {
  const read = reply.toolCalls.map((call) => ({ call, args: readArguments(call.arguments) }));
  const bad = read.find(({ call, args }) => args === undefined || call.name === '');
  if (bad !== undefined) {
    const reason =
      bad.call.name === ''
        ? 'a call names no tool'
        : `the arguments of ${bad.call.name} are not one whole JSON object`;
    return { kind: 'problem', code: 'reply-garbled', text: `${reason}: ${quote(bad.call.arguments)}` };
  }
  const actions = read.map(({ call, args }) =>
    unwrapCall({
      name: call.name,
      args: args?.value ?? {},
      ...(call.id === '' ? {} : { callId: call.id }),
    }),
  );
  const isRepaired = read.some(({ args }) => args?.isRepaired === true);
  const say = stripThinking(reply.content);
  return { kind: 'draft', draft: { say, actions, ...(isRepaired ? { readAs: 'repaired-json' } : {}) } };
}

/** No arguments at all are none; a JSON string that holds JSON is unwrapped once (some local models write that). */
function readArguments(text: string): { value: Record<string, unknown>; isRepaired: boolean } | undefined {
  if (text.trim() === '') return { value: {}, isRepaired: false };
  const outer = parseJson(text);
  const parsed = typeof outer?.value === 'string' ? parseJson(outer.value) : outer;
  return isRecord(parsed?.value) ? { value: parsed.value, isRepaired: parsed.isRepaired } : undefined;
}

/** A reply without tool calls: JSON that was asked for, calls that a model wrote as text, or words for the user. */
function readWords(reply: AssembledReply, { asJson, isAction }: ReadOptions): ReadReply {
  const content = stripThinking(reply.content);
  if (content === '')
    return { kind: 'problem', code: 'reply-empty', text: 'it holds neither words nor calls.' };
  const read = readText(content, isAction, !asJson);
  if (read.kind === 'calls') {
    const readAs = read.isRepaired ? 'repaired-json' : 'json';
    return { kind: 'draft', draft: { say: read.say, actions: read.calls, readAs } };
  }
  if (!asJson) return { kind: 'draft', draft: { say: read.say, actions: [] } };
  const text = read.isCut
    ? 'the JSON in it does not come to its end.'
    : 'it holds no JSON object with "say" and "calls".';
  return { kind: 'problem', code: 'reply-garbled', text };
}

const QUOTE_LENGTH = 300;

function quote(text: string): string {
  return text.length > QUOTE_LENGTH ? `${text.slice(0, QUOTE_LENGTH)}…` : text;
}
