import { MEASURES, type Amounts, type Measure, type Reached } from '../trajectories/budget';
import { isModelPlanner } from '../trajectories/task';
import { reachedBy } from './pause';
import type { RunState } from './state';

export type Used = Record<Measure, number>;

export const MS_PER_MINUTE = 60_000;

/** What the run has used of everything so far. */
export function usedBy({ proposals, usage, cost, workedMs }: RunState): Used {
  return {
    steps: proposals,
    tokens: usage.promptTokens + usage.completionTokens,
    money: cost.usd,
    minutes: workedMs / MS_PER_MINUTE,
  };
}

/**
 * The budget of the run that is used up, if one is: the user is asked before the planner is. Rules and recipes ask no
 * model: what a model takes holds nobody up who uses none.
 */
export function findReached(state: RunState): Reached | undefined {
  const measures = isModelPlanner(state.planner) ? MEASURES : OF_ALL_PLANNERS;
  return findUsedUp(measures, state.limits, usedBy(state), { per: 'run' });
}

const OF_ALL_PLANNERS: readonly Measure[] = ['steps', 'minutes'];

/** What models have used today over all runs, and what they may. */
export interface DaySpending {
  /** `2026-11-30`, where the user is. */
  day: string;
  limits: Amounts;
  used: Used;
}

/** The budget of the day that is used up, unless the user has let this run go on regardless. */
export function findDayReached(state: RunState, { day, limits, used }: DaySpending): Reached | undefined {
  if (!isModelPlanner(state.planner)) return undefined;
  const isPassed = (measure: Measure): boolean =>
    state.dayPasses.some((pass) => pass.day === day && pass.measure === measure);
  const measures = MEASURES.filter((measure) => !isPassed(measure));
  return findUsedUp(measures, limits, used, { per: 'day', day });
}

function findUsedUp(
  measures: readonly Measure[],
  limits: Amounts,
  used: Used,
  of: Pick<Reached, 'per' | 'day'>,
): Reached | undefined {
  for (const measure of measures) {
    const limit = limits[measure];
    if (limit !== undefined && used[measure] >= limit) return { ...of, measure, limit, used: used[measure] };
  }
  return undefined;
}

/** The limits of a task that begins now: as much as the budgets say on top of what has been used. */
export function limitsFrom(used: Used, budgets: Amounts): Amounts {
  const limits: Amounts = {};
  for (const measure of MEASURES) {
    const budget = budgets[measure];
    if (budget !== undefined) limits[measure] = used[measure] + budget;
  }
  return limits;
}

/**
 * The run once the user has let it go on after a budget was used up: with so much `more` of what was used up (absent:
 * as much as its budget again); a day's budget holds it up no more on that day.
 */
export function extendBudget(state: RunState, more?: number): RunState {
  const reached = reachedBy(state);
  if (!reached) return state;
  const { measure, day } = reached;
  if (reached.per === 'day')
    return day === undefined ? state : { ...state, dayPasses: [...state.dayPasses, { day, measure }] };
  const again = more ?? state.budgets[measure] ?? reached.limit;
  return { ...state, limits: { ...state.limits, [measure]: usedBy(state)[measure] + again } };
}
