import { RECIPE_LIMITS } from '../../recipes/limits';
import { fillUrl } from '../../recipes/recipe-url';
import type { Recipe, RecipeParam } from '../../recipes/schema';
import type { ParamValues } from '../../recipes/value';
import { findParam } from '../../recipes/value';
import type { Failure } from '../../trajectories/failure';

/** What is wrong with the values of a run, if anything. Failure codes: `missing-parameter`, `bad-parameter`. */
export function checkParams(recipe: Recipe, params: ParamValues): Failure | undefined {
  for (const param of recipe.params) {
    const value = findParam(params, param.name);
    if (value === undefined || value.trim() === '') {
      return {
        code: 'missing-parameter',
        message: `The recipe needs a value for "${param.label}".`,
        params: { label: param.label },
      };
    }
    if (!fits(param, value)) {
      return {
        code: 'bad-parameter',
        message: `The value for "${param.label}" does not fit.`,
        params: { label: param.label },
      };
    }
  }
  if (fillUrl(recipe.start.url, params) === undefined) {
    return {
      code: 'bad-parameter',
      message: 'A value does not fit into the first address.',
      params: { label: recipe.name },
    };
  }
  return undefined;
}

function fits(param: RecipeParam, value: string): boolean {
  if (value.length > RECIPE_LIMITS.text) return false;
  return param.kind !== 'number' || /^-?\d{1,15}(?:[.,]\d{1,9})?$/.test(value.trim());
}
