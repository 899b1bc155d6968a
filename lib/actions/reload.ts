import { z } from '../trajectories/zod-config';
import { defineAction } from './define-action';

export const reload = defineAction({
  name: 'reload',
  runsIn: 'tabs',
  risk: 'leaves-page',
  description: 'Loads the page anew.',
  schema: z.strictObject({}),
  describe: () => ({ key: 'action.reload', params: {} }),
});
