import { z } from '../trajectories/zod-config';
import type { ActionDefinition } from './define-action';

/** The JSON Schema of an action's arguments as models read it. */
export type ParametersSchema = {
  type: 'object';
  properties: Record<string, unknown>;
  required?: string[];
  additionalProperties: false;
};

export interface Parameter {
  name: string;
  required: boolean;
}

const schemas = new WeakMap<ActionDefinition, ParametersSchema>();

/** JSON Schema of the arguments, without what costs tokens and tells a model nothing. */
export function parametersSchema(definition: ActionDefinition): ParametersSchema {
  const known = schemas.get(definition);
  if (known) return known;
  const whole = z.toJSONSchema(definition.schema, { io: 'input' });
  const made: ParametersSchema = {
    type: 'object',
    properties: compact(whole.properties ?? {}) as Record<string, unknown>,
    ...(whole.required ? { required: whole.required } : {}),
    additionalProperties: false,
  };
  schemas.set(definition, made);
  return made;
}

export function listParameters(definition: ActionDefinition): Parameter[] {
  const { properties, required = [] } = parametersSchema(definition);
  return Object.keys(properties).map((name) => ({ name, required: required.includes(name) }));
}

export function hasParameter(definition: ActionDefinition, name: string): boolean {
  return Object.hasOwn(parametersSchema(definition).properties, name);
}

/** Limits that no model runs into by itself; the validator keeps them. */
const LEFT_OUT = new Set([
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'exclusiveMinimum',
  'minimum',
  'additionalProperties',
]);

function compact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(compact);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([key, inner]) => !LEFT_OUT.has(key) && inner !== Number.MAX_SAFE_INTEGER,
  );
  return Object.fromEntries(kept.map(([key, inner]) => [key, compact(inner)]));
}
