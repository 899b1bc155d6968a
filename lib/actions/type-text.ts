import { z } from '../trajectories/zod-config';
import { MAX_TEXT_LENGTH, refSchema } from './arguments';
import { defineAction } from './define-action';

/** Longest piece of typed text that a sentence shows; the panel shows the whole in the details. */
const SHOWN_LENGTH = 120;

export const typeText = defineAction({
  name: 'type_text',
  runsIn: 'page',
  risk: 'changes-page',
  description:
    'Replaces what a field or rich editor holds. Dates as YYYY-MM-DD, times as HH:MM. `submit` presses Enter afterwards.',
  schema: z.strictObject({
    ref: refSchema,
    text: z.string().max(MAX_TEXT_LENGTH),
    submit: z.boolean().optional(),
    append: z.boolean().describe('add to what is there').optional(),
  }),
  describe: ({ ref, text, submit }, target = ref) => ({
    key: submit ? 'action.type_text_submit' : text === '' ? 'action.type_text_clear' : 'action.type_text',
    params: { text: shorten(text), target },
  }),
});

function shorten(text: string): string {
  const characters = Array.from(text);
  return characters.length <= SHOWN_LENGTH ? text : `${characters.slice(0, SHOWN_LENGTH - 1).join('')}…`;
}
