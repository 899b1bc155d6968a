import { LEXICON, RELATED } from './lexicon';

/** A word of a name, as far as comparing goes. */
interface Token {
  key: string;
  /** How much it says: articles next to nothing, a concept or a word one. */
  weight: number;
}

const FILLERS = new Set(
  'the a an of to in on for at by my your our its this that these those and or with is are please all 的 了 和 与 我 你 您 请 把 将 为 到'.split(
    ' ',
  ),
);
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const LONGEST_PHRASE = 5;
const MOST_REMEMBERED = 20_000;

const CONCEPTS = readLexicon();

/**
 * How well a name answers a phrase, 0 to 1. 1: the same words (or their synonyms). Words of the phrase that the
 * name lacks cost much, words of the name that the phrase lacks cost little.
 */
export function compareWords(phrase: string, name: string): number {
  const wanted = tokenize(phrase);
  const offered = tokenize(name);
  if (wanted.length === 0 || offered.length === 0) return 0;
  if (normalize(phrase) === normalize(name)) return 1;
  const recall = share(wanted, offered);
  const precision = share(offered, wanted);
  if (recall > 0.999 && precision > 0.999) return wanted.length === offered.length ? 0.98 : 0.96;
  return 0.7 * recall ** 1.5 + 0.28 * precision * (recall > 0 ? 1 : 0);
}

/** Share of the phrase's words that occur in the text, 0 to 1. */
export function coverage(phrase: string, text: string): number {
  const wanted = tokenize(phrase);
  return wanted.length === 0 ? 0 : share(wanted, tokenize(text));
}

/** Lower case, one width, single spaces, no punctuation and no count ("Cart (2)") at the ends. */
export function normalize(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/\s*[(（]\d+[)）]\s*$/, '')
    .replace(/^[\s"'“”‘’:：.,，。!！?？*·•-]+|[\s"'“”‘’:：.,，。!！?？*·•-]+$/g, '');
}

export function hasCjk(text: string): boolean {
  return CJK.test(text);
}

function share(wanted: Token[], offered: Token[]): number {
  let total = 0;
  let found = 0;
  for (const token of wanted) {
    total += token.weight;
    found += token.weight * Math.max(0, ...offered.map((other) => likeness(token.key, other.key)));
  }
  return total === 0 ? 0 : found / total;
}

function likeness(one: string, other: string): number {
  if (one === other) return 1;
  if (
    Math.min(one.length, other.length) < 4 ||
    Math.max(one.length, other.length) < 5 ||
    one.startsWith('#') ||
    other.startsWith('#')
  )
    return 0;
  if (/\d/.test(one) || CJK.test(one)) return 0;
  return isOneEditApart(one, other) ? 0.8 : 0;
}

const remembered = new Map<string, Token[]>();

/** A page has the same names over and over, and each is compared with several phrases. */
function tokenize(text: string): Token[] {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  if (remembered.size > MOST_REMEMBERED) remembered.clear();
  const tokens = readTokens(text);
  remembered.set(text, tokens);
  return tokens;
}

function readTokens(text: string): Token[] {
  const words = splitWords(normalize(text.slice(0, 400)));
  const tokens: Token[] = [];
  for (let at = 0; at < words.length;) {
    const taken = takeConcept(words, at);
    if (taken !== undefined) {
      tokens.push({ key: taken.key, weight: 1 });
      const related = RELATED[taken.key.slice(1)];
      if (related !== undefined) tokens.push({ key: `#${related}`, weight: 0.3 });
      at += taken.length;
      continue;
    }
    const word = words[at] ?? '';
    if (CJK.test(word)) tokens.push(...cjkTokens(word, words[at + 1]));
    else tokens.push({ key: stem(word), weight: FILLERS.has(word) ? 0.02 : 1 });
    at += 1;
  }
  return tokens;
}

/** Latin words whole; each CJK character alone, so that the lexicon can find words among them. */
function splitWords(text: string): string[] {
  return (
    text.match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[\p{L}\p{N}]+(?:[.,]\d+)*/gu,
    ) ?? []
  );
}

/** CJK has no word borders: two neighbours make a token; a character without a neighbour stands alone. */
function cjkTokens(character: string, next: string | undefined): Token[] {
  if (FILLERS.has(character)) return [{ key: character, weight: 0.02 }];
  const single = { key: character, weight: 0.4 };
  return next !== undefined && CJK.test(next) && !FILLERS.has(next)
    ? [single, { key: character + next, weight: 0.6 }]
    : [single];
}

function takeConcept(words: string[], at: number): { key: string; length: number } | undefined {
  for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 0; length -= 1) {
    const key = CONCEPTS.get(phraseKey(words.slice(at, at + length)));
    if (key !== undefined) return { key, length };
  }
  return undefined;
}

function readLexicon(): Map<string, string> {
  const concepts = new Map<string, string>();
  for (const synonyms of LEXICON) {
    for (const synonym of synonyms)
      concepts.set(phraseKey(splitWords(normalize(synonym))), `#${synonyms[0]}`);
  }
  return concepts;
}

function phraseKey(words: string[]): string {
  return words.map(stem).join(' ');
}

/** Singular and plural, and the commonest endings, become one. */
function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ches|shes|sses|xes|zes)$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('s')) return word.slice(0, -1);
  return word;
}

function isOneEditApart(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  const room = Math.min(one.length, other.length) - start;
  while (end < room && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  const left = one.length - start - end;
  const right = other.length - start - end;
  if (left <= 1 && right <= 1) return true;
  const swapped =
    left === 2 && right === 2 && one[start] === other[start + 1] && one[start + 1] === other[start];
  return swapped;
}
