import { MS_PER_MINUTE } from '../agent/budget';
import type { SpendingPort } from '../agent/ports';
import type { ErrandDatabase } from './database';
import { spentOn } from './ledger';
import { localDay } from './ledger-row';
import type { Settings } from './settings';

/** What models have used today over all runs, as the ledger has it, and what the settings let them use. */
export function createSpending(
  database: ErrandDatabase,
  readSettings: () => Promise<Settings>,
  now: () => number,
): SpendingPort {
  return {
    today: async () => {
      const day = localDay(now());
      const [{ budgets }, { proposals, tokens, usd, workedMs }] = await Promise.all([
        readSettings(),
        spentOn(database, day),
      ]);
      const used = { steps: proposals, tokens, money: usd, minutes: workedMs / MS_PER_MINUTE };
      return { day, limits: budgets.day, used };
    },
  };
}
