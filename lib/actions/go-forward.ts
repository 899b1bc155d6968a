import { z } from '../trajectories/zod-config';
import { defineAction } from './define-action';

export const goForward = defineAction({
  name: 'go_forward',
  runsIn: 'tabs',
  risk: 'leaves-page',
  description: 'Forward in history.',
  schema: z.strictObject({}),
  describe: () => ({ key: 'action.go_forward', params: {} }),
});
