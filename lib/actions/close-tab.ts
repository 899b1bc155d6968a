import { z } from '../trajectories/zod-config';
import { tabSchema } from './arguments';
import { defineAction } from './define-action';

export const closeTab = defineAction({
  name: 'close_tab',
  runsIn: 'tabs',
  risk: 'leaves-page',
  description: 'Closes a tab that this run opened, else the current one.',
  schema: z.strictObject({ tab: tabSchema.describe('its number').optional() }),
  describe: ({ tab }) =>
    tab === undefined
      ? { key: 'action.close_tab', params: {} }
      : { key: 'action.close_tab_other', params: { tab: String(tab) } },
});
