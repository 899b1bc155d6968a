import { z } from './zod-config';
import { fingerprintSchema } from './fingerprint';

/** A file that the user gave along with the task; its bytes lie beside the log. */
export const fileSchema = z.strictObject({
  kind: z.literal('file'),
  name: z.string(),
  /** MIME type as the system says it; may be empty. */
  type: z.string(),
  /** Bytes. */
  size: z.number().int().nonnegative(),
  /** SHA-256 of the bytes, in hex. */
  hash: z.string(),
});

export type AttachedFile = z.infer<typeof fileSchema>;

/** What the user pointed at when the task was made by right-click, and the files that they gave along. */
export const attachmentSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('selection'), text: z.string() }),
  z.strictObject({ kind: z.literal('link'), url: z.string(), text: z.string() }),
  z.strictObject({ kind: z.literal('image'), url: z.string(), alt: z.string() }),
  z.strictObject({ kind: z.literal('element'), fingerprint: fingerprintSchema }),
  z.strictObject({ kind: z.literal('page'), url: z.string(), title: z.string() }),
  /** What the page looked like; the hash is that of a data URL in the blob store. */
  z.strictObject({ kind: z.literal('picture'), hash: z.string() }),
  fileSchema,
]);

export type Attachment = z.infer<typeof attachmentSchema>;

export const taskSchema = z.strictObject({
  text: z.string().min(1),
  attachments: z.array(attachmentSchema),
});

export type Task = z.infer<typeof taskSchema>;

export const PLANNER_KINDS = ['chat-model', 'builtin-model', 'rules', 'recipe'] as const;

/** Which planner drives the run, with what is needed to make it again after the worker died. Never a key. */
export const plannerRefSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('chat-model'), model: z.string(), baseUrl: z.string() }),
  /** The language model that the browser itself brings. */
  z.strictObject({ kind: z.literal('builtin-model') }),
  z.strictObject({ kind: z.literal('rules') }),
  z.strictObject({
    kind: z.literal('recipe'),
    recipeId: z.string(),
    params: z.record(z.string(), z.string()),
  }),
]);

export type PlannerRef = z.infer<typeof plannerRefSchema>;

/** Planners that a language model is behind: they may go round in circles, claim success, say nothing. */
export function isModelPlanner(planner: PlannerRef): boolean {
  return planner.kind === 'chat-model' || planner.kind === 'builtin-model';
}
