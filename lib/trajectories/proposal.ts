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

/** What a planner answers: words for the user, a plan if it changed, and the next actions in order. */
export const proposalSchema = z.strictObject({
  say: z.string(),
  plan: z.array(planItemSchema).optional(),
  actions: z.array(actionCallSchema),
  usage: usageSchema,
  /** Wall time of the planner in ms. */
  latencyMs: z.number().nonnegative(),
  model: z.string().optional(),
});

export type Proposal = z.infer<typeof proposalSchema>;
