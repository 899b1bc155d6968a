import { z } from '../trajectories/zod-config';
import { offsetSchema, refSchema } from './arguments';
import { defineAction } from './define-action';

export const extract = defineAction({
  name: 'extract',
  runsIn: 'page',
  risk: 'reads',
  description:
    'A listing (table, cards, results) as rows with named columns: the one around `ref`, else the largest.',
  schema: z.strictObject({ ref: refSchema.optional(), offset: offsetSchema.optional() }),
  describe: ({ ref }, target = ref) =>
    target === undefined
      ? { key: 'action.extract', params: {} }
      : { key: 'action.extract_part', params: { target } },
});
