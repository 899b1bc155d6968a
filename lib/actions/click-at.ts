import { z } from '../trajectories/zod-config';
import { coordinateSchema, refSchema } from './arguments';
import { defineAction } from './define-action';

export const clickAt = defineAction({
  name: 'click_at',
  runsIn: 'page',
  actsAtPoint: ({ x, y }) => ({ x, y }),
  risk: 'changes-page',
  description:
    'Clicks at CSS pixels from the top left of `ref` (canvas, map, image), else of the screen. For what has no ref.',
  schema: z.strictObject({
    ref: refSchema.optional(),
    x: coordinateSchema,
    y: coordinateSchema,
    button: z.enum(['left', 'middle', 'right']).optional(),
    double: z.boolean().optional(),
  }),
  describe: ({ ref, x, y }, target = ref) => ({
    key: target === undefined ? 'action.click_at_screen' : 'action.click_at',
    params: { x: String(x), y: String(y), ...(target === undefined ? {} : { target }) },
  }),
});
