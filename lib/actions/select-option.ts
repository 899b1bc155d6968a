import { z } from '../trajectories/zod-config';
import { refSchema } from './arguments';
import { defineAction } from './define-action';

const optionSchema = z.string().max(1000);

export const selectOption = defineAction({
  name: 'select_option',
  runsIn: 'page',
  risk: 'changes-page',
  description:
    'Chooses in a select, combobox or listbox, by visible label or by value. Several options only where several can be chosen; they replace the present choice.',
  schema: z.strictObject({
    ref: refSchema,
    options: z.array(optionSchema).min(1).max(100).describe('labels or values'),
  }),
  describe: ({ ref, options }, target = ref) => ({
    key: 'action.select_option',
    params: { options: options.join(', '), target },
  }),
});
