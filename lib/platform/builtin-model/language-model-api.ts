/** The slice of the browser's Prompt API that is used (webmachinelearning.github.io/prompt-api). */
export interface LanguageModelApi {
  availability(options?: LanguageOptions): Promise<string>;
  create(options: CreateOptions): Promise<LanguageModelSession>;
}

interface LanguageOptions {
  expectedOutputs?: { type: 'text'; languages: string[] }[];
}

export interface CreateOptions extends LanguageOptions {
  initialPrompts?: Prompt[];
  signal?: AbortSignal;
  monitor?(monitor: EventTarget): void;
}

export interface Prompt {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

export interface LanguageModelSession {
  promptStreaming(
    input: string,
    options: {
      responseConstraint?: Record<string, unknown>;
      omitResponseConstraintInput?: boolean;
      signal: AbortSignal;
    },
  ): ReadableStream<string>;
  destroy(): void;
  /** Tokens; browsers older than 2026 know the other names. */
  contextUsage?: number;
  contextWindow?: number;
  inputUsage?: number;
  inputQuota?: number;
}

/** Browsers that do not know in which language they are to answer warn, and may refuse. */
export const LANGUAGES: LanguageOptions = { expectedOutputs: [{ type: 'text', languages: ['en'] }] };

/** Undefined where the browser has no model of its own. */
export function findLanguageModel(): LanguageModelApi | undefined {
  return (globalThis as { LanguageModel?: LanguageModelApi }).LanguageModel;
}
