/** What the planner needs of the world; everything else it makes itself. */
export interface ChatModelPorts {
  fetch: typeof fetch;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after `ms` milliseconds; resolves or rejects at once when `signal` aborts. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  /** From 0 to 1, for pauses between tries; without it they are as short as they may be. */
  random?(): number;
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
  /** Until the reply's headers. Local servers read the whole prompt before they send any. */
  connectMs: number;
  /** From the headers to the first byte of the body. */
  firstByteMs: number;
  /** Without another byte; between once and twice this long. */
  stallMs: number;
  /** Until the reply's end, per try. */
  totalMs: number;
}

export const DEFAULT_TIMEOUTS: ChatTimeouts = {
  connectMs: 120_000,
  firstByteMs: 60_000,
  stallMs: 30_000,
  totalMs: 300_000,
};

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
