import { describeTools, type DescribedTool } from './describe-tools';

/** What a model is told that answers in JSON. Stands at the end of the system prompt; the same for every step of a run. */
export function jsonInstructions(tools: readonly DescribedTool[]): string {
  return `How you call tools
- Your reply is one JSON object and nothing else: {"say": "one short sentence for the user", "calls": [{"name": "tool", "args": {}}]}
- What the tools return stands in the next message.
- The tools, with their arguments (those with ? may be left out):
${describeTools(tools)}`;
}

/** JSON Schema of such a reply, for endpoints that hold a model to one. */
export function proposalSchema(tools: readonly DescribedTool[]): Record<string, unknown> {
  return {
    type: 'object',
    properties: {
      say: { type: 'string' },
      calls: { type: 'array', items: { anyOf: tools.map(callSchema) } },
    },
    required: ['say', 'calls'],
    additionalProperties: false,
  };
}

function callSchema({ function: { name, parameters } }: DescribedTool): Record<string, unknown> {
  return {
    type: 'object',
    properties: { name: { type: 'string', enum: [name] }, args: parameters ?? { type: 'object' } },
    required: ['name', 'args'],
    additionalProperties: false,
  };
}
