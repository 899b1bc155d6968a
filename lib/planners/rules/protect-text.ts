/** First code point of the private use area; each protected piece of text becomes one character from here on. */
const FIRST = 0xe000;
const LAST = 0xf8ff;

/** Any placeholder, for use inside the grammars' patterns. */
export const PLACEHOLDER = '[\\uE000-\\uF8FF]';

const PAIRS: [open: string, close: string][] = [
  ['"', '"'],
  ['“', '”'],
  ['„', '“'],
  ['「', '」'],
  ['『', '』'],
  ['«', '»'],
  ['`', '`'],
  ['‘', '’'],
  ["'", "'"],
];

const URL_PATTERN = /^(?:https?:\/\/|www\.)[^\s\uE000-\uF8FF"'“”「」《》<>，。；！？、]+/i;

/** Text whose quoted parts and URLs are single characters, so that no grammar can break them. */
export interface ProtectedText {
  text: string;
  /** Content of the placeholders, without quotes, by index. */
  pieces: string[];
  /** The same as the user wrote them, with quotes. */
  originals: string[];
}

/** Replaces quoted text and URLs by placeholders. Placeholder characters that are in the input are dropped. */
export function protectText(input: string): ProtectedText {
  const source = input.replace(/[\uE000-\uF8FF]/g, '');
  const pieces: string[] = [];
  const originals: string[] = [];
  let text = '';
  let at = 0;
  while (at < source.length) {
    const found = pieces.length <= LAST - FIRST ? protectedAt(source, at) : undefined;
    if (found === undefined) {
      text += source[at];
      at += 1;
      continue;
    }
    text += String.fromCharCode(FIRST + pieces.length);
    pieces.push(found.content);
    originals.push(source.slice(at, at + found.length));
    at += found.length;
  }
  return { text, pieces, originals };
}

/** Puts the protected pieces back: `pieces` for the bare content, `originals` for the words of the user. */
export function restoreText(text: string, pieces: string[]): string {
  return text.replace(/[\uE000-\uF8FF]/g, (mark) => pieces[mark.charCodeAt(0) - FIRST] ?? '');
}

export function hasPlaceholder(text: string): boolean {
  return /[\uE000-\uF8FF]/.test(text);
}

function protectedAt(source: string, at: number): { content: string; length: number } | undefined {
  const character = source[at] ?? '';
  if (!/[\p{L}\p{N}]/u.test(source[at - 1] ?? '') && /[hw]/i.test(character)) {
    const url = URL_PATTERN.exec(source.slice(at, at + 2048))?.[0].replace(/[.,;:!?)]+$/, '');
    if (url !== undefined && url.length > 4) return { content: url, length: url.length };
  }
  const pair = PAIRS.find(([open]) => open === character);
  if (pair === undefined) return undefined;
  if ((character === "'" || character === '‘') && /[\p{L}\p{N}]/u.test(source[at - 1] ?? ''))
    return undefined;
  const end = findClosing(source, at + 1, pair[1]);
  return end === -1 ? undefined : { content: source.slice(at + 1, end), length: end + 1 - at };
}

/** An apostrophe inside a word does not close a quotation. */
function findClosing(source: string, from: number, close: string): number {
  let end = source.indexOf(close, from);
  while (end !== -1 && (close === "'" || close === '’') && /[\p{L}\p{N}]/u.test(source[end + 1] ?? '')) {
    end = source.indexOf(close, end + 1);
  }
  return end;
}
