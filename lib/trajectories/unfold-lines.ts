const INDENT = /^ */;
/** Lines that are no elements: of the page, of what is left out, of changes. */
const NO_ELEMENTS = /^ *(?:[-+#~]|page ["\s]|frame\b)/;
const BARE_ACTING = /^((?:f\d+)?e\d+)(?= ")/;

/**
 * The lines of an observation with one thing each: what a whole page puts on one line (docs/observation.md, Joined
 * lines) stands on lines of its own again. Any text is fine; what is no joined line stays as it is.
 */
export function unfoldLines(text: string): string[] {
  return text.split('\n').flatMap((line) => (isJoined(line) ? unfoldLine(line) : [line]));
}

function isJoined(line: string): boolean {
  return (line.includes(', ') || line.includes(': ')) && !NO_ELEMENTS.test(line);
}

function unfoldLine(line: string): string[] {
  const indent = INDENT.exec(line)?.[0] ?? '';
  const { head, parts } = splitLine(line.slice(indent.length));
  const deeper = head === undefined ? indent : `${indent}  `;
  const lines = head === undefined ? [] : [indent + head];
  let acting = '';
  let plain = '';
  for (const part of parts) {
    const whole = fillIn(part, acting, plain);
    const [first = '', second = ''] = whole.split(' ', 2);
    if (/^(?:f\d+)?e\d+$/.test(first)) acting = second;
    else plain = first;
    lines.push(deeper + whole);
  }
  return lines;
}

/** The part with the role that it shares with the one before it of its sort. */
function fillIn(part: string, acting: string, plain: string): string {
  if (part.startsWith('"')) return `${plain} ${part}`;
  return part.replace(BARE_ACTING, `$1 ${acting}`);
}

/** Splits at `: ` and `, ` outside of strings and notes. */
function splitLine(line: string): { head: string | undefined; parts: string[] } {
  let head: string | undefined;
  const parts: string[] = [];
  let start = 0;
  for (const { index, sign } of findSeparators(line)) {
    const part = line.slice(start, index);
    if (sign === ',') parts.push(part);
    else if (head === undefined && parts.length === 0) head = part;
    else continue;
    start = index + 2;
  }
  parts.push(line.slice(start));
  return { head, parts };
}

const SEPARATOR_OR_SKIPPED = /"(?:[^"\\]|\\.)*"|\([^()]*\)|([,:]) /g;

function findSeparators(line: string): { index: number; sign: string }[] {
  return [...line.matchAll(SEPARATOR_OR_SKIPPED)].flatMap(({ index, 1: sign }) =>
    sign === undefined ? [] : [{ index, sign }],
  );
}
