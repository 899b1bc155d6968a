import { getAttribute } from '../../observe/dom';
import type { DateOrder } from './read-date';
import { pad, type When } from './when';

/** How a field wants its date written. */
export interface DateFormat {
  order: DateOrder;
  separator: string;
  /** Digits of the year, and whether day and month have two. */
  years: 2 | 4;
  padded: boolean;
  /** The time goes on with seconds. */
  seconds: boolean;
  /** What says so: a hint of the field itself, or only the custom of the language. */
  isCertain: boolean;
}

const HINTS = ['placeholder', 'data-date-format', 'data-format', 'title', 'pattern', 'aria-placeholder'];

/** Reads the format from the hints of a field, from what is in it, else from the language. */
export function guessFormat(field: Element, value: string, languages: readonly string[]): DateFormat {
  const hints = HINTS.map((name) => getAttribute(field, name) ?? '');
  for (const hint of hints) {
    const format = readPattern(hint);
    if (format) return format;
  }
  return readExample(value) ?? formatOfLanguage(languages[0] ?? 'en');
}

/** `MM/DD/YYYY`, `tt.mm.jjjj`, `jj/mm/aaaa`, `dd-mm-yy`. */
function readPattern(hint: string): DateFormat | undefined {
  const found = /([a-zа-я]{1,4})([/.\-\s年]{1,2})([a-zа-я]{1,4})([/.\-\s月]{1,2})([a-zа-я]{1,4})/i.exec(hint);
  if (!found) return undefined;
  const [, first = '', separator = '', second = '', , third = ''] = found;
  const parts = [first, second, third].map((part) => part.toLowerCase());
  const order = parts.map(letterOf).join('');
  if (!isOrder(order)) return undefined;
  const years = parts.some((part) => letterOf(part) === 'Y' && part.length <= 2) ? 2 : 4;
  const padded = parts.every((part) => part.length >= 2);
  return { order, separator, years, padded, seconds: /s/i.test(hint.replace(/^.*:/, '')), isCertain: true };
}

/** Letters for the parts in the languages that have their own: German t, j; French and Spanish j, a. */
function letterOf(part: string): string {
  if (/^(y+|j{4}|a{2,4}|г+)$/.test(part)) return 'Y';
  if (/^(m+|м+)$/.test(part)) return part.length <= 2 ? 'M' : '?';
  return /^(d{1,2}|t{1,2}|j{1,2}|д{1,2})$/.test(part) ? 'D' : '?';
}

function isOrder(text: string): text is DateOrder {
  return text === 'DMY' || text === 'MDY' || text === 'YMD';
}

/** The date that is in the field, where it can be read in one way only. */
function readExample(value: string): DateFormat | undefined {
  const found = /^(\d{1,4})([/.\-\s]{1,2})(\d{1,2})[/.\-\s]{1,2}(\d{1,4})/.exec(value.trim());
  if (!found) return undefined;
  const [, first = '', separator = '', second = '', third = ''] = found;
  const seconds = /\d:\d\d:\d\d/.test(value);
  const rest = { separator, seconds, padded: second.length === 2, isCertain: true };
  if (first.length === 4) return { ...rest, order: 'YMD', years: 4 };
  const years = third.length === 4 ? 4 : 2;
  if (Number(first) > 12) return { ...rest, order: 'DMY', years };
  return Number(second) > 12 ? { ...rest, order: 'MDY', years } : undefined;
}

function formatOfLanguage(language: string): DateFormat {
  const parts = new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(new Date(2024, 10, 30));
  const order = parts.map(({ type }) => ({ year: 'Y', month: 'M', day: 'D' })[type as string] ?? '').join('');
  const separator = parts.find(({ type }) => type === 'literal')?.value ?? '-';
  return isOrder(order)
    ? { order, separator, years: 4, padded: true, seconds: false, isCertain: false }
    : { order: 'YMD', separator: '-', years: 4, padded: true, seconds: false, isCertain: false };
}

export function writeDate(
  { year = 0, month = 1, day = 1, hour, minute = 0 }: When,
  format: DateFormat,
): string {
  const number = (part: number): string => (format.padded ? pad(part) : String(part));
  const parts = {
    Y: format.years === 2 ? pad(year % 100) : String(year),
    M: number(month),
    D: number(day),
  };
  const date = [...format.order].map((letter) => parts[letter as keyof typeof parts]).join(format.separator);
  const time = hour === undefined ? '' : ` ${pad(hour)}:${pad(minute)}${format.seconds ? ':00' : ''}`;
  return `${date}${time}`;
}
