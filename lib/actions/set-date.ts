import { z } from '../trajectories/zod-config';
import { refSchema } from './arguments';
import { defineAction } from './define-action';

const WHEN = /^(\d{4}-\d{2}(-\d{2})?)?((T|^)\d{2}:\d{2})?$/;

const whenSchema = z
  .string()
  .min(1)
  .refine((text) => WHEN.test(text), {
    error: 'expected YYYY-MM-DD, YYYY-MM-DDTHH:MM, YYYY-MM or HH:MM',
  });

export const setDate = defineAction({
  name: 'set_date',
  runsIn: 'page',
  risk: 'changes-page',
  description:
    'Sets any date field, picker or calendar: YYYY-MM-DD, YYYY-MM-DDTHH:MM, YYYY-MM or HH:MM; `end` for ranges.',
  schema: z.strictObject({ ref: refSchema, date: whenSchema, end: whenSchema.optional() }),
  describe: ({ ref, date, end }, target = ref) =>
    end === undefined
      ? { key: 'action.set_date', params: { target, date } }
      : { key: 'action.set_date_range', params: { target, date, end } },
});
