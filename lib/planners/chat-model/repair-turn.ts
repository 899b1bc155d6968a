import type { ChatMessage } from '../chat-message';
import type { AssembledReply } from './assemble-reply';

/** What a model wrote is shown to it once more up to this length. */
const ECHO_LENGTH = 2_000;

const NAME = /^[\w-]{1,64}$/;

/**
 * The messages that tell a model what was wrong with its reply. They follow those of the request, which stay as they
 * are, so that the endpoint's prompt cache keeps hitting; none of them is part of any later step.
 */
export function repairTurn(reply: AssembledReply, problem: string, asJson: boolean): ChatMessage[] {
  if (reply.toolCalls.length > 0 && !asJson) return answerCalls(reply, problem);
  const content = shorten(reply.content) || '(nothing)';
  const again = asJson
    ? 'Answer again, with one whole JSON object and nothing else.'
    : 'Call the tools for your next actions.';
  return [
    { role: 'assistant', content },
    { role: 'user', content: `Errand: Nothing of your reply was used: ${problem} ${again}` },
  ];
}

/** Each call is answered, as the protocol wants it; arguments that are no JSON would break the templates of some servers. */
function answerCalls(reply: AssembledReply, problem: string): ChatMessage[] {
  const calls = reply.toolCalls.slice(0, MOST_ECHOED).map((call, index) => ({
    id: `call_again_${index}`,
    name: NAME.test(call.name) ? call.name : 'unknown',
    arguments: isJsonObject(call.arguments) ? call.arguments : '{}',
  }));
  const [, ...others] = calls;
  return [
    { role: 'assistant', content: shorten(reply.content), toolCalls: calls },
    {
      role: 'tool',
      toolCallId: calls[0]?.id ?? '',
      content: `Not done. Nothing of your reply was used: ${problem} Make all calls again, corrected.`,
    },
    ...others.map(({ id }): ChatMessage => ({ role: 'tool', toolCallId: id, content: 'Not done.' })),
  ];
}

/** Of a reply that ran away the beginning is enough. */
const MOST_ECHOED = 5;

function isJsonObject(text: string): boolean {
  if (text.length > ECHO_LENGTH) return false;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

function shorten(text: string): string {
  return text.length > ECHO_LENGTH ? `${text.slice(0, ECHO_LENGTH)}…` : text;
}
