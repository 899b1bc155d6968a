import { z } from '../trajectories/zod-config';
import { defineAction } from './define-action';

/** Longest wait of one action, in seconds. */
export const MAX_WAIT_SECONDS = 30;

export const waitFor = defineAction({
  name: 'wait_for',
  runsIn: 'page',
  risk: 'reads',
  description:
    'Waits until `text` shows or `gone` no longer does, `seconds` at most, or just `seconds`. Actions wait by themselves.',
  schema: z
    .strictObject({
      text: z.string().min(1).max(500).optional(),
      gone: z.string().min(1).max(500).optional(),
      seconds: z.number().positive().max(MAX_WAIT_SECONDS).optional(),
    })
    .refine((args) => args.text !== undefined || args.gone !== undefined || args.seconds !== undefined, {
      error: 'give text, gone or seconds',
    }),
  describe: ({ text, gone, seconds }) => {
    if (text !== undefined) return { key: 'action.wait_for_text', params: { text } };
    if (gone !== undefined) return { key: 'action.wait_for_gone', params: { text: gone } };
    return { key: 'action.wait_for', params: { seconds: String(seconds) } };
  },
});
