import type { Order } from './instruction';
import type { Rule } from './grammar';
import { PLACEHOLDER } from './protect-text';
import { readFilter } from './read-filter';
import { ENGLISH_COUNT, readCount } from './read-number';
import { readSort } from './read-sort';

const ITEM_VERBS =
  'archive|unarchive|star|unstar|delete|remove|trash|flag|unflag|pin|unpin|mute|unmute|edit|rename|duplicate|like|unlike|share|favou?rite|bookmark|approve|snooze|download|print|forward';

/** "put two in the basket" fills no field: this is read before the rules for forms. */
export const CART_RULES: Rule[] = [
  {
    pattern: new RegExp(
      `^(?:add|put|place)\\s+(?:(${ENGLISH_COUNT})(?:\\s+more)?(?:\\s+of)?\\s+)?(.*?)\\s*\\b(?:to|in|into)\\s+((?:(?:the|my|your)\\s+)?(?:shopping\\s+)?(?:cart|basket|bag|trolley))$`,
      'i',
    ),
    read: (match, phrases) => readAdd(match[1], match[2], match[3] ?? '', phrases),
  },
];

/** Searching, lists, rows and what can be done with one of them. */
export const ITEM_RULES: Rule[] = [
  {
    pattern:
      /^(?:search|look|hunt)\s+(?:in\s+|on\s+|through\s+)?(?:the\s+|this\s+)?(?!for\b|up\b)(.{1,40}?)\s+for\s+(.+)$/i,
    read: (match, phrases) => readSearch(phrases.text(match[2]), phrases.text(match[1])),
  },
  {
    pattern: new RegExp(
      `^(?:search(?:\\s+for)?|look\\s+(?:for|up)|hunt for|google|find)\\s+(?:me\\s+)?(${PLACEHOLDER})(?:\\s+(?:in|on|using|with)\\s+(.+))?$`,
      'i',
    ),
    read: (match, phrases) =>
      readSearch(phrases.text(match[1]), match[2] === undefined ? undefined : phrases.text(match[2])),
  },
  {
    pattern: /^(?:search(?:\s+(?:up|for))?|look\s+(?:for|up)|hunt for|google|find)\s+(?:me\s+)?(.+)$/i,
    read: (match, phrases) => splitPlace(phrases.text(match[1])),
  },
  {
    pattern: new RegExp(
      `^add\\s+(?:(${ENGLISH_COUNT})(?:\\s+more)?(?:\\s+of)?\\s+)?(.+?)\\s+to\\s+((?:the\\s+|my\\s+|your\\s+)?(?:wish ?list|favou?rites|compare|comparison|list|collection|saved items|watch ?list|playlist))$`,
      'i',
    ),
    read: (match, phrases) => readAdd(match[1], match[2], match[3] ?? '', phrases),
  },
  {
    pattern:
      /^sort\s+(?:(?:the|these|all|it|them)\s*)?(?:[\w ]+?\s+)?by\s+(.+)$|^(?:order|arrange)\s+(?:(?:the|these|all|it|them)\s*)?(?:\w+\s+)?by\s+(.+)$/i,
    read: (match, phrases) => readSort(phrases.text(match[1] ?? match[2])),
  },
  {
    pattern:
      /^(?:filter|narrow(?:\s+down)?|limit|restrict)\s+(?:(?:the|these|it|them|down)\s*)?(?:\w+\s+)?(?:by|for|to|on)\s+(.+)$|^filter\s+(.+)$/i,
    read: (match, phrases) => readFilter(phrases.text(match[1] ?? match[2])),
  },
  {
    pattern:
      /^(?:(?:show|display|keep|list|see)\s+(?:me\s+)?only|only(?:\s+(?:show|display|keep|list))?|show\s+just)\s+(.+)$/i,
    read: (match, phrases) => readFilter(phrases.text(match[1])),
  },
  {
    pattern: new RegExp(`^(?:reply|respond|answer)\\s+(${PLACEHOLDER})\\s+to\\s+(.+)$`, 'i'),
    read: (match, phrases) => ({
      kind: 'reply',
      to: phrases.target(match[2]),
      message: readMessage(match[1], phrases),
      send: true,
    }),
  },
  {
    pattern:
      /^(?:reply|respond|answer)\s+to\s+(.+?)\s*(?:\bwith\b|\bsaying\b|\bthat\b|\bby saying\b|[:：,])\s*(.+)$/is,
    read: (match, phrases) => ({
      kind: 'reply',
      to: phrases.target(match[1]),
      message: readMessage(match[2], phrases),
      send: true,
    }),
  },
  {
    pattern: new RegExp(`^(?:reply|respond|answer)\\s+to\\s+(.+?)\\s*(${PLACEHOLDER})$`, 'i'),
    read: (match, phrases) => ({
      kind: 'reply',
      to: phrases.target(match[1]),
      message: readMessage(match[2], phrases),
      send: true,
    }),
  },
  {
    pattern: new RegExp(
      `^(?:reply|respond|answer)\\s*(?:with|saying|by saying|[:：,]|(?=${PLACEHOLDER}))\\s*(.+)$`,
      'is',
    ),
    read: (match, phrases) => ({ kind: 'reply', message: readMessage(match[1], phrases), send: true }),
  },
  {
    pattern:
      /^(?:mark|flag|set)\s+(.*?)\s*\bas\s+(read|unread|done|complete[d]?|spam|junk|important|starred|resolved|favou?rite|seen|paid|open|closed)$/i,
    read: (match, phrases) => readMark(match[1] ?? '', match[2] ?? '', phrases),
  },
  {
    pattern: new RegExp(`^(${ITEM_VERBS})$`, 'i'),
    read: (match) => ({ kind: 'item-action', action: match[1] ?? '' }),
  },
  {
    pattern: new RegExp(`^(${ITEM_VERBS})\\s+(.+)$`, 'i'),
    read: (match, phrases) => ({
      kind: 'item-action',
      action: (match[1] ?? '').toLowerCase(),
      item: phrases.target(match[2]),
    }),
  },
];

type Phrases = Parameters<Rule['read']>[1];

/** "reply with the text "Yes"": what a quoted message is called is no part of it. */
const MESSAGE_NOUN = new RegExp(
  `^(?:the\\s+|a\\s+)?(?:following\\s+)?(?:text|words?|message|reply|answer|note)\\s*[:,]?\\s*(?=${PLACEHOLDER})`,
  'i',
);

function readMessage(words: string | undefined, phrases: Phrases): string {
  return phrases.text((words ?? '').replace(MESSAGE_NOUN, ''));
}

function readSearch(query: string, place: string | undefined): Order {
  const where = place?.replace(/^(?:the|this|my)\s+/i, '');
  if (
    where === undefined ||
    /^(?:it|here|(?:(?:web ?)?site|page|shop|store|search(?: box| field| bar)?))$/i.test(where)
  )
    return { kind: 'search', query };
  return { kind: 'search', query, where: { query, place: where } };
}

/** "shoes in the catalogue": the last words may be the place or part of the query; the page will tell. */
function splitPlace(words: string): Order {
  const cut = /^(.+)\s+(?:in|on|using|with)\s+(.+)$/i.exec(words);
  if (cut === null) return { kind: 'search', query: words };
  const bare = readSearch(cut[1] ?? '', cut[2] ?? '');
  if (bare.kind === 'search' && bare.where === undefined) return bare;
  const place = (cut[2] ?? '').replace(/^(?:the|this|my)\s+/i, '');
  return { kind: 'search', query: words, where: { query: cut[1] ?? '', place } };
}

function readAdd(
  count: string | undefined,
  item: string | undefined,
  place: string,
  phrases: Phrases,
): Order {
  const rest = (item ?? '').replace(
    /^(?:of\s+)?(?:it|this|that|them|these|those|items?|units?|pieces?|one|more)$/i,
    '',
  );
  const quantity = readCount(count ?? '1') ?? 1;
  const named = rest === '' ? undefined : phrases.target(rest);
  return {
    kind: 'add',
    quantity: Math.max(1, quantity),
    place: phrases.text(place).replace(/^(?:the|my|your)\s+/i, ''),
    ...(named === undefined || named.deictic ? {} : { item: named }),
  };
}

function readMark(item: string, state: string, phrases: Phrases): Order {
  const named = item === '' ? undefined : phrases.target(item);
  const action = /^(?:starred)$/i.test(state) ? 'star' : `mark as ${state.toLowerCase()}`;
  return { kind: 'item-action', action, ...(named === undefined ? {} : { item: named }) };
}
