import { z } from '../trajectories/zod-config';
import { offsetSchema, refSchema } from './arguments';
import { defineAction } from './define-action';

export const expand = defineAction({
  name: 'expand',
  runsIn: 'page',
  risk: 'reads',
  description:
    'Prints a folded part in full: a table, list or region, the cells of a row, the options of a select. May go on at `offset`.',
  schema: z.strictObject({ ref: refSchema, offset: offsetSchema.optional() }),
  describe: ({ ref }, target = ref) => ({ key: 'action.expand', params: { target } }),
});
