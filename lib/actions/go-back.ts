import { z } from '../trajectories/zod-config';
import { defineAction } from './define-action';

export const goBack = defineAction({
  name: 'go_back',
  runsIn: 'tabs',
  risk: 'leaves-page',
  description: 'Back in history.',
  schema: z.strictObject({}),
  describe: () => ({ key: 'action.go_back', params: {} }),
});
