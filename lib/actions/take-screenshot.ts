import { z } from '../trajectories/zod-config';
import { refSchema } from './arguments';
import { defineAction } from './define-action';

export const takeScreenshot = defineAction({
  name: 'take_screenshot',
  runsIn: 'page',
  risk: 'reads',
  description: 'A picture of the screen, or of one element: for charts, maps, canvases.',
  schema: z.strictObject({ ref: refSchema.optional() }),
  describe: ({ ref }, target = ref) =>
    target === undefined
      ? { key: 'action.take_screenshot', params: {} }
      : { key: 'action.take_screenshot_part', params: { target } },
});
