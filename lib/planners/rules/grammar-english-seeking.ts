import type { Phrases, Rule } from './grammar';
import type { Order } from './instruction';
import { ENGLISH_COUNT, readCount } from './read-number';

const CLICKING = '(?:click|press|tap|hit|push|pick)(?:\\s+on)?';
const PARTS = '(?:tabs?|sections?|panels?|pages?|lists?|items?|menus?|trees?|folders?|files?|results?)';

/** How to get at what the next instruction names, and several things of one name. */
export const SEEKING_RULES: Rule[] = [
  {
    pattern: new RegExp(
      `^(?:switch|look|go|search|browse|navigate|scroll|click|flip|page|expand|open)\\s+(?:(?:between|through|around|among|over)\\s+)?.*\\b${PARTS}\\b.*?,?\\s+(?:in order\\s+)?to\\s+(?:find|locate|see)$`,
      'i',
    ),
    read: () => ({ kind: 'explore' }),
  },
  {
    pattern: new RegExp(
      `^(?:switch|look|go|browse|navigate|flip|page)\\s+(?:between|through|around|among)\\s+.*\\b${PARTS}$`,
      'i',
    ),
    read: () => ({ kind: 'explore' }),
  },
  { pattern: /^(?:to\s+)?(?:find|locate)$/i, read: () => ({ kind: 'explore' }) },
  {
    pattern: /^(?:for|in|under|within|inside|next to|beside|from)\s+(?:the\s+)?(.{1,80})$/i,
    read: (match, phrases) => ({ kind: 'within', near: phrases.text(match[1]).replace(OWNER, '') }),
  },
  {
    pattern: new RegExp(
      `^${CLICKING}\\s+(?:the\\s+)?(.+?)\\s+(?:on|in|for|of)\\s+(?:all|each|every|both)(?:\\s+of)?(?:\\s+the)?\\s+(.+)$`,
      'i',
    ),
    read: (match, phrases) => readEvery(match[1], match[2], 'all', phrases),
  },
  {
    pattern: new RegExp(
      `^${CLICKING}\\s+(?:the\\s+)?(.+?)\\s+(?:on|in|for|of)\\s+(?:any\\s+)?(${ENGLISH_COUNT})(?:\\s+of)?(?:\\s+the)?\\s+([a-z]+s\\b.*)$`,
      'i',
    ),
    read: (match, phrases) => {
      const count = readCount(match[2] ?? '');
      return count === undefined || count < 2 ? undefined : readEvery(match[1], match[3], count, phrases);
    },
  },
  {
    pattern: /^(?:expand|unfold|uncollapse)\s+(?:the\s+|all\s+)?(.+)$/i,
    read: (match, phrases) => ({ kind: 'expand', target: phrases.target(match[1]) }),
  },
  {
    pattern: /^(?:focus|put (?:the )?(?:focus|cursor))\s+(?:(?:on|into|in|onto)\s+)?(.+)$/i,
    read: (match, phrases) => ({ kind: 'focus', target: phrases.target(match[1]) }),
  },
  {
    pattern: new RegExp(`^(?:select|choose|pick|open|click(?:\\s+on)?)\\s+([^>]+(?:\\s*>\\s*[^>]+)+)$`, 'i'),
    read: (match, phrases) => readPath(match[1] ?? '', phrases),
  },
];

/** What kind of thing the words are about says nothing of where it is: "the user @leo". */
const OWNER =
  /^(?:user|person|contact|author|sender|item|product|row|entry|post|message)s?\s+(?:named\s+|called\s+)?/i;

function readEvery(
  what: string | undefined,
  where: string | undefined,
  every: number | 'all',
  phrases: Phrases,
): Order {
  const target = phrases.target(what);
  const near = phrases.text(where).replace(/^(?:\w+\s+)?(?:by|of|from|with|named|called)\s+/i, '');
  const name = target.variants[0]?.text ?? target.raw;
  return { kind: 'activate', verb: 'click', every, target: { ...target, variants: [{ text: name, near }] } };
}

/** "Edit > Font > Bold": the pointer rests on each until the next one shows, and clicks the last. */
function readPath(words: string, phrases: Phrases): Order[] {
  const names = words.split(/\s*>\s*/);
  return names.map((name, index) => {
    const target = phrases.target(name);
    return index < names.length - 1 ? { kind: 'hover', target } : { kind: 'activate', verb: 'click', target };
  });
}
