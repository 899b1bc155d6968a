import { z } from '../trajectories/zod-config';
import { urlSchema } from './arguments';
import { defineAction } from './define-action';

export const navigate = defineAction({
  name: 'navigate',
  runsIn: 'tabs',
  risk: 'leaves-page',
  description:
    'Opens an absolute URL in the current tab. Prefer clicking a link of the page when there is one.',
  schema: z.strictObject({ url: urlSchema }),
  describe: ({ url }) => ({ key: 'action.navigate', params: { url } }),
});
