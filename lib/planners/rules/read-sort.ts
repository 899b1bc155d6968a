import type { Order } from './instruction';

const LOW_TO_HIGH =
  /\blow\w*\s*(?:to|-)\s*high|\ba\s*(?:to|-)\s*z\b|\basc|low(?:est)?\s+first|cheapest|lowest|oldest|earliest|smallest|least|升序|低到高|从小到大|最早|最低|最便宜/i;
const HIGH_TO_LOW =
  /\bhigh\w*\s*(?:to|-)\s*low|\bz\s*(?:to|-)\s*a\b|\bdesc|high(?:est)?\s+first|expensive|highest|newest|latest|most recent|largest|biggest|best|most|top|降序|高到低|从大到小|最新|最高|最贵/i;

/** "price, low to high", "highest price", "newest", 价格从低到高: what to sort by and which end comes first. */
export function readSort(words: string): Order {
  const order = LOW_TO_HIGH.test(words) ? 'lowest' : HIGH_TO_LOW.test(words) ? 'highest' : undefined;
  return { kind: 'sort', by: words.trim(), ...(order === undefined ? {} : { order }) };
}
