import { RECIPE_LIMITS } from './limits';
import type { RecipeResult } from './migrate';
import { migrateRecipe, refusal } from './migrate';

/**
 * Reads a recipe from a file or from pasted text. Whatever it says of itself, it comes in as a `candidate`
 * from a file. The caller gives it a new id when that one is taken.
 * Failure codes: `recipe-too-large`, `recipe-not-json`, and those of `migrateRecipe`.
 */
export function importRecipe(text: string): RecipeResult {
  if (text.length > RECIPE_LIMITS.characters) {
    return {
      ok: false,
      failure: refusal('recipe-too-large', `more than ${RECIPE_LIMITS.characters / 1024} kB`),
    };
  }
  if (deepest(text) > RECIPE_LIMITS.depth) {
    return { ok: false, failure: refusal('recipe-too-deep', `more than ${RECIPE_LIMITS.depth} levels`) };
  }
  const parsed = parseJson(text);
  if (!parsed.ok) return { ok: false, failure: refusal('recipe-not-json', 'it is not JSON') };
  const migrated = migrateRecipe(parsed.value);
  if (!migrated.ok) return migrated;
  return { ok: true, recipe: { ...migrated.recipe, trust: 'candidate', createdFrom: { kind: 'file' } } };
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    // A byte order mark is what some editors put before a text.
    return { ok: true, value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch {
    return { ok: false };
  }
}

/** Deepest nesting of brackets outside strings, found before anything is built. */
function deepest(text: string): number {
  let depth = 0;
  let max = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i];
    if (quoted) {
      if (character === '\\') i += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{' || character === '[') max = Math.max(max, (depth += 1));
    else if (character === '}' || character === ']') depth -= 1;
  }
  return max;
}
