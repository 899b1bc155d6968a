import { z } from './zod-config';

/** `code`: the one-time code of a second step. */
export const WALLS = ['login', 'code', 'captcha'] as const;

/** A page that lets nobody through before the user has done what only they can or should. */
export const wallSchema = z.strictObject({
  kind: z.enum(WALLS),
  origin: z.string(),
});

export type Wall = z.infer<typeof wallSchema>;
