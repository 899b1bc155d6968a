import { z } from '../trajectories/zod-config';
import { coordinateSchema, refSchema } from './arguments';
import { defineAction } from './define-action';

const pointSchema = z.array(coordinateSchema).length(2);

export const drawPath = defineAction({
  name: 'draw_path',
  runsIn: 'page',
  risk: 'changes-page',
  description:
    'Draws strokes on a canvas or drawing, each a list of points [x, y] in CSS pixels from its top left.',
  schema: z.strictObject({
    ref: refSchema,
    paths: z.array(z.array(pointSchema).min(1).max(500)).min(1).max(50),
  }),
  describe: ({ ref }, target = ref) => ({ key: 'action.draw_path', params: { target } }),
});
