import { z } from '../trajectories/zod-config';
import type { Fingerprint } from '../trajectories/fingerprint';
import { fingerprintSchema } from '../trajectories/fingerprint';
import { RECIPE_LIMITS } from './limits';
import { textValueSchema } from './value';

const FINGERPRINT_LIMITS = { text: 500, attributes: 25, within: 20, nth: 100_000 } as const;

/** What stands in these is the user's; their `value` attribute does not identify them. */
const FIELD_ROLES = new Set(['textbox', 'searchbox', 'combobox', 'spinbutton', 'slider']);

const boundedText = z.string().max(FINGERPRINT_LIMITS.text);

/** A fingerprint that came in a document: same shape, with bounds. */
export const boundedFingerprintSchema = fingerprintSchema.extend({
  role: z.string().min(1).max(40),
  name: boundedText,
  tag: z.string().max(60),
  attributes: z
    .record(z.string().regex(/^[a-z][a-z0-9_.:-]{0,60}$/i), boundedText)
    .refine(
      (attributes) => Object.keys(attributes).length <= FINGERPRINT_LIMITS.attributes,
      'too many attributes',
    ),
  within: z.array(boundedText).max(FINGERPRINT_LIMITS.within),
  near: boundedText.optional(),
  nth: z.number().int().min(0).max(FINGERPRINT_LIMITS.nth),
  of: z.number().int().min(1).max(FINGERPRINT_LIMITS.nth),
});

/** Where the like items of a list, table or grid stand in the observation. */
export const listSchema = z.strictObject({
  /** Roles from the top of the page down to one item: `main > list > listitem`. */
  path: z.array(z.string().min(1).max(40)).min(1).max(30),
  /** Name of the nearest named thing around the items, when it does not depend on a parameter. */
  container: z.string().max(RECIPE_LIMITS.label).optional(),
  /** Which of the elements with the target's role inside one item, from 0. */
  inItem: z.number().int().min(0).max(100),
});

/**
 * The element that a step acts on. `pick` says what the user meant by it, which no later look at the page
 * can tell: this very element, the one that a parameter names, the nth of a list, or the extreme of a list.
 */
export const recipeTargetSchema = z.discriminatedUnion('pick', [
  z.strictObject({ pick: z.literal('content'), fingerprint: boundedFingerprintSchema }),
  z.strictObject({
    pick: z.literal('param'),
    fingerprint: boundedFingerprintSchema,
    /** Name of the element; absent when only the item around it is named. */
    name: textValueSchema.optional(),
    /** The row, card or list item around it, known by words that stand in it. */
    item: z.strictObject({ words: textValueSchema, list: listSchema }).optional(),
  }),
  z.strictObject({
    pick: z.literal('position'),
    fingerprint: boundedFingerprintSchema,
    list: listSchema,
    /** From 0. */
    index: z.number().int().min(0).max(1000),
  }),
  z.strictObject({
    pick: z.literal('extreme'),
    fingerprint: boundedFingerprintSchema,
    list: listSchema,
    /** The amount of money in each item is what is compared. */
    by: z.literal('money'),
    order: z.enum(['lowest', 'highest']),
  }),
]);

export type RecipeTarget = z.infer<typeof recipeTargetSchema>;
export type ListPlace = z.infer<typeof listSchema>;

/** The fingerprint cut down to what a recipe may hold. Long texts keep their beginning. */
export function boundFingerprint(fingerprint: Fingerprint): Fingerprint {
  const cut = (text: string) => text.slice(0, FINGERPRINT_LIMITS.text);
  const attributes = Object.entries(fingerprint.attributes)
    .filter(
      ([name, value]) => /^[a-z][a-z0-9_.:-]{0,60}$/i.test(name) && value.length <= FINGERPRINT_LIMITS.text,
    )
    .filter(([name]) => name !== 'value' || !FIELD_ROLES.has(fingerprint.role))
    .slice(0, FINGERPRINT_LIMITS.attributes);
  const of = Math.min(Math.max(1, fingerprint.of), FINGERPRINT_LIMITS.nth);
  return {
    role: fingerprint.role.slice(0, 40) || 'generic',
    name: cut(fingerprint.name),
    tag: fingerprint.tag.slice(0, 60),
    attributes: Object.fromEntries(attributes),
    within: fingerprint.within.slice(-FINGERPRINT_LIMITS.within).map(cut),
    ...(fingerprint.near === undefined ? {} : { near: cut(fingerprint.near) }),
    nth: Math.min(Math.max(0, fingerprint.nth), FINGERPRINT_LIMITS.nth),
    of,
    ...(fingerprint.frameOrigin === undefined ? {} : { frameOrigin: fingerprint.frameOrigin }),
  };
}
