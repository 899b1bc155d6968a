import { z } from './zod-config';
import { actionCallSchema } from './action';

export const PLAN_STATES = ['todo', 'doing', 'done', 'skipped'] as const;

export const planItemSchema = z.strictObject({ text: z.string(), state: z.enum(PLAN_STATES) });

export type PlanItem = z.infer<typeof planItemSchema>;

/** Token counts as the endpoint reported them; all zero for planners that need no model. */
export const usageSchema = z.strictObject({
  promptTokens: z.number().int().nonnegative(),
  cachedTokens: z.number().int().nonnegative(),
  completionTokens: z.number().int().nonnegative(),
});

export type Usage = z.infer<typeof usageSchema>;

/** How a model's reply was read when it did not come as tool calls: as JSON, or as JSON whose notation had to be mended. */
export const READ_AS = ['json', 'repaired-json'] as const;

export type ReadAs = (typeof READ_AS)[number];

/** A request for a proposal that came to nothing: the code of its failure, and how long it was waited before the next. */
export const failedTrySchema = z.strictObject({
  code: z.string(),
  waitedMs: z.number().nonnegative(),
  /** Absent: the run's own model. */
  model: z.string().optional(),
});

export type FailedTryNote = z.infer<typeof failedTrySchema>;

/** What asking took: tokens, and US dollars where the price is known. */
export const spentSchema = z.strictObject({
  usage: usageSchema,
  costUsd: z.number().nonnegative().optional(),
});

export type Spent = z.infer<typeof spentSchema>;

/** What a planner answers: words for the user, a plan if it changed, and the next actions in order. */
export const proposalSchema = z.strictObject({
  say: z.string(),
  plan: z.array(planItemSchema).optional(),
  actions: z.array(actionCallSchema),
  usage: usageSchema,
  /** Wall time of the planner in ms. */
  latencyMs: z.number().nonnegative(),
  model: z.string().optional(),
  /** Absent: as tool calls, or by a planner without a model. */
  readAs: z.enum(READ_AS).optional(),
  /** Tries before the one that this came of; their tokens are part of `usage`. */
  tries: z.array(failedTrySchema).optional(),
  /** The run's own model failed for good, and the fallback answered. */
  fellBack: z.literal(true).optional(),
  /** What a reasoning model thought, where the user wants it kept; never sent back to a model. */
  thinking: z.string().optional(),
  /** US dollars; absent when the price is not known, and of planners that ask no model. */
  costUsd: z.number().nonnegative().optional(),
});

export type Proposal = z.infer<typeof proposalSchema>;
