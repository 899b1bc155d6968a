import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { budgetSettingsSchema, DEFAULT_BUDGETS, liftMaxSteps } from '../../lib/platform/budget-settings';
import { ErrandDatabase } from '../../lib/platform/database';
import { createRunLog } from '../../lib/platform/log';
import { createSpending } from '../../lib/platform/spending';
import type { EventBody } from '../../lib/trajectories/event';
import type { PlannerRef } from '../../lib/trajectories/task';

const MODEL: PlannerRef = { kind: 'chat-model', model: 'big', baseUrl: 'https://api.example/v1' };
const NOON = new Date(2026, 10, 30, 12).getTime();

let database: ErrandDatabase;
let now = NOON;

beforeEach(() => {
  now = NOON;
  database = new ErrandDatabase(`errand-${crypto.randomUUID()}`);
});
afterEach(() => database.delete());

function started(planner: PlannerRef): EventBody {
  const task = { text: 'Read the total', attachments: [] };
  return {
    type: 'run-started',
    task,
    planner,
    tabId: 1,
    url: 'https://shop.example/',
    origins: [],
    budgets: {},
  };
}

function proposed(costUsd?: number): EventBody {
  const usage = { promptTokens: 1000, cachedTokens: 600, completionTokens: 50 };
  const price = costUsd === undefined ? {} : { costUsd };
  return { type: 'proposed', proposal: { say: '', actions: [], usage, latencyMs: 1, ...price } };
}

describe('what a day has used', () => {
  it('is of all runs that asked a model, with their minutes at work', async () => {
    const log = createRunLog(database, () => now);
    const budgets = () => Promise.resolve({ run: {}, day: { money: 2 } });
    for (const run of ['one', 'two']) await log.append(run, 0, started(MODEL));
    await log.append('rules', 0, started({ kind: 'rules' }));
    now += 90_000;
    for (const run of ['one', 'two']) await log.append(run, 1, proposed(0.25));
    await log.append('one', 2, { type: 'run-paused', why: 'user' });
    now += 600_000;
    await log.append('one', 3, { type: 'run-resumed' });
    now += 30_000;
    await log.append('one', 4, proposed());
    expect(await createSpending(database, budgets, () => now).today()).toEqual({
      day: '2026-11-30',
      limits: { money: 2 },
      used: { steps: 3, tokens: 3150, money: 0.5, minutes: 3.5 },
    });
    const tomorrow = await createSpending(database, budgets, () => now + 86_400_000).today();
    expect(tomorrow).toMatchObject({ day: '2026-12-01', used: { steps: 0, minutes: 0 } });
  });
});

describe('budgets in the settings', () => {
  it('are generous for a task and none for a day, until the user says otherwise', () => {
    expect(DEFAULT_BUDGETS).toEqual({ run: { steps: 50, tokens: 1_000_000 }, day: {} });
    expect(budgetSettingsSchema.parse(DEFAULT_BUDGETS)).toEqual(DEFAULT_BUDGETS);
  });

  it('take over the steps of settings from before there were others', () => {
    expect(liftMaxSteps({ planner: 'rules', maxSteps: 7 })).toMatchObject({
      budgets: { run: { steps: 7, tokens: 1_000_000 }, day: {} },
    });
    const chosen = { budgets: { run: {}, day: {} }, maxSteps: 7 };
    expect(liftMaxSteps(chosen)).toBe(chosen);
    expect(liftMaxSteps({ maxSteps: 'x' })).not.toHaveProperty('budgets');
  });
});
