import { z } from './zod-config';
import { fingerprintSchema } from './fingerprint';

/**
 * What the page's own objects say of one element, computed by code through prototype methods so that
 * a clobbered form cannot lie. The guard judges this; the approval card shows it.
 */
export const targetSchema = z.strictObject({
  /** Ref as the planner knows it: `e12`, in a frame `f2e7`. */
  ref: z.string(),
  fingerprint: fingerprintSchema,
  /** Origin of the document that holds the element. */
  origin: z.string(),
  /** `type` of an input or button, lower case. */
  inputType: z.string().optional(),
  autocomplete: z.string().optional(),
  /** Absolute URL that a click on this element would open, when it is (in) a link. */
  href: z.string().optional(),
  /** Link that opens a new tab. */
  opensTab: z.boolean().optional(),
  /** Present when activating it submits a form. */
  submits: z
    .strictObject({
      /** Absolute URL of the effective form action (formaction of the button wins). */
      action: z.string(),
      method: z.string(),
      /** Accessible name of the form, or of the heading above it. */
      form: z.string(),
      /** Kinds of sensitive fields in that form. */
      holds: z.array(z.enum(['password', 'one-time-code', 'card'])),
      /** Form method is GET and the form has no field but a search or filters. */
      search: z.boolean(),
    })
    .optional(),
  disabled: z.boolean().optional(),
});

export type Target = z.infer<typeof targetSchema>;
