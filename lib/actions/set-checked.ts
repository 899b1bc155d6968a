import { z } from '../trajectories/zod-config';
import { refSchema } from './arguments';
import { defineAction } from './define-action';

export const setChecked = defineAction({
  name: 'set_checked',
  runsIn: 'page',
  risk: 'changes-page',
  description: 'Sets a checkbox, switch, radio or toggle button.',
  schema: z.strictObject({ ref: refSchema, checked: z.boolean() }),
  describe: ({ ref, checked }, target = ref) => ({
    key: checked ? 'action.set_checked' : 'action.set_checked_off',
    params: { target },
  }),
});
