import { z } from '../trajectories/zod-config';
import { readSpecSchema } from './answer';
import { conditionSchema } from './condition';
import { RECIPE_LIMITS } from './limits';
import { RECIPE_ACTION_NAMES } from './recipe-actions';
import { recipeTargetSchema } from './recipe-target';
import { argumentSchema, paramNameSchema, textValueSchema } from './value';

export const RECIPE_SCHEMA = 'errand-recipe';

/** Bump together with an entry in `MIGRATIONS` of `migrate.ts`. */
export const RECIPE_VERSION = 1;

/** Stable within the recipe, whatever is inserted around it: results and healed targets refer to it. */
const stepId = z.string().regex(/^s[1-9][0-9]{0,3}$/);

/** What the step is for, in words: for whoever reads the recipe, and for a planner that has to take over. */
const intent = z.string().max(300);

const actStepSchema = z.strictObject({
  type: z.literal('act'),
  id: stepId,
  action: z.enum(RECIPE_ACTION_NAMES),
  /** Arguments of the action without `ref`, which the target replaces. */
  args: z
    .record(z.string().regex(/^[a-z][a-zA-Z_]{0,30}$/), argumentSchema)
    .refine((args) => Object.keys(args).length <= RECIPE_LIMITS.argumentsPerStep, 'too many arguments'),
  target: recipeTargetSchema.optional(),
  intent,
  expect: z.array(conditionSchema).max(RECIPE_LIMITS.conditions).optional(),
});

/** Something that only the user can do or may know: a password is typed by them, never stored. */
const askStepSchema = z.strictObject({
  type: z.literal('ask'),
  id: stepId,
  /** Name of the field that the user fills in on the page. */
  field: z.string().max(RECIPE_LIMITS.label),
  intent,
});

/** Takes a part of the answer from the page. */
const readStepSchema = z.strictObject({
  type: z.literal('read'),
  id: stepId,
  read: readSpecSchema,
  intent,
});

export const recipeStepSchema = z.discriminatedUnion('type', [actStepSchema, askStepSchema, readStepSchema]);

const paramBase = { name: paramNameSchema, label: z.string().min(1).max(RECIPE_LIMITS.label) };
const example = z.string().max(RECIPE_LIMITS.text);

export const recipeParamSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...paramBase, kind: z.literal('text'), example }),
  z.strictObject({ ...paramBase, kind: z.literal('number'), example }),
  /** One of a list on the page; `choices` are those that were seen, other values are allowed. */
  z.strictObject({ ...paramBase, kind: z.literal('choice'), example, choices: z.array(example).max(100) }),
]);

const origin = z.string().max(300);

const recipeShape = {
  schema: z.literal(RECIPE_SCHEMA),
  version: z.literal(RECIPE_VERSION),
  id: z.string().regex(/^[a-zA-Z0-9-]{1,64}$/),
  name: z.string().min(1).max(RECIPE_LIMITS.label),
  /** Origin on whose pages the recipe is offered. */
  site: origin,
  /** Every origin that it works on, `site` included. */
  origins: z.array(origin).min(1).max(RECIPE_LIMITS.origins),
  start: z.strictObject({ url: textValueSchema }),
  params: z.array(recipeParamSchema).max(RECIPE_LIMITS.params),
  steps: z.array(recipeStepSchema).min(1).max(RECIPE_LIMITS.steps),
  createdFrom: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('run'), runId: z.string().max(100) }),
    z.strictObject({ kind: z.literal('file') }),
  ]),
  /** Milliseconds since the epoch. */
  createdAt: z.number().int().nonnegative(),
  /** `candidate` until it has run cleanly; a `quarantined` recipe is not offered any more. */
  trust: z.enum(['candidate', 'trusted', 'quarantined']),
};

/** The shape alone. `checkRecipe` in `check-recipe.ts` adds what shapes cannot say: references and addresses. */
export const recipeSchema = z.strictObject(recipeShape);

export type Recipe = z.infer<typeof recipeSchema>;
export type RecipeStep = z.infer<typeof recipeStepSchema>;
export type ActStep = z.infer<typeof actStepSchema>;
export type ReadStep = z.infer<typeof readStepSchema>;
export type AskStep = z.infer<typeof askStepSchema>;
export type RecipeParam = z.infer<typeof recipeParamSchema>;

/** A recipe that has no identity yet: what distilling a run gives. */
export type RecipeDraft = Omit<Recipe, 'id' | 'createdAt' | 'name'> & { suggestedName: string };

/** Gives a draft its identity. */
export function completeRecipe(
  draft: RecipeDraft,
  identity: { id: string; name: string; createdAt: number },
): Recipe {
  const { suggestedName, ...rest } = draft;
  const name = identity.name.trim() || suggestedName;
  return { ...rest, ...identity, name: name.slice(0, RECIPE_LIMITS.label) };
}
