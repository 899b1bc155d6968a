import { z } from './zod-config';
import { RISKS } from './action';

/** Sentence for the user: an i18n key and values for its placeholders. Pure rooms never hold UI text. */
export const sentenceSchema = z.strictObject({
  key: z.string(),
  params: z.record(z.string(), z.string()),
});

export type Sentence = z.infer<typeof sentenceSchema>;

export const verdictSchema = z.strictObject({
  decision: z.enum(['allow', 'ask', 'deny']),
  /** Class of the action on this very element, never milder than the action's own. */
  risk: z.enum(RISKS),
  /** Why, for the user: at least one unless allowed. */
  reasons: z.array(sentenceSchema),
  /** For the planner, when denied: what is not allowed and what to do instead. */
  message: z.string().optional(),
  /** Origin that an approval would add to the run's set. */
  addsOrigin: z.string().optional(),
});

export type Verdict = z.infer<typeof verdictSchema>;

export const ANSWERS = ['allow-once', 'allow-on-site', 'deny'] as const;

export type Answer = (typeof ANSWERS)[number];
