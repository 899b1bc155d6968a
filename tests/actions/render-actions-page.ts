import { parametersSchema } from '../../lib/actions/action-parameters';
import type { ActionDefinition } from '../../lib/actions/define-action';
import { ACTIONS } from '../../lib/actions/registry';

const RUNS_IN = { page: 'in the page', tabs: 'on the tabs', run: 'in the run itself' };

/** Text of docs/actions.md. */
export function renderActionsPage(): string {
  return `${HEADER}\n${ACTIONS.map(renderAction).join('\n')}`;
}

const HEADER = `# The vocabulary

Written from \`lib/actions/registry.ts\` by \`npx vitest run --project node tests/actions -u\`; a test fails when they differ.
The risk is the mildest class of the action: the guard raises it for the element at hand.
`;

function renderAction(action: ActionDefinition): string {
  const { properties, required = [] } = parametersSchema(action);
  const rows = Object.entries(properties).map(
    ([name, schema]) => `- \`${name}\`${required.includes(name) ? '' : ' (optional)'}: ${renderType(schema)}`,
  );
  const facts = `Runs ${RUNS_IN[action.runsIn]} · risk \`${action.risk}\``;
  return `## ${action.name}\n\n${action.description}\n\n${facts}\n${rows.length ? `\n${rows.join('\n')}\n` : ''}`;
}

interface PrintedSchema {
  type?: string;
  enum?: string[];
  anyOf?: PrintedSchema[];
  items?: PrintedSchema;
  properties?: Record<string, PrintedSchema>;
  description?: string;
}

function renderType(schema: unknown): string {
  const { description, ...shape } = schema as PrintedSchema;
  return description ? `${renderShape(shape)}, ${description}` : renderShape(shape);
}

function renderShape({ type, enum: values, anyOf, items, properties }: PrintedSchema): string {
  if (values) return values.map((value) => `\`${value}\``).join(' | ');
  if (anyOf) return anyOf.map(renderShape).join(' | ');
  if (items) return `list of ${renderShape(items)}`;
  if (properties) {
    const inner = Object.entries(properties).map(([name, schema]) => `${name}: ${renderShape(schema)}`);
    return `{ ${inner.join(', ')} }`;
  }
  return type ?? 'anything';
}
