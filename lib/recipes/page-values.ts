/** Kinds of values that are recognised in page text. `text`: whatever stands there. */
export const VALUE_KINDS = ['money', 'date', 'code', 'number', 'text'] as const;

export type ValueKind = (typeof VALUE_KINDS)[number];

export interface FoundValue {
  kind: Exclude<ValueKind, 'text'>;
  text: string;
  /** Offset in the searched text. */
  at: number;
}

const AMOUNT = String.raw`\d(?:[\d.,'’]*\d)?`;
const SIGN = '[$€£¥￥₹₩₽]';
const CODE_NAMES = '(?:USD|EUR|GBP|CNY|RMB|JPY|CHF|CAD|AUD|INR)';

// Each pattern is fixed, and no part of it can match the same text in two ways, so none can hang.
const MONEY = new RegExp(
  String.raw`-?${SIGN}\s?-?${AMOUNT}|\b${CODE_NAMES}\s?${AMOUNT}|${AMOUNT}\s?(?:${SIGN}|元|円|${CODE_NAMES}\b)`,
  'gu',
);
const DATE = /\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{4}\b|\d{4}年\d{1,2}月\d{1,2}日/gu;
const CODE = /#?[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*/gu;
const NUMBER = new RegExp(String.raw`-?${AMOUNT}%?`, 'gu');

/** Values in the text, in order, without overlaps; money wins over numbers, dates and codes over both. */
export function findValues(text: string): FoundValue[] {
  const found: FoundValue[] = [];
  const add = (
    kind: FoundValue['kind'],
    pattern: RegExp,
    accept: (match: string) => boolean = () => true,
  ) => {
    for (const match of text.matchAll(pattern)) {
      const at = match.index;
      const end = at + match[0].length;
      if (!accept(match[0]) || found.some((other) => at < other.at + other.text.length && other.at < end))
        continue;
      found.push({ kind, text: match[0], at });
    }
  };
  add('date', DATE);
  add('money', MONEY);
  add('code', CODE, (match) => /\d/.test(match) && /[A-Za-z#]/.test(match) && match.length >= 3);
  add('number', NUMBER);
  return found.sort((one, other) => one.at - other.at);
}

/** Amount in the last-written decimal convention: `1,299.00` and `1.299,00` are both 1299. */
export function parseAmount(text: string): number | undefined {
  const match = new RegExp(AMOUNT, 'u').exec(text);
  if (match === null) return undefined;
  const digits = match[0].replace(/['’]/g, '');
  const decimal = /[.,](\d{1,2})$/.exec(digits);
  const whole = decimal === null ? digits : digits.slice(0, decimal.index);
  const amount = Number(`${whole.replace(/[.,]/g, '')}.${decimal?.[1] ?? '0'}`);
  return Number.isFinite(amount) ? (text.includes('-') ? -amount : amount) : undefined;
}

/** What an item costs: the lowest amount of money in its words, since a crossed-out price is the higher one. */
export function priceIn(words: string): number | undefined {
  const amounts = findValues(words)
    .filter((value) => value.kind === 'money')
    .flatMap((value) => parseAmount(value.text) ?? []);
  return amounts.length === 0 ? undefined : Math.min(...amounts);
}
