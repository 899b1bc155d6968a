import { z } from '../trajectories/zod-config';
import { tabSchema } from './arguments';
import { defineAction } from './define-action';

export const switchTab = defineAction({
  name: 'switch_tab',
  runsIn: 'tabs',
  risk: 'reads',
  description: 'Works on another tab of this run from now on.',
  schema: z.strictObject({ tab: tabSchema.describe('id from the list of tabs') }),
  describe: ({ tab }) => ({ key: 'action.switch_tab', params: { tab: String(tab) } }),
});
