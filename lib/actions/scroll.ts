import { z } from '../trajectories/zod-config';
import { refSchema } from './arguments';
import { defineAction } from './define-action';

export const scroll = defineAction({
  name: 'scroll',
  runsIn: 'page',
  risk: 'reads',
  description:
    'Scrolls the page or the area around `ref`; `ref` alone brings it into view. Only to load more: actions scroll by themselves.',
  schema: z.strictObject({
    ref: refSchema.optional(),
    direction: z.enum(['up', 'down', 'left', 'right']).optional(),
    pages: z.number().positive().max(50).describe('screens, default 1').optional(),
    to: z.enum(['top', 'bottom']).optional(),
  }),
  describe: ({ ref, direction, to }, target = ref) => {
    if (to) return { key: to === 'top' ? 'action.scroll_top' : 'action.scroll_bottom', params: {} };
    if (target !== undefined && !direction) return { key: 'action.scroll_to', params: { target } };
    return { key: `action.scroll_${direction ?? 'down'}`, params: {} };
  },
});
