import { z } from './zod-config';

/** What the user is asked to do with an element; `any`: whatever one does with it. */
export const HAND_OVER_WAYS = ['click', 'type', 'choose-file', 'hover', 'any'] as const;

export type HandOverWay = (typeof HAND_OVER_WAYS)[number];

export const handOverSchema = z.strictObject({
  do: z.enum(HAND_OVER_WAYS),
  /** The element as messages call it: `button "Pay"`. */
  target: z.string(),
  /** Ref of the element, with the prefix of its frame. */
  ref: z.string(),
  /** Why a program cannot: the page hears real input only, refused what was typed, or did nothing twice. */
  why: z.enum(['real-input', 'not-typed', 'no-effect']),
  /** What is to be typed, when it is no secret. */
  text: z.string().optional(),
});

/** Something that only the user can do, handed to them. */
export type HandOver = z.infer<typeof handOverSchema>;
