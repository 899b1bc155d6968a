import { z } from '../trajectories/zod-config';
import { defineAction } from './define-action';

export const answerDialog = defineAction({
  name: 'answer_dialog',
  runsIn: 'page',
  risk: 'changes-page',
  description:
    'Answers the confirm or prompt that the next action opens; call it right before. Else it is cancelled.',
  schema: z.strictObject({
    accept: z.boolean(),
    text: z.string().max(1000).optional(),
  }),
  describe: ({ accept, text }) => {
    if (!accept) return { key: 'action.answer_dialog_cancel', params: {} };
    if (text === undefined) return { key: 'action.answer_dialog_accept', params: {} };
    return { key: 'action.answer_dialog_text', params: { text } };
  },
});
