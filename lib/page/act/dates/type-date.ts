import type { ActContext } from '../actor/act-context';
import { focusedElementOf } from '../actor/native-dom';
import { sleep, waitUntil } from '../effect/wait';
import { sendNamedKey } from '../keys/send-named-key';
import { watchAppearing } from '../lists/watch-appearing';
import type { TextField } from '../text/editable';
import { writeAtOnce } from '../text/write-at-once';
import { guessFormat, writeDate } from './date-format';
import { showsDates, type DateField } from './date-field';
import { languagesOf } from './month-names';
import { shownMonths } from './page-calendar';
import { formatWhen, monthsBetween, type When } from './when';

const TAKE_TIMEOUT_MS = 1000;
const REVERT_MS = 250;

/**
 * Types the date in the form that the field shows, hands it in and reads back. A calendar that is open the while must go to
 * that month: a field whose picker does not listen keeps any text.
 */
export async function typeDate(
  context: ActContext,
  dateField: DateField,
  field: TextField,
  when: When,
): Promise<boolean> {
  const watch = watchAppearing(context, field);
  const view = { roots: () => watch.roots(), names: dateField.names };
  const before = field.value;
  writeAtOnce(context, field, textFor(context, field, when), false);
  const isHeard = (): true | undefined => {
    const shown = shownMonths(view);
    return shown.length === 0 || shown.some(({ month }) => monthsBetween(month, when) === 0) || undefined;
  };
  const heard = await waitUntil(context.window, TAKE_TIMEOUT_MS, context.signal, isHeard);
  if (!heard) {
    writeAtOnce(context, field, before, false);
    leave(context);
    watch.stop();
    return false;
  }
  sendNamedKey(context, 'Enter', field);
  leave(context);
  watch.stop();
  // A field that does not understand the text puts the old one back when it is left.
  await sleep(context.window, REVERT_MS, context.signal);
  return showsDates(context, dateField, [when]) === 'yes';
}

function textFor(context: ActContext, field: TextField, when: When): string {
  if (when.day === undefined) return formatWhen(when);
  const format = guessFormat(field, field.value, languagesOf(context.window));
  const { day, month = 1 } = when;
  // Nothing says which of the two comes first: the year first can be read in one way only.
  const isAmbiguous = !format.isCertain && day <= 12 && day !== month;
  return isAmbiguous ? formatWhen(when).replace('T', ' ') : writeDate(when, format);
}

function leave(context: ActContext): void {
  const focused = focusedElementOf(context.document);
  if (focused) HTMLElement.prototype.blur.call(focused);
}
