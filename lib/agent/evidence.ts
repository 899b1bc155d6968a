/** More is not looked for one by one: nobody needs so many quotes to show that a task is done. */
const MOST_PARTS = 24;

/** By characters of its distinct words, as much of a quote has to stand together on the page. */
const SHARE = { quoted: 0.8, plain: 0.5 } as const;

/** A passage that is to be found on the page; words in quotation marks are to be there nearly as they are. */
export interface Passage {
  text: string;
  share: number;
}

/** What is claimed to be on the page: the passages in quotation marks, else the whole text. */
export function readPassages(evidence: string): Passage[] {
  const quoted = [...evidence.matchAll(QUOTED)].map((match) => match.slice(1).find((text) => text) ?? '');
  const passages = quoted.map((text) => ({ text, share: SHARE.quoted })).filter(hasWords);
  if (passages.length > 0) return passages.slice(0, MOST_PARTS);
  return [{ text: evidence, share: SHARE.plain }].filter(hasWords);
}

/**
 * The passages, or the parts of them, that this text does not show. Case, marks and spaces do not count. Words may be
 * missing or apart, as a page is read in lines with roles and refs between; every number has to be there.
 */
export function findMissing(passages: readonly Passage[], text: string): Passage[] {
  if (passages.length === 0) return [];
  const page = readWords(text);
  return passages.flatMap((passage) => missingOf(passage, page)).slice(0, MOST_PARTS);
}

interface PageWords {
  /** With a space around each, so that whole words are found. */
  joined: string;
  /** Where each word stands, counted in words. */
  places: Map<string, number[]>;
}

function readWords(text: string): PageWords {
  const words = wordsOf(text);
  const places = new Map<string, number[]>();
  for (const [at, word] of words.entries()) {
    const known = places.get(word);
    if (known) known.push(at);
    else places.set(word, [at]);
  }
  return { joined: join(words), places };
}

/** Quotation marks in pairs. An apostrophe within a word is none. */
const QUOTED =
  /"([^"\n]+)"|“([^”\n]+)”|„([^“”\n]+)[“”]|«([^»\n]+)»|「([^」\n]+)」|『([^』\n]+)』|`([^`\n]+)`|(?<![\p{L}\p{N}])['‘]([^'’\n]+)['’](?![\p{L}\p{N}])/gu;

const BETWEEN_PARTS = /[\n;|·•…→。！？；，、]|\.{3}|[.!?,:](?=\s|$)|\s[-–—=/]\s/;

/** Scripts without spaces between words. */
const UNSPACED =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]';
const UNSPACED_RUN = new RegExp(`^${UNSPACED}`, 'u');
const RUN = new RegExp(`${UNSPACED}+|(?:(?!${UNSPACED})[\\p{L}\\p{N}\\p{M}])+`, 'gu');

/** 1,234.50 and 1234,50 are the same number. */
const IN_NUMBER = /(?<=\p{N})[.,'’](?=\p{N})/gu;
const HAS_DIGIT = /\p{N}/u;

function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase().replace(IN_NUMBER, '');
  return (plain.match(RUN) ?? []).flatMap((run) => (UNSPACED_RUN.test(run) ? pairsOf(run) : [run]));
}

/** Without spaces, two signs that follow each other do for a word. */
function pairsOf(run: string): string[] {
  const signs = Array.from(run);
  return signs.length === 1 ? signs : signs.slice(1).map((sign, at) => (signs[at] ?? '') + sign);
}

function hasWords({ text }: Passage): boolean {
  return wordsOf(text).length > 0;
}

function join(words: readonly string[]): string {
  return ` ${words.join(' ')} `;
}

/** Several quotes in a row stand in several places: each part counts for itself. */
function missingOf(passage: Passage, page: PageWords): Passage[] {
  if (isOn(passage, page)) return [];
  const parts = passage.text
    .split(BETWEEN_PARTS)
    .map((text) => ({ ...passage, text: text.trim() }))
    .filter(hasWords)
    .slice(0, MOST_PARTS);
  const missing = parts.filter((part) => !isOn(part, page));
  return parts.length < 2 || missing.length === parts.length ? [passage] : missing;
}

function isOn({ text, share }: Passage, page: PageWords): boolean {
  const words = wordsOf(text);
  return page.joined.includes(join(words)) || stands(words, share, page.places);
}

/** Whether enough of these words, and all of their numbers, stand near each other on the page. */
function stands(wanted: readonly string[], share: number, places: PageWords['places']): boolean {
  const distinct = new Set(wanted);
  const needed = weigh(distinct) * share;
  const numbers = [...distinct].filter((word) => HAS_DIGIT.test(word)).length;
  const reach = wanted.length * 4 + 40;
  const hits = [...distinct]
    .flatMap((word) => (places.get(word) ?? []).map((at) => ({ word, at })))
    .sort((one, other) => one.at - other.at);
  const near = new WordCounts();
  let first = 0;
  for (const hit of hits) {
    near.add(hit.word);
    for (let old = hits[first]; old && hit.at - old.at > reach; old = hits[(first += 1)]) near.take(old.word);
    if (near.weight >= needed && near.numbers === numbers) return true;
  }
  return false;
}

/** Longer words tell more: those that every sentence has are short. */
function weigh(words: Iterable<string>): number {
  return [...words].reduce((sum, word) => sum + word.length, 0);
}

/** The distinct words of a stretch that moves along the page. */
class WordCounts {
  weight = 0;
  numbers = 0;
  private readonly counts = new Map<string, number>();

  add(word: string): void {
    const count = this.counts.get(word) ?? 0;
    this.counts.set(word, count + 1);
    if (count === 0) this.note(word, 1);
  }

  take(word: string): void {
    const count = this.counts.get(word) ?? 0;
    this.counts.set(word, count - 1);
    if (count === 1) this.note(word, -1);
  }

  private note(word: string, sign: 1 | -1): void {
    this.weight += sign * word.length;
    if (HAS_DIGIT.test(word)) this.numbers += sign;
  }
}
