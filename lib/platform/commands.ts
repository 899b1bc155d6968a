import { z } from 'zod';
import { attachmentSchema } from '../trajectories/task';
import { ANSWERS } from '../trajectories/verdict';

/** Everything that an extension page may ask of the background. Checked there against this schema and the sender. */
export const commandSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('start-run'),
    tabId: z.number().int(),
    text: z.string(),
    attachments: z.array(attachmentSchema),
  }),
  z.strictObject({
    type: z.literal('follow-up'),
    runId: z.string(),
    /** Where the user asks it. */
    tabId: z.number().int(),
    text: z.string(),
    attachments: z.array(attachmentSchema),
  }),
  z.strictObject({ type: z.literal('read-selection'), tabId: z.number().int() }),
  z.strictObject({ type: z.literal('take-picture'), tabId: z.number().int() }),
  z.strictObject({
    type: z.literal('start-recipe'),
    tabId: z.number().int(),
    recipeId: z.string(),
    params: z.record(z.string(), z.string()),
  }),
  z.strictObject({
    type: z.literal('answer'),
    runId: z.string(),
    actionId: z.string(),
    answer: z.enum(ANSWERS),
  }),
  z.strictObject({ type: z.literal('reply'), runId: z.string(), actionId: z.string(), text: z.string() }),
  z.strictObject({ type: z.literal('hand-over'), runId: z.string(), actionId: z.string(), did: z.boolean() }),
  z.strictObject({ type: z.literal('say'), runId: z.string(), text: z.string() }),
  z.strictObject({ type: z.literal('pause'), runId: z.string() }),
  z.strictObject({
    type: z.literal('resume'),
    runId: z.string(),
    more: z.number().positive().max(1_000_000_000).optional(),
  }),
  z.strictObject({ type: z.literal('stop'), runId: z.string() }),
  z.strictObject({ type: z.literal('delete-run'), runId: z.string() }),
  z.strictObject({ type: z.literal('save-recipe'), runId: z.string(), name: z.string() }),
  z.strictObject({ type: z.literal('delete-recipe'), recipeId: z.string() }),
  z.strictObject({
    type: z.literal('list-models'),
    baseUrl: z.string(),
    apiKey: z.string(),
  }),
]);

export type Command = z.infer<typeof commandSchema>;
