import { z } from '../trajectories/zod-config';
import { defineAction } from './define-action';

export const finish = defineAction({
  name: 'finish',
  runsIn: 'run',
  risk: 'reads',
  description:
    'Ends the task. `success` only when the page shows that it is done; `answer` is what the user reads; `evidence` quotes what shows it, as the page has it: it is looked up there. When it cannot be done, say why with success false.',
  schema: z.strictObject({
    success: z.boolean(),
    answer: z.string().min(1).max(20_000),
    evidence: z.string().max(5000).optional(),
  }),
  describe: ({ success }) => ({ key: success ? 'action.finish' : 'action.finish_failed', params: {} }),
});
