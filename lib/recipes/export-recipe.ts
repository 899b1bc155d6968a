import type { Recipe } from './schema';

/**
 * The recipe as a file: JSON, indented by two, ending in a line feed. What belongs to this user stays here:
 * the run it came from, how far they trust it, and (unless `examples` is true) the values that they typed.
 */
export function exportRecipe(recipe: Recipe, { examples = false }: { examples?: boolean } = {}): string {
  const params = recipe.params.map((param) => (examples ? param : { ...param, example: '' }));
  const shared: Recipe = { ...recipe, params, createdFrom: { kind: 'file' }, trust: 'candidate' };
  return `${JSON.stringify(shared, null, 2)}\n`;
}
