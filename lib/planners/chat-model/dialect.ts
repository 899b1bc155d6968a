import type { ModelCapabilities } from './model-capabilities';

/** What of the chat completions API is used with one endpoint and model: everything, until it is known to be refused. */
export interface Dialect {
  tools: boolean;
  /** Without tools: `response_format` with a JSON Schema. */
  schema: boolean;
  stream: boolean;
  /** `stream_options` that ask for token counts. */
  usage: boolean;
  /** The role `system`. */
  system: boolean;
  images: boolean;
}

export type Feature = keyof Dialect;

const CAPABILITIES: Record<Feature, Exclude<keyof ModelCapabilities, 'contextTokens' | 'parallelCalls'>> = {
  tools: 'toolCalls',
  schema: 'jsonSchema',
  stream: 'streaming',
  usage: 'streamUsage',
  system: 'systemRole',
  images: 'images',
};

export function dialectOf(capabilities: ModelCapabilities, seesImages: boolean): Dialect {
  const takes = (feature: Feature): boolean => capabilities[CAPABILITIES[feature]] !== false;
  return {
    tools: takes('tools'),
    schema: takes('schema'),
    stream: takes('stream'),
    usage: takes('usage'),
    system: takes('system'),
    images: seesImages && takes('images'),
  };
}

/** What a refusal is remembered as. */
export function learntFrom(feature: Feature): ModelCapabilities {
  return { [CAPABILITIES[feature]]: false };
}

/** Whether a feature is part of the next request, so that a refusal of it can be answered by leaving it out. */
export function isUsed(dialect: Dialect, feature: Feature): boolean {
  if (feature === 'schema') return !dialect.tools && dialect.schema;
  if (feature === 'usage') return dialect.stream && dialect.usage;
  return dialect[feature];
}
