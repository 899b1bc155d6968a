import { z } from '../trajectories/zod-config';
import { offsetSchema, refSchema } from './arguments';
import { defineAction } from './define-action';

export const readPage = defineAction({
  name: 'read_page',
  runsIn: 'page',
  risk: 'reads',
  description:
    'Returns the text of the page as Markdown, or of one region with `ref`; of an article only the article, unless `whole`. Long texts come in parts: the result says the next `offset`. The observation is often enough; find_text is cheaper.',
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
