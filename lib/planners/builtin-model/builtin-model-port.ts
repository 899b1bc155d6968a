import type { ChatMessage } from '../chat-message';

/** Whether the browser's own language model can be asked. */
export type BuiltinModelState =
  /** The browser has no such thing. */
  | 'missing'
  /** The browser has it, but this device or profile may not run it. */
  | 'unable'
  | 'downloadable'
  | 'downloading'
  | 'ready';

/** Each has a sentence for the user under `failure.<code>`. */
export const BUILTIN_FAILURE_MESSAGES = {
  'builtin-model-missing': 'This browser has no model of its own.',
  'builtin-model-unable': "The browser's own model does not run on this device.",
  'builtin-model-download': "The browser's own model has to be downloaded first.",
  'builtin-model-slow': "The browser's own model did not answer in time; nothing of its reply was used.",
  'builtin-model-error': "The browser's own model failed.",
  'prompt-too-long': 'The request is longer than the model can read.',
  'reply-filtered': 'The browser stopped the reply of its own model.',
  'reply-garbled': 'The reply could not be understood, twice; nothing of it was used.',
  'reply-empty': 'The reply held neither text nor tool calls.',
  'too-many-calls': 'The reply held far too many tool calls, twice; nothing of it was used.',
  aborted: 'The request was stopped.',
} as const;

export type BuiltinFailureCode = keyof typeof BUILTIN_FAILURE_MESSAGES;

/** Why the model cannot be asked yet. */
export const UNREADY_CODES: Record<BuiltinModelState, BuiltinFailureCode | undefined> = {
  ready: undefined,
  missing: 'builtin-model-missing',
  unable: 'builtin-model-unable',
  downloadable: 'builtin-model-download',
  downloading: 'builtin-model-download',
};

export interface BuiltinRequest {
  /** Roles system, user and assistant; the last one is the user's. */
  messages: ChatMessage[];
  /** JSON Schema that the reply is to obey; absent: words. */
  schema?: Record<string, unknown>;
  signal: AbortSignal;
  onText(piece: string): void;
}

export type BuiltinAnswer =
  | {
      ok: true;
      text: string;
      /** Of prompt and reply together; absent when the browser does not tell. */
      tokens?: number;
    }
  | { ok: false; code: BuiltinFailureCode; reason?: string };

/** The language model that a browser brings. Nothing of it rejects. */
export interface BuiltinModelPort {
  state(): Promise<BuiltinModelState>;
  /** Tokens that prompt and reply may take together. */
  contextTokens(): Promise<number>;
  ask(request: BuiltinRequest): Promise<BuiltinAnswer>;
}
