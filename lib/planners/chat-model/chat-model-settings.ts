/** What the planner needs of the world; everything else it makes itself. */
export interface ChatModelPorts {
  fetch: typeof fetch;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after `ms` milliseconds; resolves or rejects at once when `signal` aborts. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

/** One endpoint that speaks OpenAI's chat completions, as the user typed it in. */
export interface ChatEndpoint {
  /** Usually ends in `/v1`. */
  baseUrl: string;
  /** Empty for endpoints that want none: no Authorization header is sent then. */
  apiKey: string;
  model: string;
}

export interface ChatTimeouts {
  /** Until the first byte of the reply's body. */
  firstByteMs: number;
  /** Until the reply's end, per try. */
  totalMs: number;
}

export const DEFAULT_TIMEOUTS: ChatTimeouts = { firstByteMs: 60_000, totalMs: 180_000 };

/** A tool as OpenAI's chat completions describe it; `lib/actions/registry` makes these. */
export interface ToolDefinition {
  type: 'function';
  function: {
    name: string;
    description?: string;
    /** JSON Schema of the arguments. */
    parameters?: Record<string, unknown>;
  };
}
