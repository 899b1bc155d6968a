import { distil } from '../recipes/distil';
import type { ErrandDatabase } from './database';
import type { RunLog } from './log';
import { CommandRefused, type CommandHandlers } from './receive-commands';

/** Commands about recipes. */
export function createRecipeCommands(
  database: ErrandDatabase,
  log: RunLog,
): Pick<CommandHandlers, 'save-recipe' | 'delete-recipe'> {
  return {
    'save-recipe': async ({ runId, name }) => {
      void name;
      void log;
      void distil;
      throw new CommandRefused('todo', `${runId}`);
    },
    'delete-recipe': async ({ recipeId }) => {
      await database.recipes.delete(recipeId);
    },
  };
}
