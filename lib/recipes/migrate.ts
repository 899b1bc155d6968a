import type { Failure } from '../trajectories/failure';
import type { z } from '../trajectories/zod-config';
import { findProblem } from './check-recipe';
import { RECIPE_LIMITS } from './limits';
import type { Recipe } from './schema';
import { RECIPE_SCHEMA, RECIPE_VERSION, recipeSchema } from './schema';

export type RecipeResult = { ok: true; recipe: Recipe } | { ok: false; failure: Failure };

/** Lifts a document of version n to n + 1. */
type Migration = (document: Record<string, unknown>) => Record<string, unknown>;

/** One entry per old version. Empty while version 1 is the newest. */
const MIGRATIONS: Readonly<Record<number, Migration>> = {};

/** Would reach an object's prototype instead of its properties in code that copies them carelessly. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Checks a document of any known version and lifts it to the newest. Never throws.
 * Failure codes: `not-a-recipe`, `recipe-too-deep`, `recipe-too-large`, `recipe-forbidden-key`,
 * `recipe-too-new`, `recipe-invalid`; `params.detail` says where.
 */
export function migrateRecipe(document: unknown): RecipeResult {
  const unsafe = checkTree(document);
  if (unsafe !== undefined) return { ok: false, failure: unsafe };
  if (typeof document !== 'object' || document === null || Array.isArray(document))
    return refuse('not-a-recipe', 'no object');
  const header = document as Record<string, unknown>;
  if (header['schema'] !== RECIPE_SCHEMA) return refuse('not-a-recipe', `schema is not ${RECIPE_SCHEMA}`);
  const version = header['version'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return refuse('not-a-recipe', 'version is not a whole number from 1');
  }
  if (version > RECIPE_VERSION)
    return refuse('recipe-too-new', `version ${version}; this Errand reads up to ${RECIPE_VERSION}`);
  return checkNewest(lift(header, version));
}

function lift(document: Record<string, unknown>, from: number): Record<string, unknown> {
  let lifted = document;
  for (let version = from; version < RECIPE_VERSION; version += 1) {
    lifted = MIGRATIONS[version]?.(lifted) ?? lifted;
  }
  return lifted;
}

function checkNewest(document: Record<string, unknown>): RecipeResult {
  const parsed = recipeSchema.safeParse(document);
  if (!parsed.success) return refuse('recipe-invalid', describeIssue(parsed.error));
  const problem = findProblem(parsed.data);
  return problem === undefined ? { ok: true, recipe: parsed.data } : refuse('recipe-invalid', problem);
}

function describeIssue(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue === undefined ? 'unknown reason' : `${issue.path.map(String).join('.')}: ${issue.message}`;
}

/** Walks the tree without recursion, so that a deep one cannot exhaust the stack. */
function checkTree(document: unknown): Failure | undefined {
  const open: { value: unknown; depth: number }[] = [{ value: document, depth: 1 }];
  let values = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    values += 1;
    if (values > RECIPE_LIMITS.values)
      return refusal('recipe-too-large', `more than ${RECIPE_LIMITS.values} values`);
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (next.depth > RECIPE_LIMITS.depth)
      return refusal('recipe-too-deep', `more than ${RECIPE_LIMITS.depth} levels`);
    for (const key of Object.keys(next.value)) {
      if (FORBIDDEN_KEYS.has(key)) return refusal('recipe-forbidden-key', key);
      open.push({ value: (next.value as Record<string, unknown>)[key], depth: next.depth + 1 });
    }
  }
  return undefined;
}

function refuse(code: string, detail: string): RecipeResult {
  return { ok: false, failure: refusal(code, detail) };
}

/** The failure of a document that is not taken; the detail is cut, since it may quote the document. */
export function refusal(code: string, detail: string): Failure {
  const short = detail.slice(0, 300);
  return { code, message: `The recipe was refused: ${short}.`, params: { detail: short } };
}
