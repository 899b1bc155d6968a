import { z } from '../trajectories/zod-config';
import { urlSchema } from './arguments';
import { defineAction } from './define-action';

export const openTab = defineAction({
  name: 'open_tab',
  runsIn: 'tabs',
  risk: 'leaves-page',
  description: 'Opens an address in a new tab and works there. Links do so when clicked with Control.',
  schema: z.strictObject({ url: urlSchema }),
  describe: ({ url }) => ({ key: 'action.open_tab', params: { url } }),
});
