/** What trying a model out at an endpoint showed. Absent: not tried, or the trial said nothing either way. */
export interface ModelCapabilities {
  toolCalls?: boolean;
  /** Several calls in one reply. */
  parallelCalls?: boolean;
  streaming?: boolean;
  /** Pictures in a user message. */
  images?: boolean;
  /** `response_format` with a JSON Schema is obeyed. */
  jsonSchema?: boolean;
  /** Tokens that prompt and reply may take together. */
  contextTokens?: number;
  /** Token counts of a stream, asked for with `stream_options`. */
  streamUsage?: boolean;
  /** A message of the role `system`. */
  systemRole?: boolean;
}

/** One model that was tried out, or of which the user has said something. */
export interface KnownModel {
  baseUrl: string;
  model: string;
  /** What tests and refusals showed. */
  found: ModelCapabilities;
  userContextTokens?: number;
}
