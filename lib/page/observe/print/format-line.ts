import { LONGEST_TEXT, shortenText } from '../clean-text';

/** What a line says, without its ref. */
export interface LineParts {
  role: string;
  name: string;
  level?: number | undefined;
  value?: string | undefined;
  states: readonly string[];
  note?: string | undefined;
  frame?: { place: string } | undefined;
}

/** One element line without indent, as `docs/observation.md` has it; `longest` in characters, of name and value each. */
export function formatLine(thing: LineParts, ref: string | undefined, longest = LONGEST_TEXT): string {
  if (thing.frame) return formatFrame(thing);
  const start = ref === undefined ? thing.role : `${ref} ${thing.role}`;
  return start + formatRest(thing, longest);
}

/** The same without the role, for a line of several things. */
export function formatBarePart(thing: LineParts, ref: string | undefined, longest = LONGEST_TEXT): string {
  const rest = formatRest(thing, longest);
  return ref === undefined ? rest.slice(1) : ref + rest;
}

function formatRest(thing: LineParts, longest: number): string {
  let line = thing.level === undefined ? '' : ` ${thing.level}`;
  const { text, length } = shortenText(thing.name, longest);
  if (text !== '') line += ` ${JSON.stringify(text)}`;
  const value = thing.value === undefined ? undefined : shortenText(thing.value, longest);
  if (value) line += ` = ${JSON.stringify(value.text)}`;
  for (const state of thing.states) line += ` ${state}`;
  const note = joinNotes(thing.note, length ?? value?.length);
  return note === undefined ? line : `${line} (${note})`;
}

function joinNotes(note: string | undefined, length: number | undefined): string | undefined {
  if (length === undefined) return note;
  return note === undefined ? `${length} characters` : `${note}, ${length} characters`;
}

function formatFrame(thing: LineParts): string {
  const name = thing.name === '' ? '' : ` ${JSON.stringify(shortenText(thing.name).text)}`;
  return `frame${name} ${thing.frame?.place ?? 'about:blank'}`;
}
