import { getAttribute, getDocumentElement } from '../../observe/dom';
import type { PageWindow } from '../actor/act-context';

/** Names of the months, folded, each with its number; longest first, so that "june" is not found as "jun". */
export type MonthNames = readonly (readonly [name: string, month: number])[];

const known = new Map<string, MonthNames>();

/** The language of the page, of the browser, and English: calendars are seldom in another. */
export function languagesOf(window: PageWindow): string[] {
  const root = getDocumentElement(window.document);
  const own = (root && getAttribute(root, 'lang')) ?? '';
  return [...new Set([own, window.navigator.language, 'en'])].filter(isLanguage);
}

function isLanguage(tag: string): boolean {
  try {
    return tag !== '' && Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

export function monthNames(languages: readonly string[]): MonthNames {
  const key = languages.join();
  const made = known.get(key) ?? makeNames(languages);
  known.set(key, made);
  return made;
}

/** By themselves and beside a day: Slavic languages bend them. */
const FORMS: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'long' },
  { month: 'short' },
  { month: 'long', day: 'numeric' },
  { month: 'short', day: 'numeric' },
];

function makeNames(languages: readonly string[]): MonthNames {
  const names = new Map<string, number>();
  for (const language of languages) {
    for (const form of FORMS) {
      const format = new Intl.DateTimeFormat(language, { ...form, calendar: 'gregory' });
      for (let month = 1; month <= 12; month++) {
        const part = format.formatToParts(new Date(2024, month - 1, 15)).find(({ type }) => type === 'month');
        const name = foldName(part?.value ?? '');
        // Numbers are read as numbers.
        if (/\p{L}{2}|^\p{L}$/u.test(name) && !/\d/.test(name)) names.set(name, month);
      }
    }
  }
  return [...names].sort(([one], [other]) => other.length - one.length);
}

export function foldName(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\.$/, '').trim();
}
