import { z } from '../trajectories/zod-config';
import { offsetSchema, refSchema } from './arguments';
import { defineAction } from './define-action';

export const collect = defineAction({
  name: 'collect',
  runsIn: 'page',
  risk: 'reads',
  description:
    'Like extract, over all pages, load-more and endless scrolling. `offset`: more of the last collection.',
  schema: z.strictObject({
    ref: refSchema.optional(),
    pages: z.int().min(1).max(200).describe('default 10').optional(),
    rows: z.int().min(1).max(5000).describe('default 500').optional(),
    offset: offsetSchema.optional(),
  }),
  describe: ({ ref }, target = ref) =>
    target === undefined
      ? { key: 'action.collect', params: {} }
      : { key: 'action.collect_part', params: { target } },
});
