import { getAttribute, getLocalName } from '../../observe/dom';
import { actError, type ActContext, type ActError, type RunnerOutcome } from '../actor/act-context';
import { nameElement, quoteShort } from '../actor/name-element';
import { writeValueInput } from '../text/write-value-input';
import { formatWhen, pad, type When } from './when';

type DateType = 'date' | 'datetime-local' | 'month' | 'time' | 'week';

const TYPES: readonly string[] = ['date', 'datetime-local', 'month', 'time', 'week'] satisfies DateType[];
const FORMS: Record<DateType, string> = {
  date: 'YYYY-MM-DD',
  'datetime-local': 'YYYY-MM-DDTHH:MM',
  month: 'YYYY-MM',
  time: 'HH:MM',
  week: 'YYYY-MM-DD of a day in that week',
};

export function isNativeDate(element: Element): element is HTMLInputElement {
  return getLocalName(element) === 'input' && TYPES.includes((element as HTMLInputElement).type);
}

/** Sets a date, time, month or week input. Failure codes: `bad-value`, `date-not-allowed`. */
export function setNativeDate(context: ActContext, input: HTMLInputElement, when: When): RunnerOutcome {
  const name = nameElement(context, input);
  const type = input.type as DateType;
  const wanted = valueFor(type, when);
  if (wanted === undefined) throw formError(name, type, when);
  expectInRange(input, name, wanted);
  if (input.value === wanted)
    return { message: `${name} was ${wanted} already`, value: wanted, nothingDone: true };
  const value = writeValueInput(context, input, wanted, false);
  if (value.startsWith(wanted)) return { message: `set ${name} to ${value}`, value, target: input };
  throw actError(
    'not-set',
    `${name} did not keep ${wanted}; it holds ${quoteShort(value) || 'nothing'}. Observe again.`,
    { target: name },
  );
}

function valueFor(type: DateType, when: When): string | undefined {
  const { year, month, day, hour, minute } = when;
  const date =
    year !== undefined && month !== undefined && day !== undefined ? { year, month, day } : undefined;
  const time = hour === undefined ? undefined : { hour, minute: minute ?? 0 };
  switch (type) {
    case 'date':
      return date && !time ? formatWhen(date) : undefined;
    case 'datetime-local':
      return date && time ? formatWhen({ ...date, ...time }) : undefined;
    case 'month':
      return year !== undefined && month !== undefined && !time ? formatWhen({ year, month }) : undefined;
    case 'time':
      return time && year === undefined ? formatWhen(time) : undefined;
    case 'week':
      return date && weekOf(new Date(date.year, date.month - 1, date.day));
  }
}

/** ISO 8601: weeks begin on Monday; the first one holds the year's first Thursday. */
function weekOf(date: Date): string {
  const thursday = new Date(date);
  thursday.setDate(date.getDate() + 4 - (date.getDay() || 7));
  const start = new Date(thursday.getFullYear(), 0, 1);
  const days = Math.round((thursday.getTime() - start.getTime()) / 86_400_000);
  return `${thursday.getFullYear()}-W${pad(Math.floor(days / 7) + 1)}`;
}

function expectInRange(input: HTMLInputElement, name: string, wanted: string): void {
  const min = getAttribute(input, 'min') ?? '';
  const max = getAttribute(input, 'max') ?? '';
  // All of these values sort as text.
  const isBelow = min !== '' && wanted < min.slice(0, wanted.length);
  const isAbove = max !== '' && wanted > max.slice(0, wanted.length);
  if (!isBelow && !isAbove) return;
  const bounds = [min && `from ${min}`, max && `to ${max}`].filter(Boolean).join(' ');
  throw actError('date-not-allowed', `${name} takes dates ${bounds}, not ${wanted}. Choose another date.`, {
    target: name,
    date: wanted,
  });
}

function formError(name: string, type: DateType, when: When): ActError {
  return actError(
    'bad-value',
    `${name} takes ${FORMS[type]}, not ${formatWhen(when)}. Call it again in that form.`,
    {
      target: name,
    },
  );
}
