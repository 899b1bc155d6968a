/** What of a JSON reply may be shown while it streams: the words of its "say", as far as they have come. */
export function createSayFilter(): { push(piece: string): string } {
  let text = '';
  let shown = '';
  let isOver = false;
  return {
    push(piece) {
      if (isOver) return '';
      text += piece;
      const match = SAY.exec(text);
      if (match === null) {
        isOver = text.length > LONGEST_HEAD;
        return '';
      }
      const words = decode(match[1] ?? '') ?? shown;
      const more = words.slice(shown.length);
      shown = words;
      isOver = match[2] !== '' || text.length > LONGEST_HEAD;
      return more;
    },
  };
}

const LONGEST_HEAD = 20_000;
const SAY = /"say"\s*:\s*"((?:[^"\\]|\\.)*)("?)/s;

/** The string so far, without an escape that has not come to its end. */
function decode(escaped: string): string | undefined {
  const whole = escaped.replace(/\\u[0-9a-f]{0,3}$/i, '').replace(/[\ud800-\udbff]$/, '');
  try {
    return String(JSON.parse(`"${whole.replace(/[\n\r\t]/g, ' ')}"`));
  } catch {
    return undefined;
  }
}
