import { z } from '../trajectories/zod-config';
import { defineAction } from './define-action';

export const finish = defineAction({
  name: 'finish',
  runsIn: 'run',
  risk: 'reads',
  description: 'Ends the task. `answer` is for the user; `evidence` is looked up on the page.',
  schema: z.strictObject({
    success: z.boolean(),
    answer: z.string().min(1).max(20_000),
    evidence: z.string().max(5000).optional(),
  }),
  describe: ({ success }) => ({ key: success ? 'action.finish' : 'action.finish_failed', params: {} }),
});
