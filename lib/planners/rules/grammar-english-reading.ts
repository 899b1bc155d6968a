import type { Rule } from './grammar';

/** Questions and "read …": what is wanted is an answer, nothing is touched. */
export const READING_RULES: Rule[] = [
  {
    pattern:
      /^(?:(?:tell me|find out|count|report|say|get|read|give me)\s+)?(?:how many|the number of|count(?: the| all)?)\s+(.+?)(?:\s+(?:are|is)(?:\s+there)?|\s+there\s+(?:are|is)|\s+(?:do|does)\s+.+)?(?:\s+((?:in|on|of|with)\s+.+))?$/i,
    read: (match, phrases) => ({
      kind: 'read',
      what: phrases.target([match[1], match[2]].filter(Boolean).join(' ')),
      count: true,
    }),
  },
  {
    pattern: /^(?:(?:tell me|find out|report|say)\s+)?how much\s+(?:is|are|does|do)\s+(.+?)(?:\s+costs?)?$/i,
    read: (match, phrases) => readPriceOf(match[1], phrases),
  },
  {
    pattern: /^(?:(?:tell me|find out|report|say)\s+)?how much\s+(.+?)\s+(?:costs?|is|are)$/i,
    read: (match, phrases) => readPriceOf(match[1], phrases),
  },
  {
    pattern:
      /^(?:(?:tell me|find out|report|say|check|read|show me|give me)\s+)?(?:what|which|who|when|where)(?:'s|\s+is|\s+are|\s+was|\s+were)\s+(.+)$/i,
    read: (match, phrases) => readThing(match[1], phrases),
  },
  {
    pattern:
      /^(?:tell me|find out|report|say|read|show me|give me)\s+(?:what|which|who|when|where)\s+(.+?)(?:\s+(?:is|are|was|were|says?|costs?|reads?))?$/i,
    read: (match, phrases) => readThing(match[1], phrases),
  },
  {
    pattern:
      /^(?:tell me|read(?:\s+(?:out|aloud|me|back|off))?|report|give me|show me|note(?: down)?|extract|get(?: me)?|return|write down|find out)\s+(?:about\s+)?(.+?)(?:\s+(?:aloud|out loud|to me|back to me))?$/i,
    read: (match, phrases) => (/^to\s/i.test(match[1] ?? '') ? undefined : readThing(match[1], phrases)),
  },
  {
    pattern:
      /^find\s+(?:me\s+)?((?:the\s+)?(?:(?:\w+\s+)?(?:cheapest|most expensive|newest|latest|oldest|highest|lowest|best)\b|total|price|sum).*)$/i,
    read: (match, phrases) => readThing(match[1], phrases),
  },
  { pattern: /^read$/i, read: (_match, phrases) => readThing('the page', phrases) },
];

type Phrases = Parameters<Rule['read']>[1];

function readThing(words: string | undefined, phrases: Phrases): ReturnType<Rule['read']> {
  return { kind: 'read', what: phrases.target(words), count: false };
}

function readPriceOf(words: string | undefined, phrases: Phrases): ReturnType<Rule['read']> {
  const item = phrases.target(words);
  const raw = `price of ${item.raw}`;
  const near = item.variants.map((variant) => ({ text: 'price', near: variant.text }));
  if (/\b(?:total|sum|cart|order|shipping|delivery|subtotal|tax)\b/i.test(item.raw))
    return { kind: 'read', what: item, count: false };
  return { kind: 'read', what: { ...item, raw, variants: near }, count: false };
}
