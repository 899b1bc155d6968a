import { LONGEST_TEXT, shortenText } from '../clean-text';
import type { Thing } from '../thing';

/** One element line without indent, as `docs/observation.md` has it. */
export function formatLine(thing: Thing, ref: string | undefined): string {
  if (thing.frame) return formatFrame(thing);
  const parts: string[] = [];
  if (ref !== undefined) parts.push(ref);
  parts.push(thing.role);
  if (thing.level !== undefined) parts.push(String(thing.level));
  const { text, length } = shortenText(thing.name);
  if (text !== '') parts.push(JSON.stringify(text));
  const value = thing.value === undefined ? undefined : shortenText(thing.value, LONGEST_TEXT);
  if (value) parts.push(`= ${JSON.stringify(value.text)}`);
  parts.push(...thing.states);
  const notes = [thing.note, lengthNote(length ?? value?.length)].filter((note) => note !== undefined);
  if (notes.length > 0) parts.push(`(${notes.join(', ')})`);
  return parts.join(' ');
}

function lengthNote(length: number | undefined): string | undefined {
  return length === undefined ? undefined : `${length} characters`;
}

function formatFrame(thing: Thing): string {
  const name = thing.name === '' ? '' : ` ${JSON.stringify(shortenText(thing.name).text)}`;
  return `frame${name} ${thing.frame?.place ?? 'about:blank'}`;
}
