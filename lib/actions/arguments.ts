import { z } from '../trajectories/zod-config';

const REF = /^(f\d+)?e\d+$/;

/** Ref of one element as the observation prints it: `e12`, in a frame `f2e7`. */
export const refSchema = z
  .string()
  .refine((ref) => REF.test(ref), { error: 'expected a ref of the observation such as e12 or f2e7' });

/** An address that can be opened. Which schemes and origins are allowed is the guard's business. */
export const urlSchema = z
  .string()
  .min(1)
  .max(8192)
  .refine((url) => URL.canParse(url), { error: 'expected an absolute URL such as https://example.com/page' });

/** Id of a tab as the list of tabs in the observation prints it. */
export const tabSchema = z.int().nonnegative();

const FARTHEST_PIXEL = 100_000;

/** CSS pixels. */
export const coordinateSchema = z
  .number()
  .refine((pixels) => Math.abs(pixels) <= FARTHEST_PIXEL, { error: 'expected CSS pixels' });

/** Where a long result goes on, as the part before it said. */
export const offsetSchema = z.int().nonnegative();

/** Longest text that one action may type. */
export const MAX_TEXT_LENGTH = 100_000;
