/** Case, width and runs of white space do not count when texts are compared. Changes length: no offsets survive. */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

const SPACED_LETTER = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}]/u;

/** Whether two neighbouring characters belong to one word, in scripts that part words by spaces. */
function joinsWord(before: string | undefined, after: string | undefined): boolean {
  return (
    before !== undefined && after !== undefined && SPACED_LETTER.test(before) && SPACED_LETTER.test(after)
  );
}

/**
 * Where `wanted` stands in `text` as whole words, ignoring case and width; undefined when it does not.
 * Offsets are in `text`. Scripts without spaces match anywhere.
 */
export function indexOfWords(
  text: string,
  wanted: string,
  from = 0,
  mayEndInside: (rest: string) => boolean = () => false,
): { start: number; end: number } | undefined {
  const needle = simpleFold(wanted.trim());
  if (needle === '') return undefined;
  const hay = simpleFold(text);
  for (let start = hay.indexOf(needle, from); start >= 0; start = hay.indexOf(needle, start + 1)) {
    const end = start + needle.length;
    if (joinsWord(hay[start - 1], hay[start])) continue;
    if (joinsWord(hay[end - 1], hay[end]) && !mayEndInside(hay.slice(end))) continue;
    return { start, end };
  }
  return undefined;
}

/** Folds character by character so that offsets stay: a character whose folding changes length stays as it is. */
function simpleFold(text: string): string {
  let folded = '';
  for (const unit of text.split('')) {
    const lower = unit.normalize('NFKC').toLowerCase();
    folded += /\s/u.test(unit) ? ' ' : lower.length === 1 ? lower : unit;
  }
  return folded;
}

/** How often `wanted` stands in `text`. */
export function countWords(text: string, wanted: string, mayEndInside?: (rest: string) => boolean): number {
  let count = 0;
  let found = indexOfWords(text, wanted, 0, mayEndInside);
  while (found !== undefined) {
    count += 1;
    found = indexOfWords(text, wanted, found.end, mayEndInside);
  }
  return count;
}
