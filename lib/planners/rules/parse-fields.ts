import { hasPlaceholder, restoreText } from './protect-text';

/** One "label: value" of "fill the form with …". */
export interface FieldValue {
  label: string;
  value: string;
  /** Nothing marks where the label ends: other cuts, to be compared with the fields of the page. */
  splits?: { label: string; value: string }[];
}

const SEPARATORS = /\s*[,，、;；\n]\s*/;
/** "label: value", "label is value", 姓名是 Ada, 姓名Ada. */
const EXPLICIT: RegExp[] = [
  /^([^:：=]{1,60}?)\s*(?:[:：=]|\s(?:is|as)\s)\s*(\S.*)$/is,
  /^([^\s:：=]{1,12}?)(?:是|为|填)\s*(\S.*)$/s,
  /^(\p{Script=Han}{1,8})\s*([^\s\p{Script=Han}].*)$/su,
];
const LONGEST_LABEL = 6;

/**
 * Reads "name Ada, city: Paris, e-mail = a@b.example" into pairs. A label is what stands before `:`, `=` or a quoted
 * value, or else the first word. A part without a value belongs to the part before it.
 */
export function parseFields(text: string, pieces: string[]): FieldValue[] {
  const fields: FieldValue[] = [];
  for (const part of text.split(SEPARATORS).flatMap(splitAtAnd)) {
    const trimmed = part.trim().replace(/^(?:and|the|my|和|以及)\s+/i, '');
    if (trimmed === '') continue;
    const pair = readPair(trimmed);
    const previous = fields.at(-1);
    if (pair !== undefined) fields.push(pair);
    else if (previous !== undefined) appendTo(previous, trimmed);
  }
  return fields.map((field) => restoreField(field, pieces));
}

/** Whether the text says "label: value" in so many words. */
export function isExplicitField(text: string): boolean {
  return EXPLICIT.slice(0, 1).some((pattern) => pattern.test(text.trim()));
}

/** "name Ada and city Paris" is two; "Street and number 12" is one, for "Street" alone has no value. */
function splitAtAnd(part: string): string[] {
  const cut = /^(\S.*\s\S.*?)\s+and\s+(\S+(?:\s|[:：=]).*)$/is.exec(part.trim());
  if (cut === null) return [part];
  return [cut[1] ?? '', ...splitAtAnd(cut[2] ?? '')];
}

function appendTo(field: FieldValue, more: string): void {
  field.value += `, ${more}`;
  field.splits = field.splits?.map((split) => ({ ...split, value: `${split.value}, ${more}` })) ?? [];
}

function readPair(text: string): FieldValue | undefined {
  for (const pattern of EXPLICIT) {
    const explicit = pattern.exec(text);
    if (explicit !== null && !hasPlaceholder(explicit[1] ?? ''))
      return { label: explicit[1] ?? '', value: explicit[2] ?? '' };
  }
  const quoted = /^([^\uE000-\uF8FF]{1,60}?)\s*([\uE000-\uF8FF].*)$/s.exec(text);
  if (quoted !== null) return { label: quoted[1] ?? '', value: quoted[2] ?? '' };
  const splits = findSplits(text);
  const first = splits[0];
  return first === undefined ? undefined : { ...first, splits };
}

/** Every cut after one to six words; in Chinese without spaces, after two to six characters. */
function findSplits(text: string): { label: string; value: string }[] {
  const splits: { label: string; value: string }[] = [];
  for (const gap of text.matchAll(/\s+/g)) {
    if (splits.length === LONGEST_LABEL) break;
    splits.push({ label: text.slice(0, gap.index), value: text.slice(gap.index + gap[0].length) });
  }
  if (splits.length > 0 || !/^\p{Script=Han}{3,}$/u.test(text)) return splits;
  for (let end = 2; end < Math.min(text.length, LONGEST_LABEL + 1); end += 1) {
    splits.push({ label: text.slice(0, end), value: text.slice(end) });
  }
  return splits;
}

function restoreField(field: FieldValue, pieces: string[]): FieldValue {
  const restore = (pair: { label: string; value: string }) => ({
    label: restoreText(pair.label, pieces).trim(),
    value: restoreText(pair.value, pieces).trim(),
  });
  return field.splits === undefined
    ? restore(field)
    : { ...restore(field), splits: field.splits.map(restore) };
}
