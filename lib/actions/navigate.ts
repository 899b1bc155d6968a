import { z } from '../trajectories/zod-config';
import { urlSchema } from './arguments';
import { defineAction } from './define-action';

export const navigate = defineAction({
  name: 'navigate',
  runsIn: 'tabs',
  risk: 'leaves-page',
  description: 'Opens an address in this tab. Prefer the links of the page.',
  schema: z.strictObject({ url: urlSchema }),
  describe: ({ url }) => ({ key: 'action.navigate', params: { url } }),
});
