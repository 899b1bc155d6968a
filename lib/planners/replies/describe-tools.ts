/** A tool as chat completions describe it; `lib/actions` makes these. */
export interface DescribedTool {
  function: { name: string; description?: string; parameters?: Record<string, unknown> };
}

type Schema = Record<string, unknown>;

/** The tools in a line each, as signatures: for models that take no tool definitions, at a third of their tokens. */
export function describeTools(tools: readonly DescribedTool[]): string {
  return tools.map(describeTool).join('\n');
}

function describeTool({ function: { name, description = '', parameters = {} } }: DescribedTool): string {
  return `- ${name}${describeProperties(parameters)}: ${description}`;
}

/** `{ref: string, double?: boolean}` */
function describeProperties(schema: Schema): string {
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  const properties = Object.entries(asSchema(schema['properties'])).map(
    ([key, property]) => `${key}${required.includes(key) ? '' : '?'}: ${describeType(asSchema(property))}`,
  );
  return `{${properties.join(', ')}}`;
}

function describeType(schema: Schema): string {
  const { description } = schema;
  return typeof description === 'string' ? `${bareType(schema)} (${description})` : bareType(schema);
}

function bareType(schema: Schema): string {
  if (Array.isArray(schema['enum'])) return schema['enum'].map((value) => JSON.stringify(value)).join('|');
  if (Array.isArray(schema['anyOf']))
    return schema['anyOf'].map((one) => describeType(asSchema(one))).join('|');
  if (schema['type'] === 'array') return `[${describeType(asSchema(schema['items']))}]`;
  if (schema['type'] === 'object') return describeProperties(schema);
  return String(schema['type'] ?? 'any');
}

function asSchema(value: unknown): Schema {
  return typeof value === 'object' && value !== null ? (value as Schema) : {};
}
