import { MS_PER_MINUTE } from '../agent/budget';
import type { SpendingPort } from '../agent/ports';
import type { BudgetSettings } from './budget-settings';
import type { ErrandDatabase } from './database';
import { spentOn } from './ledger';
import { localDay } from './ledger-row';

/** What models have used today over all runs, as the ledger has it, and what the settings let them use. */
export function createSpending(
  database: ErrandDatabase,
  readBudgets: () => Promise<BudgetSettings>,
  now: () => number,
): SpendingPort {
  return {
    today: async () => {
      const day = localDay(now());
      const [{ day: limits }, { proposals, tokens, usd, workedMs }] = await Promise.all([
        readBudgets(),
        spentOn(database, day),
      ]);
      const used = { steps: proposals, tokens, money: usd, minutes: workedMs / MS_PER_MINUTE };
      return { day, limits, used };
    },
  };
}
