import { z } from './zod-config';

/**
 * The several ways in which a recipe or an approval knows its element again. Made in the page by
 * `lib/page/locate/fingerprint.ts`, read back by `lib/page/locate/find-by-fingerprint.ts`.
 */
export const fingerprintSchema = z.strictObject({
  role: z.string(),
  name: z.string(),
  tag: z.string(),
  /** Attributes that tend to outlive a redesign: id, name, type, placeholder, data-testid, href's path … */
  attributes: z.record(z.string(), z.string()),
  /** Landmarks, headings and named groups around it, outermost first: `main`, `form "Checkout"`. */
  within: z.array(z.string()),
  /** Text of the row, card or list item that holds it (<= 120 characters); tells twins apart. */
  near: z.string().optional(),
  /** Position (from 0) among the elements of the page with the same role and name, and how many there were. */
  nth: z.number().int().nonnegative(),
  of: z.number().int().positive(),
  /** Origin of the frame that holds it, when that is not the top frame. */
  frameOrigin: z.string().optional(),
});

export type Fingerprint = z.infer<typeof fingerprintSchema>;
