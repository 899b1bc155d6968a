/** One call of the vocabulary as a chat model made it. */
export interface ChatToolCall {
  /** The result is sent back under this id. */
  id: string;
  name: string;
  /** JSON of the arguments. */
  arguments: string;
}

/** A message of a chat, free of any provider's types. */
export interface ChatMessage {
  role: 'system' | 'user' | 'assistant' | 'tool';
  /** '' when an assistant message has only calls. */
  content: string;
  /** Data URLs of pictures that go with a user message. */
  images?: string[];
  /** Of an assistant message. */
  toolCalls?: ChatToolCall[];
  /** Of a tool message: the call that it answers. */
  toolCallId?: string;
}
