import { z } from '../trajectories/zod-config';
import { RECIPE_LIMITS } from './limits';
import { textValueSchema } from './value';

/** One segment of a path: fixed or filled text, or anything (an order number, the slug of whatever was picked). */
const segmentSchema = z.discriminatedUnion('kind', [
  ...textValueSchema.options,
  z.strictObject({ kind: z.literal('any') }),
]);

/** What must hold after a step before the next one starts. Checked on the observation alone. */
export const conditionSchema = z.discriminatedUnion('type', [
  /** The page's path, segment by segment. Query and fragment do not count. */
  z.strictObject({ type: z.literal('url-path'), segments: z.array(segmentSchema).max(30) }),
  /** Something with this role and name is on the page. */
  z.strictObject({ type: z.literal('appears'), role: z.string().min(1).max(40), name: textValueSchema }),
  /** The field with this role and name shows this value. */
  z.strictObject({
    type: z.literal('value'),
    role: z.string().min(1).max(40),
    name: z.string().max(RECIPE_LIMITS.text),
    value: textValueSchema,
  }),
]);

export type Condition = z.infer<typeof conditionSchema>;
export type PathSegment = z.infer<typeof segmentSchema>;
