import { z } from '../trajectories/zod-config';
import { MAX_TEXT_LENGTH, refSchema } from './arguments';
import { defineAction } from './define-action';

export const setValue = defineAction({
  name: 'set_value',
  runsIn: 'page',
  risk: 'changes-page',
  description:
    'Sets a slider, stepper, splitter, rating or colour to a value of its scale. Each thumb of a range has its own ref.',
  schema: z.strictObject({ ref: refSchema, value: z.union([z.string().max(MAX_TEXT_LENGTH), z.number()]) }),
  describe: ({ ref, value }, target = ref) => ({
    key: 'action.set_value',
    params: { value: String(value).slice(0, 120), target },
  }),
});
