import { parametersSchema, type ParametersSchema } from './action-parameters';
import { ACTIONS } from './registry';

/** One function tool as every OpenAI-compatible endpoint takes it. */
export interface ToolDefinition {
  type: 'function';
  function: { name: string; description: string; parameters: ParametersSchema };
}

/** The whole vocabulary as tools; the same bytes at each call, so that prompt caches keep hitting. */
export function toolDefinitions(): ToolDefinition[] {
  return ACTIONS.map((action) => ({
    type: 'function',
    function: {
      name: action.name,
      description: action.description,
      parameters: parametersSchema(action),
    },
  }));
}
