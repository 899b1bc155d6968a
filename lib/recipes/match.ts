import { parseWebUrl } from './recipe-url';
import type { Recipe } from './schema';

/** Whether the recipe is offered on this page: its site exactly, no look-alikes, and not once it is quarantined. */
export function matches(recipe: Recipe, url: string): boolean {
  return recipe.trust !== 'quarantined' && parseWebUrl(url)?.origin === recipe.site;
}
