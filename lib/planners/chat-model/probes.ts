import type { ChatMessage } from '../chat-message';
import type { AssembledReply } from './assemble-reply';
import type { ToolDefinition } from './chat-model-settings';
import type { ModelCapabilities } from './model-capabilities';
import { stripThinking } from './think-filter';

/** One tiny question to a model whose answer shows whether it can do something. */
export interface Probe {
  messages: ChatMessage[];
  tools: ToolDefinition[];
  /** JSON Schema that the reply is to obey. */
  responseSchema?: Record<string, unknown>;
  /** What a whole reply shows. */
  read(reply: AssembledReply): ModelCapabilities;
  /** What it shows that the endpoint refuses such a request. */
  refused: ModelCapabilities;
}

const REPORT_TOOL: ToolDefinition = {
  type: 'function',
  function: {
    name: 'report_ready',
    description: 'Reports that one part is ready.',
    parameters: {
      type: 'object',
      properties: { part: { type: 'integer' } },
      required: ['part'],
      additionalProperties: false,
    },
  },
};

/** Two calls are asked for at once: some models, and some servers, make one at a time. */
export const TOOLS_PROBE: Probe = {
  messages: ask('Call the tool report_ready for part 1 and again for part 2, both in this reply.'),
  tools: [REPORT_TOOL],
  read: ({ toolCalls }) => {
    const calls = toolCalls.filter(({ name }) => name === 'report_ready').length;
    return calls === 0 ? { toolCalls: false } : { toolCalls: true, parallelCalls: calls > 1 };
  },
  refused: { toolCalls: false },
};

/** For endpoints that refuse tools: whether they answer at all. */
export const PLAIN_PROBE: Probe = {
  messages: ask('Say: ready.'),
  tools: [],
  read: () => ({}),
  refused: {},
};

/** Nothing in the question asks for JSON: only a server that holds the model to the schema gives it. */
export const SCHEMA_PROBE: Probe = {
  messages: ask('How much is two and three?'),
  tools: [],
  responseSchema: {
    type: 'object',
    properties: { sum: { type: 'integer' } },
    required: ['sum'],
    additionalProperties: false,
  },
  read: ({ content }) => ({ jsonSchema: holdsSum(stripThinking(content)) }),
  refused: { jsonSchema: false },
};

/** A picture that is orange all over: who does not see it does not guess that. */
export const IMAGE_PROBE: Probe = {
  messages: [
    { role: 'user', content: 'Which colour is this picture? Answer in one word.', images: [orange()] },
  ],
  tools: [],
  read: ({ content }) => ({ images: /\borange\b|橙|橘/i.test(stripThinking(content)) }),
  refused: { images: false },
};

function ask(content: string): ChatMessage[] {
  return [{ role: 'user', content }];
}

function holdsSum(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'sum' in value && typeof value.sum === 'number';
  } catch {
    return false;
  }
}

/** PNG of 64 x 64 pixels: some models refuse pictures that are smaller than one of their patches. */
function orange(): string {
  return 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAIAAAAlC+aJAAAATUlEQVR42u3PQQkAAAgEsOuPnb0IvoXBCiw7eS0CAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICApcCCQexaQtDixEAAAAASUVORK5CYII=';
}
