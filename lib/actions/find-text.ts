import { z } from '../trajectories/zod-config';
import { offsetSchema } from './arguments';
import { defineAction } from './define-action';

export const findText = defineAction({
  name: 'find_text',
  runsIn: 'page',
  risk: 'reads',
  description:
    'Finds text anywhere in the page, also in parts that the observation folds: each match with its surroundings, the refs next to it and where it stands. Case, accents and white space do not matter.',
  schema: z.strictObject({ text: z.string().min(1).max(500), offset: offsetSchema.optional() }),
  describe: ({ text }) => ({ key: 'action.find_text', params: { text } }),
});
