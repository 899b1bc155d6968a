import { z } from '../trajectories/zod-config';
import { offsetSchema, refSchema } from './arguments';
import { defineAction } from './define-action';

export const extract = defineAction({
  name: 'extract',
  runsIn: 'page',
  risk: 'reads',
  description:
    'Turns a listing (table, cards, search results) into rows with named columns: the one around `ref` (of an item, or of anything in it), else the largest of the page. `offset` is the first row.',
  schema: z.strictObject({ ref: refSchema.optional(), offset: offsetSchema.optional() }),
  describe: ({ ref }, target = ref) =>
    target === undefined
      ? { key: 'action.extract', params: {} }
      : { key: 'action.extract_part', params: { target } },
});
