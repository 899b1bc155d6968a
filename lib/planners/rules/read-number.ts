const ENGLISH: Record<string, number> = {
  a: 1, an: 1, one: 1, another: 1, single: 1, two: 2, couple: 2, both: 2, pair: 2, three: 3, four: 4, five: 5, six: 6,
  seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, dozen: 12, fifteen: 15, twenty: 20, thirty: 30,
  fifty: 50, hundred: 100,
}; // prettier-ignore

const ORDINALS: Record<string, number> = {
  first: 0, top: 0, second: 1, third: 2, fourth: 3, fifth: 4, sixth: 5, seventh: 6, eighth: 7, ninth: 8, tenth: 9,
  last: -1, bottom: -1, final: -1,
}; // prettier-ignore

const CHINESE: Record<string, number> = {
  零: 0, 〇: 0, 一: 1, 壹: 1, 二: 2, 两: 2, 俩: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
}; // prettier-ignore

/** Words of numbers, for patterns. */
export const ENGLISH_COUNT = `(?:\\d{1,6}|${Object.keys(ENGLISH).join('|')})`;
export const ENGLISH_ORDINAL = `(?:\\d{1,3}(?:st|nd|rd|th)|${Object.keys(ORDINALS).join('|')})`;
export const CHINESE_COUNT = '(?:\\d{1,6}|[零〇一壹二两俩三四五六七八九十百]{1,5})';

/** "2", "two", "a couple", 两, 二十三. Undefined when it is no number. */
export function readCount(words: string): number | undefined {
  const text = words.normalize('NFKC').trim().toLowerCase();
  if (/^\d{1,6}$/.test(text)) return Number(text);
  const chinese = readChineseCount(text);
  if (chinese !== undefined) return chinese;
  const word = text.split(/\s+/).findLast((part) => Object.hasOwn(ENGLISH, part));
  return word === undefined ? undefined : ENGLISH[word];
}

/** "first", "2nd", "last" as an index from 0 (-1 = last). */
export function readOrdinal(words: string): number | undefined {
  const text = words.trim().toLowerCase();
  const digits = /^(\d{1,3})(?:st|nd|rd|th)$/.exec(text)?.[1];
  if (digits !== undefined) return Math.max(0, Number(digits) - 1);
  return Object.hasOwn(ORDINALS, text) ? ORDINALS[text] : undefined;
}

function readChineseCount(text: string): number | undefined {
  if (!/^[零〇一壹二两俩三四五六七八九十百]{1,5}$/.test(text)) return undefined;
  let total = 0;
  let digit: number | undefined;
  for (const character of text) {
    if (character === '百') total += (digit ?? 1) * 100;
    else if (character === '十') total += (digit ?? 1) * 10;
    else digit = CHINESE[character] ?? 0;
    if (character === '百' || character === '十') digit = undefined;
  }
  return total + (digit ?? 0);
}
