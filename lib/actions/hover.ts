import { z } from '../trajectories/zod-config';
import { refSchema } from './arguments';
import { defineAction } from './define-action';

export const hover = defineAction({
  name: 'hover',
  runsIn: 'page',
  risk: 'reads',
  description: 'Moves the pointer onto an element, to open a menu or tooltip that shows on hover.',
  schema: z.strictObject({ ref: refSchema }),
  describe: ({ ref }, target = ref) => ({ key: 'action.hover', params: { target } }),
});
