import type { Order } from './instruction';
import { readAmount } from './read-price';

const AMOUNT = String.raw`[$€£¥￥]?\s?(\d[\d.,]*)\s?(?:[$€£¥￥]|eur|usd|dollars?|euros?|元|块)?`;
const BETWEEN = new RegExp(
  `(?:between|from|介于|在)?\\s*${AMOUNT}\\s*(?:and|to|-|–|到|至|和|~)\\s*${AMOUNT}(?:之间)?`,
  'i',
);
const UPPER = new RegExp(
  `(?:under|below|less than|up to|at most|no more than|cheaper than|max(?:imum)?(?:\\s+of)?|<=?|低于|小于|少于|不超过|不高于|最高)\\s*${AMOUNT}|${AMOUNT}\\s*(?:以下|以内|or less)`,
  'i',
);
const LOWER = new RegExp(
  `(?:over|above|more than|at least|no less than|min(?:imum)?(?:\\s+of)?|>=?|高于|大于|多于|超过|不低于|最低)\\s*${AMOUNT}|${AMOUNT}\\s*(?:以上|or more)`,
  'i',
);

/** "price under 50", "between 20 and 40 €", 价格低于50: limits; anything else is the name of what to tick. */
export function readFilter(words: string): Order {
  const between = BETWEEN.exec(words);
  const found = between ?? UPPER.exec(words);
  if (found !== null) {
    const [one, two] = [
      readAmount(found[1] ?? found[2] ?? ''),
      between === null ? undefined : readAmount(between[2] ?? ''),
    ];
    if (one !== undefined && two !== undefined) return { ...named(words, found.index), min: one, max: two };
    if (one !== undefined && between === null) return { ...named(words, found.index), max: one };
  }
  const lower = LOWER.exec(words);
  const least = readAmount(lower?.[1] ?? lower?.[2] ?? '');
  return lower === null || least === undefined
    ? { kind: 'filter', by: words }
    : { ...named(words, lower.index), min: least };
}

/** What stands before the amount is what it limits; nothing there means the price. */
function named(words: string, end: number): Extract<Order, { kind: 'filter' }> {
  const by = words
    .slice(0, end)
    .replace(/^(?:the|things?|items?|products?|those)\s*/i, '')
    .replace(/\s*(?:is|of|in|是|在)\s*$/i, '')
    .trim();
  return { kind: 'filter', by: by === '' ? 'price' : by };
}
