import { z } from '../trajectories/zod-config';
import { refSchema } from './arguments';
import { defineAction } from './define-action';

const optionSchema = z.string().max(1000);

export const selectOption = defineAction({
  name: 'select_option',
  runsIn: 'page',
  risk: 'changes-page',
  description: 'Chooses several options of a list in place of the present ones.',
  schema: z.strictObject({
    ref: refSchema,
    options: z.array(optionSchema).min(1).max(100),
  }),
  describe: ({ ref, options }, target = ref) => ({
    key: 'action.select_option',
    params: { options: options.join(', '), target },
  }),
});
