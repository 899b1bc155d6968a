import { unfoldLines } from '../trajectories/unfold-lines';

/** One line of an observation. */
export interface ObservationLine {
  /** Position in the text, from 0. */
  index: number;
  indent: number;
  ref?: string;
  /** As printed; `page`, `frame`, `fold` and `remark` for the lines that are no element. */
  role: string;
  name: string;
  /** What stands after `=`: text of a field, selected option. */
  value?: string;
  /** Words of the line that a person would read: name and value, without role, ref and states. */
  words: string;
  parent?: ObservationLine;
  children: ObservationLine[];
}

const JSON_STRING = String.raw`"(?:[^"\\]|\\.)*"`;

/** The element line of `docs/observation.md`. */
const ELEMENT = new RegExp(
  String.raw`^(?:((?:f\d+)?e\d+) )?([a-z]+)(?: \d+)?(?: (${JSON_STRING}))?(?: = (${JSON_STRING}))?` +
    String.raw`(?: [a-z-]+(?:=(?:${JSON_STRING}|[^\s"()]+))?)*(?: \([^()"]*\))?$`,
);

/**
 * Reads the text of an observation (`docs/observation.md`) back into lines with their nesting. Lenient: a
 * line that is not understood becomes a `text` line, so that answers can still be found in it.
 */
export function parseObservation(text: string): ObservationLine[] {
  const lines: ObservationLine[] = [];
  const open: ObservationLine[] = [];
  for (const raw of unfoldLines(text)) {
    if (raw.trim() === '') continue;
    const line = parseLine(raw, lines.length);
    while (open.length > 0 && (open.at(-1)?.indent ?? 0) >= line.indent) open.pop();
    const parent = open.at(-1);
    if (parent !== undefined) {
      line.parent = parent;
      parent.children.push(line);
    }
    open.push(line);
    lines.push(line);
  }
  return lines;
}

function parseLine(raw: string, index: number): ObservationLine {
  const rest = raw.trimStart();
  const base = { index, indent: raw.length - rest.length, children: [] };
  const first = rest.split(' ', 1)[0] ?? '';
  if (first === 'page' || first === 'frame')
    return { ...base, role: first, name: readQuoted(rest), words: '' };
  if (first === '+') return { ...base, role: 'fold', name: '', words: '' };
  if (first === '#') return { ...base, role: 'remark', name: '', words: '' };
  const [whole, ref, role, name, value] = ELEMENT.exec(rest.trimEnd()) ?? [];
  if (whole === undefined || role === undefined) return { ...base, role: 'text', name: rest, words: rest };
  const line: ObservationLine = { ...base, role, name: name === undefined ? '' : unquote(name), words: '' };
  if (ref !== undefined) line.ref = ref;
  if (value !== undefined) line.value = unquote(value);
  line.words = [line.name, line.value].filter(Boolean).join(' ');
  return line;
}

function readQuoted(text: string): string {
  const quoted = new RegExp(JSON_STRING).exec(text)?.[0];
  return quoted === undefined ? '' : unquote(quoted);
}

function unquote(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted.slice(1, -1);
  }
}

/** The line and everything under it, in reading order. */
export function subtreeOf(line: ObservationLine): ObservationLine[] {
  return [line, ...line.children.flatMap(subtreeOf)];
}

/** Everything a person would read in the line and under it, 300 characters at most. */
export function wordsUnder(line: ObservationLine): string {
  return subtreeOf(line)
    .map((each) => each.words)
    .filter(Boolean)
    .join(' ')
    .slice(0, 300);
}
