import type { ColumnKind, Listing } from './listing';

const MONEY =
  '[$€£¥₹₽₩₺₴₫฿元円]|(?:USD|EUR|GBP|JPY|CNY|CHF|AUD|CAD|INR|SEK|NOK|DKK|PLN|CZK|kr|zł|Kč|Fr|Rs)\\b\\.?';
const AMOUNT = "\\d[\\d.,'’\\s]*";
const PRICE = new RegExp(`(?:^|\\s|[a-z:])(?:${MONEY})\\s?-?${AMOUNT}|${AMOUNT}\\s?(?:${MONEY})`, 'iu');
const DATE =
  /^\D{0,12}\d{4}-\d{1,2}-\d{1,2}|^\D{0,12}\d{1,2}[./]\d{1,2}[./]\d{2,4}|\b\d{1,2}(?:st|nd|rd|th)?\.? (?:jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{1,2}\b|\b\d+ (?:second|minute|hour|day|week|month|year)s? ago\b|\d{4}年/iu;
const NUMBER = /^[+-]?\d[\d.,\s]*%?$/;
const CHOICE = /^\[[ x]\]$/;
/** Longer texts may mention a price or a date, and are none. */
const LONGEST_VALUE = 40;

/** What a column of nothing but such values is called when nothing else names it. */
export const KIND_NAMES: Readonly<Partial<Record<ColumnKind, string>>> = {
  price: 'price',
  date: 'date',
  image: 'image',
  choice: 'checked',
};

/** A column with a value per item, '' where an item has none. */
export interface ValueColumn {
  name: string;
  kind: ColumnKind;
  values: string[];
}

/** The rows of the columns that have any value. Names are made unique: `price`, `price 2`. */
export function makeListing(all: readonly ValueColumn[], items: Element[], leftOut: number): Listing {
  const columns = all.filter(({ values }) => values.some((value) => value !== ''));
  const taken = new Set<string>();
  return {
    columns: columns.map(({ name, kind }) => ({ name: takeName(taken, name), kind })),
    rows: items.map((_item, index) => columns.map(({ values }) => values[index] ?? '')),
    items,
    leftOut,
  };
}

function takeName(taken: Set<string>, name: string): string {
  let unique = name;
  for (let number = 2; taken.has(unique); number++) unique = `${name} ${number}`;
  taken.add(unique);
  return unique;
}

/** What most of the values are. */
export function findValueKind(values: readonly string[]): ColumnKind {
  const given = values.filter((value) => value !== '');
  const most = (holds: (text: string) => boolean): boolean =>
    given.length > 0 && given.filter(holds).length > given.length * 0.6;
  if (most((text) => CHOICE.test(text))) return 'choice';
  if (most((text) => text.length < LONGEST_VALUE && PRICE.test(text))) return 'price';
  if (most((text) => text.length < LONGEST_VALUE && DATE.test(text))) return 'date';
  return most((text) => NUMBER.test(text)) ? 'number' : 'text';
}
