import { z } from '../trajectories/zod-config';
import { tabSchema } from './arguments';
import { defineAction } from './define-action';

export const switchTab = defineAction({
  name: 'switch_tab',
  runsIn: 'tabs',
  risk: 'reads',
  description: 'Works on another tab of this run.',
  schema: z.strictObject({ tab: tabSchema.describe('its number') }),
  describe: ({ tab }) => ({ key: 'action.switch_tab', params: { tab: String(tab) } }),
});
