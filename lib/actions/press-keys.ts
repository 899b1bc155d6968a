import { z } from '../trajectories/zod-config';
import { refSchema } from './arguments';
import { defineAction } from './define-action';

export const pressKeys = defineAction({
  name: 'press_keys',
  runsIn: 'page',
  actsOnFocus: true,
  risk: 'changes-page',
  description:
    'Presses keys on `ref`, else where the focus is: `ArrowDown Enter`, `Control+A`; anything else is typed.',
  schema: z.strictObject({ keys: z.string().min(1).max(1000), ref: refSchema.optional() }),
  describe: ({ keys, ref }, target = ref) =>
    target === undefined
      ? { key: 'action.press_keys', params: { keys } }
      : { key: 'action.press_keys_on', params: { keys, target } },
});
