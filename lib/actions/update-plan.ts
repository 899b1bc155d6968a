import { PLAN_STATES } from '../trajectories/proposal';
import { z } from '../trajectories/zod-config';
import { defineAction } from './define-action';

export const updatePlan = defineAction({
  name: 'update_plan',
  runsIn: 'run',
  risk: 'reads',
  description: 'Shows the user the plan: always the whole list.',
  schema: z.strictObject({
    items: z
      .array(z.strictObject({ text: z.string().min(1).max(300), state: z.enum(PLAN_STATES) }))
      .min(1)
      .max(50),
  }),
  describe: ({ items }) => ({ key: 'action.update_plan', params: { count: String(items.length) } }),
});
