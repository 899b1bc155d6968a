import { distil } from '../recipes/distil';
import { findProblem } from '../recipes/check-recipe';
import { completeRecipe } from '../recipes/schema';
import { blobHashes } from '../trajectories/blob-hashes';
import type { ErrandDatabase } from './database';
import type { RunLog } from './log';
import { CommandRefused, type CommandHandlers } from './receive-commands';

export interface RecipeCommandDeps {
  database: ErrandDatabase;
  log: RunLog;
  now(): number;
}

/** Commands about recipes. */
export function createRecipeCommands({
  database,
  log,
  now,
}: RecipeCommandDeps): Pick<CommandHandlers, 'save-recipe' | 'delete-recipe'> {
  return {
    'save-recipe': async ({ runId, name }) => {
      const events = await log.read(runId);
      const texts = new Map(
        (await database.blobs.bulkGet([...blobHashes(events)])).map((row) => [row?.hash, row?.text]),
      );
      const distilled = distil(events, (hash) => texts.get(hash));
      if (!distilled.ok)
        throw new CommandRefused(distilled.failure.code, distilled.failure.message, distilled.failure.params);
      const recipe = completeRecipe(distilled.draft, { id: crypto.randomUUID(), name, createdAt: now() });
      const problem = findProblem(recipe);
      if (problem !== undefined) throw new CommandRefused('recipe-invalid', problem);
      await database.recipes.put(recipe);
      return { recipeId: recipe.id };
    },
    'delete-recipe': async ({ recipeId }) => {
      await database.recipes.delete(recipeId);
    },
  };
}
