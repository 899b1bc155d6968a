/** Text of a page in the form in which words are looked for: one script form, lower case, nothing invisible. */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .replace(LOOKALIKE, (letter) => LATIN[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim();
}

const SHOWN_LENGTH = 80;

/** Text of a page as it may stand in a sentence for the user: one line, short, with nothing that turns text around. */
export function quotePageText(text: string): string {
  const line = text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
  const characters = Array.from(line);
  return characters.length <= SHOWN_LENGTH ? line : `${characters.slice(0, SHOWN_LENGTH - 1).join('')}…`;
}

/** Formatting and control characters, soft hyphens, variation selectors: they split words for us and not for the eye. */
const INVISIBLE =
  /(?![\t\n\r ])[\p{Cc}\p{Cf}\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u3164\uFE00-\uFE0F\uFFA0]/gu;

/** Cyrillic and Greek letters that look like Latin ones, after lower-casing. */
const LATIN: Record<string, string> = {
  а: 'a',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  һ: 'h',
  і: 'i',
  ј: 'j',
  ӏ: 'l',
  ո: 'n',
  о: 'o',
  р: 'p',
  ѕ: 's',
  у: 'y',
  х: 'x',
  ѵ: 'v',
  ԝ: 'w',
  α: 'a',
  ο: 'o',
  ρ: 'p',
  ν: 'v',
  ι: 'i',
  κ: 'k',
  υ: 'u',
  χ: 'x',
  ε: 'e',
  к: 'k',
  т: 't',
  м: 'm',
  в: 'b',
  н: 'h',
};

const LOOKALIKE = new RegExp(`[${Object.keys(LATIN).join('')}]`, 'g');
