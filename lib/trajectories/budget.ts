import { z } from './zod-config';

/**
 * What a budget counts: proposals of the planner, tokens of prompt and completion, US dollars, and minutes at work
 * (waiting for the user is none).
 */
export const MEASURES = ['steps', 'tokens', 'money', 'minutes'] as const;

export type Measure = (typeof MEASURES)[number];

/** So much of each; absent: no limit. */
export const amountsSchema = z.strictObject({
  steps: z.number().int().positive().optional(),
  tokens: z.number().int().positive().optional(),
  money: z.number().positive().optional(),
  minutes: z.number().positive().optional(),
});

export type Amounts = z.infer<typeof amountsSchema>;

/** A budget that is used up, of the run or of the day over all runs. */
export const reachedSchema = z.strictObject({
  per: z.enum(['run', 'day']),
  measure: z.enum(MEASURES),
  limit: z.number().positive(),
  used: z.number().nonnegative(),
  /** The day of a day's budget, as `2026-11-30` where the user is. */
  day: z.string().optional(),
});

export type Reached = z.infer<typeof reachedSchema>;
