import { z } from '../trajectories/zod-config';
import { refSchema } from './arguments';
import { defineAction } from './define-action';

export const readPage = defineAction({
  name: 'read_page',
  runsIn: 'page',
  risk: 'reads',
  description:
    'Returns the full text of the page, or of one region with `ref`. The observation is often enough; find_text is cheaper.',
  schema: z.strictObject({ ref: refSchema.optional() }),
  describe: ({ ref }, target = ref) =>
    target === undefined
      ? { key: 'action.read_page', params: {} }
      : { key: 'action.read_page_part', params: { target } },
});
