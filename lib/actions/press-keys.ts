import { z } from '../trajectories/zod-config';
import { refSchema } from './arguments';
import { defineAction } from './define-action';

export const pressKeys = defineAction({
  name: 'press_keys',
  runsIn: 'page',
  actsOnFocus: true,
  risk: 'changes-page',
  description:
    'Presses keys on an element, or where the focus is: names separated by spaces (`ArrowDown ArrowDown Enter`, `Control+A`, `Escape`); anything else is typed character by character. Prefer type_text for text fields.',
  schema: z.strictObject({ keys: z.string().min(1).max(1000), ref: refSchema.optional() }),
  describe: ({ keys, ref }, target = ref) =>
    target === undefined
      ? { key: 'action.press_keys', params: { keys } }
      : { key: 'action.press_keys_on', params: { keys, target } },
});
