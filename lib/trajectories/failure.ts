import { z } from './zod-config';

/**
 * A failure is data. `code` is stable and machine-readable (kebab-case), `message` tells the planner what
 * happened and what to do instead (English, one or two sentences), `hint` is the i18n key suffix under
 * `failure.` of the sentence that the user reads; it defaults to the code.
 */
export const failureSchema = z.strictObject({
  code: z.string(),
  message: z.string(),
  hint: z.string().optional(),
  /** Values for the placeholders of the user's sentence, for example the endpoint or the status. */
  params: z.record(z.string(), z.string()).optional(),
});

export type Failure = z.infer<typeof failureSchema>;
