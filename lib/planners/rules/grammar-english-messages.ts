import type { Phrases, Rule } from './grammar';
import type { Order, TargetPhrase } from './instruction';
import { PLACEHOLDER } from './protect-text';

const MAIL = '(?:e-?mails?|mails?|messages?|letters?|information)';
/** A name: quoted, or words with capitals. */
const NAME = `(?:${PLACEHOLDER}|\\p{Lu}[\\p{L}\\p{N}_.-]*(?:\\s+\\p{Lu}[\\p{L}\\p{N}_.-]*)?)`;
const SENDERS = [
  `\\b(?:from|by)\\s+(${NAME})`,
  `(${NAME})['’]s\\s+(?:[a-z]+\\s+){0,3}${MAIL}\\b`,
  `\\b${MAIL}\\s+(?:(?:that|which)\\s+)?(${NAME})\\s+(?:has\\s+)?(?:sent|wrote|written)\\b`,
  `^(${NAME})\\s+(?:wrote|sent|wants\\s+(?:his|her|their|(?:his|her)\\s+or\\s+(?:his|her)))\\b`,
  `\\bthe\\s+(${NAME})\\s+${MAIL}\\b`,
].map((pattern) => new RegExp(pattern, 'u'));
const RECIPIENTS = [
  `\\b(?:to|for)\\s+(${NAME})(?!['’]s\\s+(?:[a-z]+\\s+){0,3}${MAIL}\\b)`,
  `\\b(?:forward|send|give|resend|[Ff]orward|[Ss]end|[Gg]ive|[Rr]esend)\\s+(${NAME})(?!['’]s)(?=\\s)`,
  `\\b(?:let|want)\\s+(${NAME})\\s+(?:to\\s+)?(?:be|receive|get|have)\\b`,
  `^(${NAME})\\s+(?:wants|needs|must|should|is\\s+waiting)\\b`,
  `\\bto\\s+(${NAME})['’]s\\s+(?:e-?mail|inbox|address)`,
].map((pattern) => new RegExp(pattern, 'u'));
/** What a sentence begins with is no name for its capital. */
const FIRST_WORD =
  /^(?:Please\s+)?(?:Answer|Ask|Can|Copy|Could|Delete|Email|Find|Flag|Forward|Get|Give|Go|Let|Locate|Look|Mark|Open|Pull|Put|Remove|Reply|Resend|Respond|Say|Search|Select|Send|Star|Tag|Take|Tell|Text|Trash|Will|Write)\b/;
const QUOTED = new RegExp(PLACEHOLDER, 'u');
/** Without a capital: "from ada". */
const PLAIN_SENDER = /\b(?:from|by)\s+(?!me\b|my\b|the\b|you\b|a\b)([\p{L}\p{N}_.-]+)/iu;

const ABOUT_MAIL = new RegExp(`\\b${MAIL}\\b`, 'i');
const FORWARDING = /\b(?:forward(?:ed)?|send|sent|give|resend|wants|waiting|receive)\b/i;
const DELETING = /\b(?:delete[ds]?|remove[ds]?|trash|get rid of|throw away|recycling bin)\b/i;
const STARRING = /\b(?:star|important|importance|flag)\b/i;
const FINDING =
  /^(?:find|locate|look for|search for|get|see|pull up|take|there is|there should be)\s+(?:me\s+)?(.+)$/i;

/** What people say of messages, whichever way round they say it. A name is known by its capital or its quotes. */
export const MESSAGE_RULES: Rule[] = [
  {
    pattern:
      /^(?:(?:reply|respond|answer|email|text|tell|say|send)\b|write\s+(?:to|back|her|him|them)\b).*$/isu,
    read: (match, phrases) => readSaying(match[0], phrases),
  },
  { pattern: /^.{4,200}$/su, read: (match, phrases) => readForwarding(match[0], phrases) },
  {
    pattern:
      /^(?:please\s+)?forward\s+(?:it|them|this|that(?:\s+\w+)?|the\s+\w+)?\s*(?:on\s+|along\s+|over\s+)?to\s+(.+)$/i,
    read: (match, phrases) => ({ kind: 'forward', to: phrases.text(match[1]) }),
  },
  {
    pattern:
      /^(?:send|give|pass)\s+(?:it|them|this|that(?:\s+\w+)?)\s*(?:on\s+|along\s+|over\s+)?to\s+(.+)$/i,
    read: (match, phrases) => ({ kind: 'forward', to: phrases.text(match[1]) }),
  },
  { pattern: /^.{4,200}$/su, read: (match, phrases) => readHandling(match[0], phrases) },
  { pattern: FINDING, read: (match, phrases) => readFinding(match[1] ?? '', phrases) },
  {
    pattern: /^(?:mark|label|flag|tag)\s+(?:it|them|this|that)?\s*(?:as\s+)?important$/i,
    read: () => ({ kind: 'item-action', action: 'star' }),
  },
];

function readSaying(words: string, phrases: Phrases): Order | undefined {
  const said = QUOTED.exec(words)?.[0];
  if (said === undefined) return undefined;
  const rest = words.replace(said, ' ');
  const name = findName(rest, [...SENDERS, ...RECIPIENTS]) ?? findName(rest, ADDRESSED);
  if (name === undefined) return undefined;
  return { kind: 'reply', to: fromSender(name, phrases), message: phrases.text(said), send: true };
}

const ADDRESSED = [new RegExp(`^(?:[Tt]ell|[Ee]mail|[Tt]ext|[Aa]nswer)\\s+(${NAME})(?!['’]s)`, 'u')];

function readForwarding(words: string, phrases: Phrases): Order | undefined {
  if (!ABOUT_MAIL.test(words) || !FORWARDING.test(words)) return undefined;
  const sender = findName(words, SENDERS);
  const to = findName(sender === undefined ? words : words.replace(sender, ' '), RECIPIENTS);
  if (sender === undefined || to === undefined) return undefined;
  return { kind: 'forward', to: phrases.text(to), item: fromSender(sender, phrases) };
}

function readHandling(words: string, phrases: Phrases): Order | undefined {
  if (!ABOUT_MAIL.test(words) || /["\uE000-\uF8FF]/.test(words)) return undefined;
  const action = DELETING.test(words) ? 'delete' : STARRING.test(words) ? 'star' : undefined;
  const sender = findName(words, SENDERS) ?? PLAIN_SENDER.exec(words)?.[1];
  if (action === undefined || sender === undefined || /^(?:un|remove the star)/i.test(words))
    return undefined;
  return { kind: 'item-action', action, item: fromSender(sender, phrases) };
}

/** "find the message from Ada" is a search by itself, and what is meant by "it" afterwards. */
function readFinding(words: string, phrases: Phrases): Order | undefined {
  if (!ABOUT_MAIL.test(words)) return undefined;
  const sender = findName(words, SENDERS) ?? PLAIN_SENDER.exec(words)?.[1];
  if (sender === undefined) return undefined;
  return { kind: 'search', query: phrases.text(words), mentions: fromSender(sender, phrases) };
}

function findName(sentence: string, patterns: RegExp[]): string | undefined {
  const words = sentence.replace(FIRST_WORD, (word) => word.toLowerCase());
  for (const pattern of patterns) {
    const name = pattern.exec(words)?.[1];
    if (name !== undefined && !/^(?:I|My|The|In|It|Please)$/.test(name)) return name;
  }
  return undefined;
}

/** The message need not say "message"; it shows who sent it. */
function fromSender(name: string, phrases: Phrases): TargetPhrase {
  const text = phrases.text(name);
  return { raw: text, variants: [{ text }], deictic: false };
}
