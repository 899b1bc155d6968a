const WORD_START = /(^|[^\p{L}\p{N}\p{M}'’_])(\p{L})/gu;

/** Text as `text-transform` shows it: browsers name things by what is drawn. */
export function transformText(text: string, transform: string): string {
  switch (transform) {
    case 'uppercase':
      return text.toUpperCase();
    case 'lowercase':
      return text.toLowerCase();
    case 'capitalize':
      return text.replace(WORD_START, (_, before: string, letter: string) => before + letter.toUpperCase());
    default:
      return text;
  }
}
