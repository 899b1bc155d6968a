import { actError, type ActContext } from '../actor/act-context';
import { focusElement } from '../pointer/focus';
import { nameElement, quoteShort } from '../actor/name-element';
import { writeValueNatively } from '../actor/native-dom';
import { announceChange } from './announce-change';

const FORMATS: Record<string, string> = {
  date: 'a date as YYYY-MM-DD',
  time: 'a time as HH:MM',
  'datetime-local': 'date and time as YYYY-MM-DDTHH:MM',
  month: 'a month as YYYY-MM',
  week: 'a week as YYYY-Www',
  color: 'a colour as #rrggbb',
  number: 'a number such as 12.5',
  range: 'a number such as 50',
};

/** Sets a date, time, colour, number or range input and returns its value then. Failure code: `bad-value`. */
export function writeValueInput(
  context: ActContext,
  input: HTMLInputElement,
  text: string,
  append: boolean,
): string {
  const wanted = append ? input.value + text : text.trim();
  expectAccepted(context, input, wanted);
  focusElement(context, input);
  if (input.value === wanted) return wanted;
  writeValueNatively(context.window, input, wanted);
  announceChange(context, input);
  return input.value;
}

/** The browser's own sanitizing tells whether the type takes the text; tried on a twin, so that nothing is lost. */
function expectAccepted(context: ActContext, input: HTMLInputElement, wanted: string): void {
  if (wanted === '') return;
  const twin = context.document.createElement('input');
  twin.type = input.type;
  twin.value = wanted;
  const rewritten = input.type === 'color' || input.type === 'range';
  const taken = rewritten ? isWellFormed(input.type, wanted) : twin.value !== '';
  if (taken) return;
  throw actError(
    'bad-value',
    `${nameElement(context, input)} takes ${FORMATS[input.type] ?? 'another format'}, not ${quoteShort(wanted)}. Type it again in that form.`,
    { target: nameElement(context, input) },
  );
}

function isWellFormed(type: string, value: string): boolean {
  return type === 'color' ? /^#[\da-f]{6}$/i.test(value) : value !== '' && Number.isFinite(Number(value));
}
