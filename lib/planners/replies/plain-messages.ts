import type { ChatMessage, ChatToolCall } from '../chat-message';
import { parseStrictly } from './parse-json';

/**
 * A chat without tool calls: what was called stands in the assistant's words, as it writes them itself, and what came
 * of it in the user's. Like the chat that it is made of it only grows at its end.
 */
export function plainMessages(messages: readonly ChatMessage[], instructions: string): ChatMessage[] {
  const plain: ChatMessage[] = [];
  let calls: ChatToolCall[] = [];
  for (const message of messages) {
    if (message.role === 'assistant') calls = message.toolCalls ?? [];
    const made = plainMessage(message, calls, instructions);
    const last = plain.at(-1);
    if (last?.role === 'user' && made.role === 'user') join(last, made);
    else plain.push(made);
  }
  return plain;
}

function plainMessage(message: ChatMessage, calls: ChatToolCall[], instructions: string): ChatMessage {
  switch (message.role) {
    case 'system':
      return { role: 'system', content: `${message.content}\n\n${instructions}` };
    case 'user':
      return { ...message };
    case 'assistant':
      return { role: 'assistant', content: writeProposal(message.content, calls) };
    case 'tool': {
      const name = calls.find(({ id }) => id === message.toolCallId)?.name ?? 'a tool';
      return { role: 'user', content: `Result of ${name}: ${message.content}` };
    }
  }
}

function writeProposal(say: string, calls: ChatToolCall[]): string {
  const written = calls.map(({ name, arguments: text }) => ({ name, args: parseStrictly(text) ?? {} }));
  return JSON.stringify({ say, calls: written });
}

function join(last: ChatMessage, next: ChatMessage): void {
  last.content += `\n\n${next.content}`;
  const images = [...(last.images ?? []), ...(next.images ?? [])];
  if (images.length > 0) last.images = images;
}
