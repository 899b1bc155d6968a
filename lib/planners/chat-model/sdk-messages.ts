import type OpenAI from 'openai';
import type { ChatMessage } from '../chat-message';

/** Neutral messages as the SDK wants them. */
export function toSdkMessages(messages: ChatMessage[]): OpenAI.Chat.ChatCompletionMessageParam[] {
  return messages.map(toSdkMessage);
}

function toSdkMessage(message: ChatMessage): OpenAI.Chat.ChatCompletionMessageParam {
  const { role, content } = message;
  if (role === 'user' && message.images) return { role, content: withPictures(content, message.images) };
  if (role === 'system' || role === 'user') return { role, content };
  if (role === 'tool') return { role, content, tool_call_id: message.toolCallId ?? '' };
  const calls = message.toolCalls ?? [];
  if (calls.length === 0) return { role, content };
  return {
    role,
    content: content === '' ? null : content,
    tool_calls: calls.map((call) => ({
      id: call.id,
      type: 'function',
      function: { name: call.name, arguments: call.arguments },
    })),
  };
}

function withPictures(text: string, images: string[]): OpenAI.Chat.ChatCompletionContentPart[] {
  return [
    { type: 'text', text },
    ...images.map((url) => ({ type: 'image_url' as const, image_url: { url } })),
  ];
}
