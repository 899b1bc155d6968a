import { z } from '../trajectories/zod-config';
import { refSchema } from './arguments';
import { defineAction } from './define-action';

export const askUser = defineAction({
  name: 'ask_user',
  runsIn: 'run',
  risk: 'reads',
  description:
    'Asks the user what neither task nor page tells, or to do what only they can (log in, captcha): `ref` shows them where.',
  schema: z.strictObject({
    question: z.string().min(1).max(1000),
    ref: refSchema.optional(),
    choices: z.array(z.string().min(1).max(200)).max(10).optional(),
  }),
  describe: ({ question }) => ({ key: 'action.ask_user', params: { question } }),
});
