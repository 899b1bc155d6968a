import { z } from '../trajectories/zod-config';
import { defineAction } from './define-action';

export const findText = defineAction({
  name: 'find_text',
  runsIn: 'page',
  risk: 'reads',
  description:
    'Finds text anywhere in the page, also in parts that the observation folds, and returns each match with its surroundings and the refs next to it. Upper and lower case are the same.',
  schema: z.strictObject({ text: z.string().min(1).max(500) }),
  describe: ({ text }) => ({ key: 'action.find_text', params: { text } }),
});
