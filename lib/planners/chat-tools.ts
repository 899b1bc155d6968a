import type { ActionCall } from '../trajectories/action';

/** A tool as chat completions take it. */
export interface OfferedTool {
  type: 'function';
  function: { name: string; description?: string; parameters?: Record<string, unknown> };
}

/**
 * What most steps of most tasks are made of has a tool of its own. All other actions are told in a line each and called through
 * one tool: a definition costs about three times as much as a line, and all of them go with every request.
 */
const OWN_TOOL: ReadonlySet<string> = new Set([
  'click',
  'type_text',
  'choose',
  'set_checked',
  'fill_form',
  'ask_user',
  'update_plan',
  'finish',
]);

const SHARED_TOOL = 'other_action';

/** What a run has, from its beginning: without it some actions are of no use. */
export interface Offer {
  /** The task came with files. */
  files: boolean;
  /** The model sees pictures. */
  images: boolean;
}

/** What is sent of the vocabulary; the same bytes at every step of a run. */
export function offerTools(tools: readonly OfferedTool[], { files, images }: Offer): OfferedTool[] {
  const isOfUse = ({ function: { name } }: OfferedTool): boolean =>
    name === 'upload_file' ? files : name === 'take_screenshot' ? images : true;
  const others = tools.filter((tool) => !OWN_TOOL.has(tool.function.name) && isOfUse(tool));
  const own = tools.filter((tool) => OWN_TOOL.has(tool.function.name)).map(withoutCeremony);
  return others.length === 0 ? own : [...own, sharedTool(others)];
}

function sharedTool(others: readonly OfferedTool[]): OfferedTool {
  return {
    type: 'function',
    function: {
      name: SHARED_TOOL,
      description: `Does any of these, with its arguments in args; those with ? may be left out.\n${others.map(describeTool).join('\n')}`,
      parameters: {
        type: 'object',
        properties: { name: { type: 'string' }, args: { type: 'object' } },
        required: ['name', 'args'],
      },
    },
  };
}

/** `click_at(x, y, ref?, button?: left|middle|right, double?): Clicks …` */
function describeTool({ function: { name, description = '', parameters = {} } }: OfferedTool): string {
  return `${name}(${describeArguments(parameters)}): ${description}`;
}

function describeArguments(schema: Schema): string {
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  return Object.entries(asSchema(schema['properties']))
    .map(([key, value]) => `${key}${required.includes(key) ? '' : '?'}${describeType(asSchema(value))}`)
    .join(', ');
}

/** Words and numbers need no type beside their name and what is said of them. */
function describeType(schema: Schema): string {
  const note = typeof schema['description'] === 'string' ? ` (${schema['description']})` : '';
  return bareType(schema) + note;
}

function bareType(schema: Schema): string {
  if (Array.isArray(schema['enum'])) return `: ${schema['enum'].join('|')}`;
  if (schema['type'] === 'boolean') return ': true|false';
  if (schema['type'] === 'object') return `: {${describeArguments(schema)}}`;
  if (schema['type'] === 'array') return `: [${bareType(asSchema(schema['items'])).slice(2) || '…'}]`;
  return '';
}

type Schema = Record<string, unknown>;

function asSchema(value: unknown): Schema {
  return isRecord(value) ? value : {};
}

/** Calls are checked here anyhow; that nothing else may be in them need not be said each time. */
function withoutCeremony(tool: OfferedTool): OfferedTool {
  const { additionalProperties: _, ...parameters } = tool.function.parameters ?? {};
  return { ...tool, function: { ...tool.function, parameters } };
}

/** A call as the model makes it with the tools that it was offered. */
export function wrapCall({ name, args }: ActionCall): { name: string; args: Record<string, unknown> } {
  return OWN_TOOL.has(name) ? { name, args } : { name: SHARED_TOOL, args: { name, args } };
}

/** The action that a call means. Models also call by its own name what they were told of in the shared tool. */
export function unwrapCall(call: ActionCall): ActionCall {
  const { name, args = {} } = call.args;
  if (call.name !== SHARED_TOOL || typeof name !== 'string') return call;
  return isRecord(args) ? { ...call, name, args } : call;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
