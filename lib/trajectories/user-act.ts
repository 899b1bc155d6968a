import { z } from './zod-config';
import { targetSchema } from './target';

/** `type`: wrote in a field; `set`: chose an option, a date, a file; `press`: Enter, or keys that the page itself hears. */
export const DEEDS = ['click', 'type', 'set', 'press', 'drop'] as const;

/** Something that the user did on a page themselves, as its document saw it. */
export const userActSchema = z.strictObject({
  did: z.enum(DEEDS),
  /** The element as messages call it: `button "Sign in"`; words of the page. */
  on: z.string(),
  /** What the field holds since; absent while they are still at it, and always for a secret. */
  value: z.string().optional(),
  /** Role, name and surroundings of the element; its ref is empty. */
  target: targetSchema.optional(),
});

export type UserAct = z.infer<typeof userActSchema>;
