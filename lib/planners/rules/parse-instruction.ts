import { hasCjk } from './compare-words';
import type { Phrases, Rule } from './grammar';
import { CHINESE } from './grammar-chinese';
import { ENGLISH } from './grammar-english';
import type { Instruction, Order } from './instruction';
import { parseFields } from './parse-fields';
import { parseTarget } from './parse-target';
import { restoreText, type ProtectedText } from './protect-text';
import { ENGLISH_COUNT, CHINESE_COUNT, readCount } from './read-number';

/** Most often that "click next 5 times" is written out. */
const MOST_TIMES = 20;
const TIMES = new RegExp(
  `\\s+(?:(twice)|(thrice)|(${ENGLISH_COUNT})\\s+times)$|\\s*(${CHINESE_COUNT})\\s*[次遍]$`,
  'i',
);

/**
 * Reads one instruction (still protected, see protect-text). It may become several: one per field of a form, or one
 * per time of "three times". What no rule reads is one instruction of kind `unknown`.
 */
export function parseInstruction(
  part: string,
  { pieces, originals }: Omit<ProtectedText, 'text'>,
): Instruction[] {
  const words = stripLeadIn(part);
  const text = restoreText(part, originals).trim();
  const phrases = makePhrases(pieces);
  const orders = readOrders(words, phrases);
  if (orders !== undefined)
    return orders.map((order) => ({ ...order, text: orders.length === 1 ? text : nameField(order, text) }));
  const times = TIMES.exec(words);
  const single = times === null ? undefined : readOrders(words.slice(0, times.index), phrases);
  if (times === null || single === undefined) return [{ kind: 'unknown', why: 'unreadable', text }];
  return Array.from({ length: countTimes(times) }, () => single)
    .flat()
    .map((order) => ({ ...order, text }));
}

function readOrders(words: string, phrases: Phrases): Order[] | undefined {
  if (words === '') return [{ kind: 'nothing' }];
  const repeated = TIMES.exec(words);
  if (repeated !== null && /^(?:click|press|tap|scroll|go|点击|点|按|滚动|向)/i.test(words)) return undefined;
  const grammars = hasCjk(words) ? [CHINESE, ENGLISH] : [ENGLISH, CHINESE];
  for (const grammar of grammars) {
    const order = firstReading(grammar.rules, words, phrases);
    if (order !== undefined) return Array.isArray(order) ? order : [order];
  }
  return undefined;
}

function firstReading(rules: Rule[], words: string, phrases: Phrases): Order | Order[] | undefined {
  for (const rule of rules) {
    const match = rule.pattern.exec(words);
    const order = match === null ? undefined : rule.read(match, phrases);
    if (order !== undefined) return order;
  }
  return undefined;
}

function stripLeadIn(part: string): string {
  let words = part.trim();
  for (let round = 0; round < 4; round += 1) {
    const bare = words.replace(hasCjk(words) ? CHINESE.leadIn : ENGLISH.leadIn, '').trim();
    if (bare === words || bare === '') break;
    words = bare;
  }
  return (
    words
      .replace(/[\s,.!?;:，。！？；：]+$/, '')
      .replace(
        /,?\s+(?:when|once)\s+(?:(?:you(?:'re| are)|it(?:'s| is))\s+)?(?:all\s+)?(?:done|finished|ready|complete)$/i,
        '',
      )
      .replace(/(?:,?\s+please|,?\s+for me|,?\s+again|\s+now|吧|一下吧|好吗)$/i, '')
      .trim() || words
  );
}

function makePhrases(pieces: string[]): Phrases {
  return {
    text: (words) => unquote(restoreText(words ?? '', pieces).trim()),
    target: (words) => parseTarget(words ?? '', pieces),
    fields: (words) =>
      parseFields(words ?? '', pieces).map(({ label, value, splits }) => ({
        kind: 'set',
        field: parseTarget(label),
        value,
        ...(splits === undefined || splits.length < 2 ? {} : { splits }),
      })),
  };
}

/** Quotes that did not pair up protect nothing; they are no part of the value either. */
function unquote(text: string): string {
  return text.replace(/^["“「]|["”」]$/g, '').trim();
}

function nameField(order: Order, text: string): string {
  if (order.kind !== 'set') return text;
  return order.splits === undefined
    ? `${order.field.raw}: ${order.value}`
    : `${order.field.raw} ${order.value}`;
}

function countTimes(times: RegExpExecArray): number {
  if (times[1] !== undefined) return 2;
  if (times[2] !== undefined) return 3;
  return Math.min(MOST_TIMES, Math.max(1, readCount(times[3] ?? times[4] ?? '1') ?? 1));
}
