import { z } from '../trajectories/zod-config';
import { refSchema } from './arguments';
import { defineAction } from './define-action';

export const choose = defineAction({
  name: 'choose',
  runsIn: 'page',
  risk: 'changes-page',
  description:
    'Picks one option of any dropdown, autocomplete or group, all by itself. `A / B` goes down a tree.',
  schema: z.strictObject({ ref: refSchema, text: z.string().min(1).max(1000) }),
  describe: ({ ref, text }, target = ref) => ({ key: 'action.choose', params: { text, target } }),
});
