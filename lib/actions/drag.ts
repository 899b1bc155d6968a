import { z } from '../trajectories/zod-config';
import { coordinateSchema, refSchema } from './arguments';
import { defineAction } from './define-action';

export const drag = defineAction({
  name: 'drag',
  runsIn: 'page',
  risk: 'changes-page',
  description:
    'Drags an element onto another (`to`) or by CSS pixels (`by`). Moved down a list it ends after `to`, moved up before it.',
  schema: z
    .strictObject({
      ref: refSchema,
      to: refSchema.describe('ref to drop on').optional(),
      by: z.strictObject({ x: coordinateSchema, y: coordinateSchema }).optional(),
    })
    .refine(({ to, by }) => (to === undefined) !== (by === undefined), {
      error: 'exactly one of to and by is needed',
    }),
  describe: ({ ref, to, by }, target = ref) => ({
    key: to === undefined ? 'action.drag_by' : 'action.drag',
    params: { target, to: to ?? '', x: String(by?.x ?? 0), y: String(by?.y ?? 0) },
  }),
});
