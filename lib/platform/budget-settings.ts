import { z } from 'zod';
import { amountsSchema } from '../trajectories/budget';

/** What a task may use, and what all runs together may use in a day; absent amounts are no limit. */
export const budgetSettingsSchema = z.object({ run: amountsSchema, day: amountsSchema });

export type BudgetSettings = z.infer<typeof budgetSettingsSchema>;

/** So much only goes into a task that has gone astray; what a day may cost is for the user to say. */
export const DEFAULT_BUDGETS: BudgetSettings = { run: { steps: 50, tokens: 1_000_000 }, day: {} };

/** Settings from before there were budgets know the steps of a run only. */
export function liftMaxSteps(stored: object): object {
  if (!('maxSteps' in stored) || 'budgets' in stored) return stored;
  const steps = amountsSchema.shape.steps.safeParse(stored.maxSteps);
  if (!steps.success || steps.data === undefined) return stored;
  return { ...stored, budgets: { ...DEFAULT_BUDGETS, run: { ...DEFAULT_BUDGETS.run, steps: steps.data } } };
}
