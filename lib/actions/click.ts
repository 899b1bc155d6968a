import { z } from '../trajectories/zod-config';
import { refSchema } from './arguments';
import { defineAction } from './define-action';

export const click = defineAction({
  name: 'click',
  runsIn: 'page',
  risk: 'changes-page',
  description: 'Clicks. For selects use choose, for checkboxes and switches set_checked.',
  schema: z.strictObject({
    ref: refSchema,
    button: z.enum(['left', 'middle', 'right']).optional(),
    double: z.boolean().optional(),
    modifiers: z
      .array(z.enum(['Alt', 'Control', 'Meta', 'Shift']))
      .max(4)
      .optional(),
  }),
  describe: ({ ref, button, double }, target = ref) => {
    if (button === 'right') return { key: 'action.click_right', params: { target } };
    return { key: double ? 'action.click_double' : 'action.click', params: { target } };
  },
});
