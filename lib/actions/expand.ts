import { z } from '../trajectories/zod-config';
import { offsetSchema, refSchema } from './arguments';
import { defineAction } from './define-action';

export const expand = defineAction({
  name: 'expand',
  runsIn: 'page',
  risk: 'reads',
  description:
    'Prints one part of the page in full: a folded table, list or region, a row of a grid with a ref for each cell, or all options of a select. The result says the next `offset` when there is more.',
  schema: z.strictObject({ ref: refSchema, offset: offsetSchema.optional() }),
  describe: ({ ref }, target = ref) => ({ key: 'action.expand', params: { target } }),
});
