import type { Rule } from './grammar';
import { PLACEHOLDER } from './protect-text';
import { ENGLISH_COUNT, readCount } from './read-number';

const INTO = '(?:into|in to|in|on|to|as|for)';
const THE = '(?:(?:the|my|your|this|that)\\s+)?';

/** Fields, boxes and choices. */
export const FORM_RULES: Rule[] = [
  {
    pattern:
      /^(?:fill(?:\s+(?:in|out|up))?|complete|enter|use)\s+(?:in\s+)?(?:(?:the|this|that|my|a)\s+)?(?:[\w-]+\s+){0,3}?(?:form|details|fields|following(?:\s+\w+)?)(?:\s+(?:out|in))?\s*(?:[:：,]|with(?:\s+the\s+following)?\s*[:：]?|using|as follows\s*[:：]?)\s*(.+)$/is,
    read: (match, phrases) => fieldsOrNothing(match[1], phrases),
  },
  {
    pattern: /^(?:fill(?:\s+(?:in|out|up))?|enter|set)\s*[:：]\s*(.+)$/is,
    read: (match, phrases) => fieldsOrNothing(match[1], phrases),
  },
  {
    pattern: /^fill(?:\s+(?:in|out|up))?\s+(.+?)\s+(?:with|as|=)\s+(.+)$/is,
    read: (match, phrases) => ({
      kind: 'set',
      field: phrases.target(match[1]),
      value: phrases.text(match[2]),
    }),
  },
  {
    pattern: new RegExp(
      `^(?:set|change|update|make|increase|decrease|raise|reduce|adjust)\\s+${THE}(?:quantity|qty|amount|number(?: of items)?)(?:\\s+(?:of|for)\\s+(.+?))?\\s+(?:to|=|as|be)\\s+(${ENGLISH_COUNT})$`,
      'i',
    ),
    read: (match, phrases) => ({
      kind: 'quantity',
      quantity: readCount(match[2] ?? '') ?? 1,
      ...(match[1] === undefined ? {} : { item: phrases.target(match[1]) }),
    }),
  },
  {
    pattern: /^(?:clear|empty|erase)\s+(.+)$/i,
    read: (match, phrases) => ({ kind: 'set', field: phrases.target(match[1]), value: '' }),
  },
  {
    pattern: new RegExp(
      `^(?:type|enter|input|write|insert|paste|put)\\s+(${PLACEHOLDER})(?:\\s+${INTO}\\s+(.+))?$`,
      'is',
    ),
    read: (match, phrases) => ({
      kind: 'set',
      field: phrases.target(match[2] ?? ''),
      value: phrases.text(match[1]),
    }),
  },
  {
    pattern: new RegExp(
      `^(?:type|enter|input|write|insert|paste|put)\\s+(.+)\\s+(?:into|in to|in)\\s+(.+)$`,
      'is',
    ),
    read: (match, phrases) => ({
      kind: 'set',
      field: phrases.target(match[2]),
      value: phrases.text(match[1]),
    }),
  },
  {
    pattern: /^(?:type|enter|input|write)\s+(.+)\s+(?:as|for)\s+(?:(?:the|my|your)\s+)?(.+)$/is,
    read: (match, phrases) => ({
      kind: 'set',
      field: phrases.target(match[2]),
      value: phrases.text(match[1]),
    }),
  },
  {
    pattern: /^(?:type|write|input)\s+(.+)$/is,
    read: (match, phrases) => ({ kind: 'set', field: phrases.target(''), value: phrases.text(match[1]) }),
  },
  {
    pattern: /^(?:turn|switch)\s+(on|off)\s+(.+)$|^(enable|disable|activate|deactivate)\s+(.+)$/i,
    read: (match, phrases) => ({
      kind: 'check',
      target: phrases.target(match[2] ?? match[4]),
      checked: /^(?:on|enable|activate)$/i.test(match[1] ?? match[3] ?? ''),
    }),
  },
  {
    pattern: /^(?:turn|switch)\s+(.+)\s+(on|off)$/i,
    read: (match, phrases) => ({
      kind: 'check',
      target: phrases.target(match[1]),
      checked: /^on$/i.test(match[2] ?? ''),
    }),
  },
  {
    pattern: /^(?:uncheck|untick|unselect|deselect|un-check)\s+(?:off\s+)?(.+)$/i,
    read: (match, phrases) => ({ kind: 'check', target: phrases.target(match[1]), checked: false }),
  },
  {
    pattern: /^(?:check|tick)(?!\s*-?out\b)\s+(?:off\s+)?(?!(?:if|whether|that|what|how|for)\b)(.+)$/i,
    read: (match, phrases) => ({ kind: 'check', target: phrases.target(match[1]), checked: true }),
  },
  {
    pattern:
      /^(?:agree|consent)\s+(?:to|with)\s+(.+)$|^accept\s+((?:the\s+)?(?:terms|conditions|privacy|agreement|polic).*)$/i,
    read: (match, phrases) => ({
      kind: 'check',
      target: phrases.target(match[1] ?? match[2]),
      checked: true,
    }),
  },
  {
    pattern: /^(?:set|change|update|make|adjust|switch)\s+(.+?)\s+(?:to|as|=|be|into)\s+(.+)$/is,
    read: (match, phrases) => ({
      kind: 'set',
      field: phrases.target(match[1]),
      value: phrases.text(match[2]),
    }),
  },
  {
    pattern: /^set\s+([^=:：]+?)\s*[=:：]\s*(.+)$/is,
    read: (match, phrases) => ({
      kind: 'set',
      field: phrases.target(match[1]),
      value: phrases.text(match[2]),
    }),
  },
  {
    pattern: /^(?:select|choose|pick|check|tick)\s+(?:nothing|none(?: of them)?)$/i,
    read: () => ({ kind: 'nothing' }),
  },
  {
    pattern:
      /^(?:select|choose|pick|set)\s+(.+?)\s+(?:with|using|on)\s+((?:the\s+)?(?:.*\s)?(?:sliders?|spinners?|pickers?|wheel|drop-?down|list|calendar))$/i,
    read: (match, phrases) => ({
      kind: 'choose',
      option: phrases.target(match[1]),
      field: phrases.target(match[2]),
    }),
  },
  {
    pattern: /^(?:select|choose|pick)\s+(.+?)\s+(?:in|from|for|as|under|on)\s+(.+)$/i,
    read: (match, phrases) => ({
      kind: 'choose',
      option: phrases.target(match[1]),
      field: phrases.target(match[2]),
    }),
  },
  {
    pattern: /^(?:select|choose|pick|switch to)\s+(.+)$/i,
    read: (match, phrases) => ({ kind: 'choose', option: phrases.target(match[1]) }),
  },
  {
    pattern: /^(?:submit|send)(?:\s+(?:it|this|that|(?:the|this|my)\s+(?:form|request|data|entry)))?$/i,
    read: () => ({ kind: 'submit' }),
  },
  {
    pattern: /^(?:submit|send)\s+(.{1,60})$/i,
    read: (match, phrases) => ({
      kind: 'submit',
      name: phrases.text(match[1]).replace(/^(?:the|my|this|your)\s+/i, ''),
    }),
  },
];

function fieldsOrNothing(
  words: string | undefined,
  phrases: Parameters<Rule['read']>[1],
): ReturnType<Rule['read']> {
  const fields = phrases.fields(words);
  return fields.length === 0 ? undefined : fields;
}
