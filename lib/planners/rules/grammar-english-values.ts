import type { Phrases, Rule } from './grammar';
import type { NumberTest, Order } from './instruction';
import { PLACEHOLDER } from './protect-text';
import { ENGLISH_ORDINAL, readOrdinal } from './read-number';

const TYPING = '(?:type|enter|input|write|insert|paste|put|fill in)';
const LABEL = '[a-z][a-z0-9 _-]{0,30}?';
const PAIR = `(?:(?:the|my|your|a|an)\\s+)?${LABEL}\\s+${PLACEHOLDER}`;
const FIELDS = '(?:text\\s+|input\\s+)*(?:fields?|inputs?|boxes|text ?boxes|form)';
/** What a quoted value may be called without being the name of a field. */
const ANY_VALUE = '(?:number|text|word|value|string|phrase|name|item|message|code|letters?)';

/** Values that the page has or that are to be written in another way, and several values in one sentence. */
export const VALUE_RULES: Rule[] = [
  {
    pattern: new RegExp(
      `^(?:${TYPING}|choose|select|pick)\\s+(?:an?\\s+|the\\s+)?(?:item|option|entry|value|word|name|country|city|suggestion|tag)\\s+(?:that\\s+|which\\s+)?(?:starts?|starting|begins?|beginning)\\s+with\\s+(${PLACEHOLDER})(?:\\s+and\\s+(?:that\\s+)?(?:ends?|ending)\\s+(?:with|in)\\s+(${PLACEHOLDER}))?(?:\\s+(?:into|in|for)\\s+(.+))?$`,
      'i',
    ),
    read: (match, phrases) => ({
      kind: 'set-matching',
      field: phrases.target(match[3] ?? ''),
      starts: phrases.text(match[1]),
      ends: phrases.text(match[2] ?? ''),
    }),
  },
  {
    pattern: new RegExp(
      `^(?:find|get|read|take|copy|locate|look at|note)\\s+(?:the\\s+)?(${ENGLISH_ORDINAL})\\s+word\\s+(?:in|of|from)\\s+(.+)$`,
      'i',
    ),
    read: (match, phrases) => ({
      kind: 'note',
      source: { from: 'word', index: readOrdinal(match[1] ?? '') ?? 0, where: phrases.target(match[2]) },
    }),
  },
  {
    pattern:
      /^copy\s+(?:the\s+)?(?:whole\s+|entire\s+)?(?:text|contents?|value|words)\s+(?:in|of|from)\s+(.+)$/i,
    read: (match, phrases) => ({
      kind: 'note',
      source: { from: 'text', where: phrases.target(match[1]) },
    }),
  },
  {
    pattern:
      /^(?:solve|calculate|compute|work out|answer)\s+(?:the\s+|this\s+)?(?:(?:math(?:s|ematical)?|arithmetic|following|simple)\s+)*(?:problem|equation|expression|sum|question|calculation|exercise|for\s+[a-z])(?:\s+(?:below|above))?$/i,
    read: () => ({ kind: 'note', source: { from: 'calculation' } }),
  },
  {
    pattern: new RegExp(
      `^${TYPING}\\s+(?:the\\s+)?values?\\s+(?:that|which)\\s+(?:corresponds?|belongs?|match(?:es)?|goes?|fits?)\\s+(?:with|to)?\\s*(?:each|every|the|all)\\s+(?:labels?|fields?)(?:\\s+in(?:to)?\\s+.+)?$`,
      'i',
    ),
    read: () => ({ kind: 'fill-from-page' }),
  },
  {
    pattern: new RegExp(
      `^${TYPING}\\s+(?:the\\s+)?(?:value|content)\\s+(?:of|for)\\s+(.+?)\\s+(?:into|in to|in)\\s+(.+)$`,
      'i',
    ),
    read: (match, phrases) =>
      take(phrases.target(match[2]), { from: 'label', label: phrases.target(match[1]) }),
  },
  {
    pattern: new RegExp(
      `^${TYPING}\\s+(?:the\\s+)?(?:text|words?|code|letters|characters|numbers?)\\s+(?:(?:that|which)\\s+(?:is|are|you see)\\s+)?(?:shown\\s+|displayed\\s+)?(?:below|above|here|on the page)\\s+(?:into|in to|in)\\s+(.+)$`,
      'i',
    ),
    read: (match, phrases) => take(phrases.target(match[1]), { from: 'text', where: phrases.target('') }),
  },
  {
    pattern: new RegExp(
      `^${TYPING}\\s+(?:the\\s+)?(?:${ANY_VALUE}\\s+)?(${PLACEHOLDER})\\s+(?:in|with|as|using)\\s+(?:all\\s+)?(upper|lower|capital|small)[ -]?(?:case)?(?:\\s+(?:letters|characters))?(?:\\s+(?:into|in to|in|on)\\s+(.+))?$`,
      'i',
    ),
    read: (match, phrases) => ({
      kind: 'set',
      field: phrases.target(match[3] ?? ''),
      value: inLetters(phrases.text(match[1]), match[2] ?? ''),
    }),
  },
  {
    pattern: new RegExp(
      `^${TYPING}\\s+(?:the\\s+|a\\s+)?(${LABEL})\\s+(${PLACEHOLDER})\\s+(?:into|in to|in|to)\\s+((?:the\\s+)?(?:both|all|${ENGLISH_ORDINAL})\\b.+)$`,
      'i',
    ),
    read: (match, phrases) => ({
      kind: 'set',
      field: phrases.target(match[3]),
      value: phrases.text(match[2]),
    }),
  },
  {
    pattern: new RegExp(
      `^${TYPING}\\s+(?:the\\s+|a\\s+)?${ANY_VALUE}\\s+(${PLACEHOLDER})(?:\\s+(?:into|in to|in|to|on)\\s+(.+))?$`,
      'i',
    ),
    read: (match, phrases) => ({
      kind: 'set',
      field: phrases.target(match[2] ?? ''),
      value: phrases.text(match[1]),
    }),
  },
  {
    pattern: new RegExp(
      `^use\\s+(?:the\\s+)?(.+?)\\s+to\\s+(?:enter|type|write|input)\\s+(${PLACEHOLDER})$`,
      'i',
    ),
    read: (match, phrases) => ({
      kind: 'set',
      field: phrases.target(match[1]),
      value: phrases.text(match[2]),
    }),
  },
  {
    pattern: new RegExp(
      `^(?:${TYPING}|use)\\s+(${PAIR}(?:\\s*(?:,\\s*and|,|and)\\s+${PAIR})*)(?:\\s+(?:into|in|to)\\s+(?:the\\s+|their\\s+)?(?:corresponding\\s+)?${FIELDS})?$`,
      'i',
    ),
    read: (match, phrases) => {
      const fields = phrases.fields(match[1]);
      return fields.length === 0 ? undefined : fields;
    },
  },
  {
    pattern:
      /^([a-z]+)\s+(?:a|an|another)\s+(?:random\s+|new\s+)?(?:(odd|even)\s+number|number\s+(?:that\s+is\s+|that's\s+)?(?:(less|smaller|lower|greater|larger|higher|bigger|more)\s+than\s+(-?\d+(?:\.\d+)?)|(?:that\s+is\s+)?(odd|even)))$/i,
    read: (match) => ({ kind: 'press-until', button: match[1] ?? '', test: readTest(match) }),
  },
];

function readTest(match: RegExpExecArray): NumberTest {
  const parity = (match[2] ?? match[5])?.toLowerCase();
  if (parity === 'odd' || parity === 'even') return { is: parity };
  const less = /^(?:less|smaller|lower)$/i.test(match[3] ?? '');
  return { is: less ? 'less' : 'greater', than: Number(match[4] ?? 0) };
}

type Source = NonNullable<Extract<Order, { kind: 'set' }>['source']>;

function take(field: ReturnType<Phrases['target']>, source: Source): Order {
  return { kind: 'set', field, value: '', source };
}

function inLetters(text: string, letters: string): string {
  return /^(?:upper|capital)$/i.test(letters) ? text.toUpperCase() : text.toLowerCase();
}
