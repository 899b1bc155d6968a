import { z } from '../trajectories/zod-config';
import { coordinateSchema, refSchema } from './arguments';
import { defineAction } from './define-action';

export const hover = defineAction({
  name: 'hover',
  runsIn: 'page',
  risk: 'reads',
  actsAtPoint: ({ x, y }) => (x === undefined || y === undefined ? undefined : { x, y }),
  description: 'Moves the pointer to an element, for its menu or tooltip, or to a point as in click_at.',
  schema: z.strictObject({
    ref: refSchema.optional(),
    x: coordinateSchema.optional(),
    y: coordinateSchema.optional(),
  }),
  describe: ({ ref, x, y }, target = ref) =>
    target === undefined
      ? { key: 'action.hover_screen', params: { x: String(x), y: String(y) } }
      : { key: 'action.hover', params: { target } },
});
