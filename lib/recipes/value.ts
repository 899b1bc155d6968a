import { z } from '../trajectories/zod-config';
import { RECIPE_LIMITS } from './limits';

/**
 * Name of a parameter. No template syntax refers to it, so no value can smuggle one in; the character
 * set keeps names such as `__proto__` out.
 */
export const paramNameSchema = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

const textPart = z.strictObject({ kind: z.literal('literal'), value: z.string().max(RECIPE_LIMITS.text) });
const paramPart = z.strictObject({ kind: z.literal('param'), name: paramNameSchema });

const literal = z.strictObject({
  kind: z.literal('literal'),
  value: z.union([z.string().max(RECIPE_LIMITS.text), z.number(), z.boolean()]),
});

/** Text made of literals and parameters, in order. */
const template = z.strictObject({
  kind: z.literal('template'),
  parts: z
    .array(z.discriminatedUnion('kind', [textPart, paramPart]))
    .min(1)
    .max(RECIPE_LIMITS.partsPerTemplate),
});

/** The nth tab that the run has worked in, from 0: ids of tabs do not outlive a run. */
const tab = z.strictObject({ kind: z.literal('tab'), nth: z.number().int().min(0).max(50) });

/** Text that a recipe writes, opens or looks for. */
export const textValueSchema = z.discriminatedUnion('kind', [textPart, paramPart, template]);

/** Several texts: the options of a select, the modifier keys of a click. */
const list = z.strictObject({ kind: z.literal('list'), items: z.array(textValueSchema).max(100) });

/** Argument of an action. */
export const argumentSchema = z.discriminatedUnion('kind', [literal, paramPart, template, tab, list]);

export type TextValue = z.infer<typeof textValueSchema>;
export type Argument = z.infer<typeof argumentSchema>;

/** Values of a recipe's parameters in one run, by name. */
export type ParamValues = Readonly<Record<string, string>>;

/** Value of one parameter; undefined when the run has none of that name. */
export function findParam(params: ParamValues, name: string): string | undefined {
  return Object.hasOwn(params, name) ? params[name] : undefined;
}

/** The text with parameters filled in, each passed through `encode`; undefined when one is missing. */
export function fillText(
  value: TextValue,
  params: ParamValues,
  encode: (text: string) => string = (text) => text,
): string | undefined {
  const parts = value.kind === 'template' ? value.parts : [value];
  let text = '';
  for (const part of parts) {
    if (part.kind === 'literal') {
      text += part.value;
      continue;
    }
    const filled = findParam(params, part.name);
    if (filled === undefined) return undefined;
    text += encode(filled);
  }
  return text;
}

/** Names of the parameters that a value uses, in order of appearance. */
export function paramNamesIn(value: Argument): string[] {
  if (value.kind === 'param') return [value.name];
  if (value.kind === 'list') return value.items.flatMap(paramNamesIn);
  if (value.kind !== 'template') return [];
  return value.parts.flatMap((part) => (part.kind === 'param' ? [part.name] : []));
}

/** Joins neighbouring literals, and a template of one part into that part. */
export function simplifyText(
  parts: readonly (z.infer<typeof textPart> | z.infer<typeof paramPart>)[],
): TextValue {
  const joined: (z.infer<typeof textPart> | z.infer<typeof paramPart>)[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.kind === 'literal' && last?.kind === 'literal') {
      joined[joined.length - 1] = { kind: 'literal', value: last.value + part.value };
    } else if (part.kind === 'param' || part.value !== '') joined.push(part);
  }
  const [only] = joined;
  if (only === undefined) return { kind: 'literal', value: '' };
  return joined.length === 1 ? only : { kind: 'template', parts: joined };
}
