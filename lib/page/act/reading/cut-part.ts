/** Longest text that one reading returns, in characters (about 6,000 tokens). */
export const PART_LENGTH = 24_000;

/** One part of a long text. */
export interface TextPart {
  text: string;
  /** Which part it is and what reaches the next: `characters 0 to 23900 of 53210; offset 23900 goes on`. */
  place: string;
}

/** The part that begins at `offset` (characters), ended at a line where there is one. Says in words what comes after it. */
export function cutPart(whole: string, offset: number): TextPart {
  const start = Math.min(Math.max(0, Math.trunc(offset)), whole.length);
  if (start === whole.length)
    return {
      text: '',
      place: `nothing: there are ${whole.length} characters, and offset ${start} is their end`,
    };
  const end = findEnd(whole, start);
  const text = whole.slice(start, end);
  if (start === 0 && end === whole.length) return { text, place: `${whole.length} characters` };
  const rest = end < whole.length ? `; offset ${end} goes on` : ', the last part';
  return { text, place: `characters ${start} to ${end} of ${whole.length}${rest}` };
}

function findEnd(whole: string, start: number): number {
  const limit = start + PART_LENGTH;
  if (limit >= whole.length) return whole.length;
  const lineEnd = whole.lastIndexOf('\n', limit) + 1;
  if (lineEnd > start + PART_LENGTH / 2) return lineEnd;
  return /[\ud800-\udbff]/.test(whole[limit - 1] ?? '') ? limit - 1 : limit;
}
