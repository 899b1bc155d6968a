import type { RunEvent } from '../../trajectories/event';
import { countWords } from '../text-match';

/** Everything that the user said in the run: every task, what they had selected, replies and remarks. */
export function collectUserWords(events: readonly RunEvent[]): string {
  const words = events.flatMap((event) => {
    if (event.type === 'run-started' || event.type === 'follow-up') {
      const pointed = event.task.attachments.map((attachment) =>
        attachment.kind === 'selection' ? attachment.text : '',
      );
      return [event.task.text, ...pointed];
    }
    return event.type === 'replied' || event.type === 'user-said' ? [event.text] : [];
  });
  return words.filter(Boolean).join('\n');
}

/** How often the user named this value: as it stands, as the stem of a plural, or as a number in words. */
export function countMentions(words: string, value: string): number {
  const text = value.trim();
  if (/^\d{1,9}(?:[.,]\d{1,9})?$/.test(text)) return countNumber(words, text);
  if (/^[\p{Script=Latin}\p{Nd}]$/u.test(text)) return 0;
  return countWords(words, text, (rest) => /^(?:e?s)(?![\p{L}\p{N}])/u.test(rest));
}

const ENGLISH: Readonly<Record<string, string>> = {
  '2': 'two|a couple of|a pair of|both|twice', '3': 'three', '4': 'four', '5': 'five', '6': 'six', '7': 'seven',
  '8': 'eight', '9': 'nine', '10': 'ten', '11': 'eleven', '12': 'twelve|a dozen', '15': 'fifteen', '20': 'twenty',
  '30': 'thirty', '50': 'fifty', '100': 'a hundred|one hundred',
}; // prettier-ignore

const CHINESE: Readonly<Record<string, string>> = {
  '1': '一', '2': '两|二|俩', '3': '三', '4': '四', '5': '五', '6': '六', '7': '七', '8': '八', '9': '九', '10': '十',
  '11': '十一', '12': '十二', '15': '十五', '20': '二十', '30': '三十', '50': '五十', '100': '一百',
}; // prettier-ignore

const MEASURE_WORDS = '[个個件台只隻份张張本瓶盒包双雙条條把位人杯袋块塊支套次天晚]';
const CHINESE_DIGITS = '[零〇一二两三四五六七八九十百]';

function countNumber(words: string, digits: string): number {
  const patterns = [String.raw`(?<![\d.,])${digits.replace('.', String.raw`\.`)}(?![\d]|[.,]\d)`];
  const english = Object.hasOwn(ENGLISH, digits) ? ENGLISH[digits] : undefined;
  if (english !== undefined) patterns.push(String.raw`\b(?:${english})\b`);
  // "one" is mostly a pronoun ("the cheapest one"): it counts only where something is taken.
  if (digits === '1') patterns.push(String.raw`\b(?:add|buy|order|take|get|put|book) one\b|\bone of\b`);
  const chinese = Object.hasOwn(CHINESE, digits) ? CHINESE[digits] : undefined;
  if (chinese !== undefined) {
    patterns.push(`(?<!第|${CHINESE_DIGITS})(?:${chinese})(?=${MEASURE_WORDS})`);
    patterns.push(`(?<=数量|数目|改成|改为|设为)(?:${chinese})(?!${CHINESE_DIGITS})`);
  }
  return [...words.normalize('NFKC').matchAll(new RegExp(patterns.join('|'), 'giu'))].length;
}

/** Which end of a list the user asked for by price; undefined when they did not compare, or both ways. */
export function findPriceOrder(words: string): 'lowest' | 'highest' | undefined {
  const low =
    /\b(?:cheapest|lowest[- ]priced?|least expensive|lowest price)\b|最便宜|最低价|价格最低|最廉价/i.test(
      words,
    );
  const high =
    /\b(?:most expensive|dearest|priciest|highest[- ]priced?|highest price)\b|最贵|最高价|价格最高/i.test(
      words,
    );
  return low === high ? undefined : low ? 'lowest' : 'highest';
}

/** Whether the user asked for the first of a list. */
export function asksForFirst(words: string): boolean {
  return /\b(?:first|top)\b|第一|首个|首条/i.test(words);
}
