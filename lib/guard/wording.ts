import { normalise } from './page-text';
import { CART_SIGNS, CART_WORDS, HARMLESS_SIGNS, HARMLESS_WORDS } from './harmless-terms';
import { MESSAGE_SIGNS, MESSAGE_WORDS } from './message-terms';
import { SENDING_SIGNS, SENDING_WORDS } from './sending-terms';
import { SPENDING_ALONE, SPENDING_SIGNS, SPENDING_WORDS } from './spending-terms';

/**
 * How a text is read. `control`: the label of a button, the words may stand anywhere in it. `command`: text that may
 * be content as well (links, rows), so that the word must begin it and little may follow: "Delete account" is a
 * command, "How to delete an account" a headline. `question`: what a dialog asks, of any length; yes to it does what its words say.
 */
export type Reading = 'control' | 'command' | 'question';

/** What the words of a label say that it does. */
export type Meaning = 'spends' | 'sends' | undefined;

/** Longest label, in words, that is read as a command, and longest that is read as a button's. */
const COMMAND_WORDS = 4;
const CONTROL_WORDS = 8;
/** The same in characters of scripts without spaces. */
const COMMAND_CHARACTERS = 12;
const CONTROL_CHARACTERS = 24;

/** What may stand before the verb of a Chinese or Japanese command, and after that of a Japanese one. */
const SIGN_PREFIX = /^(立即|马上|馬上|现在|去|我要|点击|點擊|永久|批量|全部|一键|今すぐ|この|すべて)/;
const SIGN_SUFFIX = /(する|します|手続き|へ|手続きへ)$/;

export function readLabel(label: string, reading: Reading): Meaning {
  const text = removeHarmless(normalise(label));
  if (text === '') return undefined;
  if (SPENDING_ALONE.some((word) => word === text)) return 'spends';
  if (says(text, SPENDING_WORDS, SPENDING_SIGNS, reading)) return 'spends';
  return says(text, SENDING_WORDS, SENDING_SIGNS, reading) ? 'sends' : undefined;
}

export function saysAddToCart(label: string): boolean {
  const text = normalise(label);
  return findWords(text, CART_WORDS) || CART_SIGNS.some((sign) => text.includes(sign));
}

export function namesMessageField(label: string): boolean {
  const text = normalise(label);
  return findWords(text, MESSAGE_WORDS) || MESSAGE_SIGNS.some((sign) => text.includes(sign));
}

function says(text: string, words: readonly string[], signs: readonly string[], reading: Reading): boolean {
  const isCommand = reading === 'command' || (reading === 'control' && isLong(text));
  return isCommand
    ? isCommandOf(text, words, signs)
    : findWords(text, words) || signs.some((sign) => text.includes(sign));
}

/** Text this long is content in a box that can be clicked, a row of mail for example, rather than a label. */
function isLong(text: string): boolean {
  return text.split(' ').length > CONTROL_WORDS || countSigns(text) > CONTROL_CHARACTERS;
}

function isCommandOf(text: string, words: readonly string[], signs: readonly string[]): boolean {
  const stripped = text.replace(/^[^\p{L}\p{N}]+/u, '');
  if (stripped.split(' ').length <= COMMAND_WORDS && words.some((word) => startsWithWord(stripped, word)))
    return true;
  if (countSigns(stripped) > COMMAND_CHARACTERS) return false;
  const verbFirst = stripped.replace(SIGN_PREFIX, '');
  const verbLast = stripped.replace(SIGN_SUFFIX, '');
  return signs.some(
    (sign) => stripped.startsWith(sign) || verbFirst.startsWith(sign) || verbLast.endsWith(sign),
  );
}

function countSigns(text: string): number {
  return text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
}

function removeHarmless(text: string): string {
  let rest = text;
  for (const sign of HARMLESS_SIGNS) rest = rest.replaceAll(sign, ' ');
  for (const word of HARMLESS_WORDS) if (findWords(rest, [word])) rest = rest.replaceAll(word, ' ');
  return rest.replace(/\s+/g, ' ').trim();
}

function findWords(text: string, words: readonly string[]): boolean {
  return words.some((word) => {
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
      if (isBoundary(text[at - 1]) && isBoundary(text[at + word.length])) return true;
    }
    return false;
  });
}

function startsWithWord(text: string, word: string): boolean {
  return text.startsWith(word) && isBoundary(text[word.length]);
}

function isBoundary(character: string | undefined): boolean {
  return character === undefined || !/[\p{L}\p{N}_]/u.test(character) || countSigns(character) > 0;
}
