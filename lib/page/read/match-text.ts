import { dropUnseen } from '../observe/clean-text';

const ASCII = /^[ -~]*$/;
const SPACES = /\s+/g;
const MARKS = /\p{M}+/gu;

/**
 * The text as it is compared: case, accents, width and ligatures aside (Unicode NFKD without marks), white space folded,
 * soft hyphens and other unseen characters dropped, all dashes and quotation marks alike.
 */
export function foldText(text: string): string {
  return foldPiece(text).replace(SPACES, ' ').trim();
}

function foldPiece(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return dropUnseen(text)
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/ς/g, 'σ')
    .replace(/ß/g, 'ss')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018-\u201b\u2032]/g, "'")
    .replace(/[\u201c-\u201f\u2033«»]/g, '"');
}

/** Whether a text holds the words. */
export function makeTextTest(wanted: string): (text: string) => boolean {
  const needle = foldText(wanted);
  return needle === '' ? () => false : (text) => foldText(text).includes(needle);
}

/** Where in the text itself (white space folded already) the words stand: begin and end of each occurrence. */
export function findPlaces(text: string, wanted: string): { start: number; end: number }[] {
  const needle = foldText(wanted);
  if (needle === '') return [];
  const { folded, origins } = foldWithOrigins(text);
  const places: { start: number; end: number }[] = [];
  for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + needle.length)) {
    const start = origins[at] ?? 0;
    const last = origins[at + needle.length - 1] ?? start;
    places.push({ start, end: Math.max(last + 1, origins[at + needle.length] ?? text.length) });
  }
  return places;
}

/** Folded character by character, with the place that each comes from. */
function foldWithOrigins(text: string): { folded: string; origins: number[] } {
  let folded = '';
  const origins: number[] = [];
  let place = 0;
  for (const character of text) {
    const piece = foldPiece(character).replace(SPACES, ' ');
    for (let index = 0; index < piece.length; index++) origins.push(place);
    folded += piece;
    place += character.length;
  }
  return { folded, origins };
}
