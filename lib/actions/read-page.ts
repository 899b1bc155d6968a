import { z } from '../trajectories/zod-config';
import { offsetSchema, refSchema } from './arguments';
import { defineAction } from './define-action';

export const readPage = defineAction({
  name: 'read_page',
  runsIn: 'page',
  risk: 'reads',
  description:
    'The text of the page or of `ref` as Markdown; of an article only the article, unless `whole`. Long texts go on at `offset`.',
  schema: z.strictObject({
    ref: refSchema.optional(),
    whole: z.boolean().optional(),
    offset: offsetSchema.optional(),
  }),
  describe: ({ ref }, target = ref) =>
    target === undefined
      ? { key: 'action.read_page', params: {} }
      : { key: 'action.read_page_part', params: { target } },
});
