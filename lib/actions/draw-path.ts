import { z } from '../trajectories/zod-config';
import { coordinateSchema, refSchema } from './arguments';
import { defineAction } from './define-action';

const pointSchema = z.array(coordinateSchema).length(2);

export const drawPath = defineAction({
  name: 'draw_path',
  runsIn: 'page',
  actsAtPoint: ({ ref, paths }) => {
    const [x = 0, y = 0] = ref === undefined ? (paths[0]?.[0] ?? []) : [];
    return ref === undefined ? { x, y } : undefined;
  },
  risk: 'changes-page',
  description:
    'Draws strokes of points [x, y], as in click_at. One stroke without `ref` drags what has no ref.',
  schema: z.strictObject({
    ref: refSchema.optional(),
    paths: z.array(z.array(pointSchema).min(1).max(500)).min(1).max(50),
  }),
  describe: ({ ref }, target = ref) =>
    target === undefined
      ? { key: 'action.draw_path_screen', params: {} }
      : { key: 'action.draw_path', params: { target } },
});
