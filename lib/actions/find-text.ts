import { z } from '../trajectories/zod-config';
import { offsetSchema } from './arguments';
import { defineAction } from './define-action';

export const findText = defineAction({
  name: 'find_text',
  runsIn: 'page',
  risk: 'reads',
  description:
    'Finds text anywhere in the page, folded parts too: each match with what is around it and the refs next to it.',
  schema: z.strictObject({ text: z.string().min(1).max(500), offset: offsetSchema.optional() }),
  describe: ({ text }) => ({ key: 'action.find_text', params: { text } }),
});
