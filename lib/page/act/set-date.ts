import type { PageAction } from '../types';
import { actError, expectElement, type PageActionRunner } from './actor/act-context';
import { expectText, readText } from './actor/read-arguments';
import { putDate } from './dates/put-date';
import { parseWhen, type When } from './dates/when';

export const setDate: PageActionRunner = {
  name: 'set_date',
  element: 'required',
  reads: false,
  run(context, action, given) {
    const element = expectElement(given);
    const date = expectWhen(action, expectText(action, 'date'));
    const end = readText(action, 'end');
    return putDate(context, element, end === undefined ? [date] : [date, expectWhen(action, end)]);
  },
};

function expectWhen(action: PageAction, text: string): When {
  const when = parseWhen(text);
  if (when) return when;
  throw actError(
    'bad-arguments',
    `${action.name} was not run: ${JSON.stringify(text.slice(0, 40))} is no date. Give YYYY-MM-DD, YYYY-MM-DDTHH:MM, YYYY-MM or HH:MM.`,
    { action: action.name },
  );
}
