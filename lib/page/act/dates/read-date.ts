import { foldName, type MonthNames } from './month-names';
import type { When } from './when';

/** Order of the parts of a date that is written in numbers. */
export type DateOrder = 'DMY' | 'MDY' | 'YMD';

/** Whether a text says this moment: `maybe` where day and month could be meant the other way round. */
export type Says = 'yes' | 'maybe' | 'no';

/** Compares what is wanted with what a text says; parts that are not wanted do not count. */
export function saysWhen(text: string, wanted: When, names: MonthNames, order?: DateOrder): Says {
  const plain = foldName(text);
  const date = wanted.year === undefined ? 'yes' : saysDate(plain, wanted, names, order);
  const time = wanted.hour === undefined || saysTime(plain, wanted) ? 'yes' : 'no';
  return date === 'no' || time === 'no' ? 'no' : date;
}

function saysDate(text: string, wanted: When, names: MonthNames, order: DateOrder | undefined): Says {
  const read = readFullDate(text, names);
  if (read) return isSame(read, wanted) ? 'yes' : 'no';
  const [a, b, c] = numbersIn(text);
  if (a === undefined || b === undefined) return 'no';
  if (wanted.day === undefined) return isSame({ month: a, year: asYear(b) }, wanted) ? 'yes' : 'no';
  if (c === undefined) return 'no';
  const asDmy = isSame({ day: a, month: b, year: asYear(c) }, wanted);
  const asMdy = isSame({ month: a, day: b, year: asYear(c) }, wanted);
  if (order === 'DMY') return asDmy ? 'yes' : 'no';
  if (order === 'MDY') return asMdy ? 'yes' : 'no';
  if (asDmy && asMdy) return 'yes';
  if (!asDmy && !asMdy) return 'no';
  return a > 12 || b > 12 ? 'yes' : 'maybe';
}

/** A date that can be read in one way only: year first, or with the name of the month. */
export function readFullDate(text: string, names: MonthNames): When | undefined {
  const plain = foldName(text);
  const iso = /(?<!\d)(\d{4})\s?[-/.年]\s?(\d{1,2})(?:\s?[-/.月]\s?(\d{1,2}))?(?!\d)/.exec(plain);
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), iso[3] === undefined ? undefined : Number(iso[3]));
  const month = findMonthName(plain, names);
  if (month === undefined) return undefined;
  const numbers = numbersIn(plain);
  const year = numbers.find((number) => number >= 1000 && number <= 9999);
  if (year === undefined) return undefined;
  return dateOf(
    year,
    month,
    numbers.find((number) => number >= 1 && number <= 31),
  );
}

function dateOf(year: number, month: number, day: number | undefined): When {
  return day === undefined ? { year, month } : { year, month, day };
}

/** Month whose name stands in a text as a word of its own. */
export function findMonthName(text: string, names: MonthNames): number | undefined {
  const plain = foldName(text);
  const isWord = (name: string, at: number): boolean =>
    !/\p{L}/u.test(plain[at - 1] ?? ' ') && !/\p{L}/u.test(plain[at + name.length] ?? ' ');
  return names.find(([name]) => {
    const at = plain.indexOf(name);
    return at !== -1 && (isWord(name, at) || /[^\p{Script=Latin}]/u.test(name));
  })?.[1];
}

function saysTime(text: string, { hour = 0, minute = 0 }: When): boolean {
  return [...text.matchAll(/(\d{1,2})[:.h時时](\d{2})(?::\d{2})?\s*([ap])?\.?m?/g)].some(
    ([, hours = '', minutes, half]) => {
      const read = half === undefined ? Number(hours) : (Number(hours) % 12) + (half === 'p' ? 12 : 0);
      return read === hour && Number(minutes) === minute;
    },
  );
}

/** Without the clock's. */
function numbersIn(text: string): number[] {
  return [...text.replace(/\d{1,2}:\d{2}(:\d{2})?/g, ' ').matchAll(/\d+/g)].map(([digits]) => Number(digits));
}

function asYear(year: number): number {
  return year < 100 ? 2000 + year : year;
}

function isSame(read: When, wanted: When): boolean {
  const isYear = read.year === wanted.year || (read.year ?? 0) % 100 === (wanted.year ?? 0) % 100;
  return isYear && read.month === wanted.month && (wanted.day === undefined || read.day === wanted.day);
}
