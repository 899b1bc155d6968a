import { z } from '../trajectories/zod-config';
import { coordinateSchema, refSchema } from './arguments';
import { defineAction } from './define-action';

export const drag = defineAction({
  name: 'drag',
  runsIn: 'page',
  refs: ['ref', 'to'],
  risk: 'changes-page',
  description: 'Drags onto `to` or by CSS pixels. Moved down a list it ends after `to`, moved up before it.',
  schema: z
    .strictObject({
      ref: refSchema,
      to: refSchema.optional(),
      by: z.strictObject({ x: coordinateSchema, y: coordinateSchema }).optional(),
    })
    .refine(({ to, by }) => (to === undefined) !== (by === undefined), {
      error: 'exactly one of to and by is needed',
    }),
  describe: ({ ref, to, by }, target = ref, elements = []) => {
    if (by) return { key: 'action.drag_by', params: { target, x: String(by.x), y: String(by.y) } };
    return { key: 'action.drag', params: { target, to: elements[1]?.name ?? to ?? '' } };
  },
});
