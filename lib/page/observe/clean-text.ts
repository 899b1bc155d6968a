/** Longest name or text that a line prints; longer ones are cut and say their length. */
export const LONGEST_TEXT = 300;

/**
 * What a person cannot see inside a text but a model would read: zero-width, direction and tag characters
 * (U+E0000 block), controls, and the private-use glyphs of icon fonts.
 */
const UNSEEN =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ue000-\uf8ff]|[\u{e0000}-\u{e0fff}\u{f0000}-\u{10ffff}]/gu;
const SPACES = /\s+/g;
/** Anything but plain characters with single spaces. */
const NEEDS_CLEANING = /[^\u0020-\u007e]|\u0020\u0020/;

/** Drops unseen characters and folds white space to single spaces; keeps no space at the ends. */
export function cleanText(text: string): string {
  return NEEDS_CLEANING.test(text) ? text.replace(UNSEEN, '').replace(SPACES, ' ').trim() : text.trim();
}

/** As `cleanText`, for pieces of a run: a space at either end stays, as one space. */
export function cleanPiece(text: string): string {
  return NEEDS_CLEANING.test(text) ? text.replace(UNSEEN, '').replace(SPACES, ' ') : text;
}

/** Drops unseen characters; white space stays as it is. */
export function dropUnseen(text: string): string {
  return text.replace(UNSEEN, '');
}

/** The text as it is printed, and its full length when it was cut. */
export function shortenText(text: string, longest = LONGEST_TEXT): { text: string; length?: number } {
  if (text.length <= longest) return { text };
  const end = /[\ud800-\udbff]$/.test(text.slice(0, longest)) ? longest - 1 : longest;
  return { text: `${text.slice(0, end)}…`, length: text.length };
}
