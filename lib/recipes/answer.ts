import { z } from '../trajectories/zod-config';
import { RECIPE_LIMITS } from './limits';
import type { ObservationLine } from './observation-lines';
import { parseObservation } from './observation-lines';
import { findValues, VALUE_KINDS } from './page-values';
import { foldText, indexOfWords } from './text-match';
import type { ParamValues } from './value';
import { fillText, textValueSchema } from './value';

const label = textValueSchema;
const kind = z.enum(VALUE_KINDS);
const role = z.string().min(1).max(40);

/** Where a part of the answer stands in an observation. No patterns in data: kinds are recognised by code. */
export const readSpecSchema = z.discriminatedUnion('place', [
  /** Behind its label on the same line: `Total: £40.00`. */
  z.strictObject({ place: z.literal('after-label'), label, kind }),
  /** On one of the three lines that follow a line which is the label. */
  z.strictObject({ place: z.literal('below-label'), label, kind }),
  /** In a field or control of that name. */
  z.strictObject({ place: z.literal('field'), role, name: z.string().max(RECIPE_LIMITS.text) }),
  /** The nth line of a role that speaks for the page: a heading, a status, an alert. */
  z.strictObject({ place: z.literal('line'), role, nth: z.number().int().min(0).max(50) }),
]);

export type ReadSpec = z.infer<typeof readSpecSchema>;

const LINES_BELOW = 3;
const MAX_ANSWER = 300;

/** What a read step found: the page's own label, and the value. */
export interface ReadResult {
  label: string;
  value: string;
}

/** Reads one part of the answer; undefined when it is not on the page, or when a parameter is missing. */
export function readAnswer(text: string, spec: ReadSpec, params: ParamValues): ReadResult | undefined {
  return readFromLines(parseObservation(text), spec, params);
}

/** As `readAnswer`, on lines that were parsed before. */
export function readFromLines(
  lines: readonly ObservationLine[],
  spec: ReadSpec,
  params: ParamValues,
): ReadResult | undefined {
  if (spec.place === 'field') {
    const field = lines.find(
      (line) => line.role === spec.role && line.name === spec.name && line.value !== undefined,
    );
    return field?.value === undefined ? undefined : { label: spec.name, value: field.value };
  }
  if (spec.place === 'line') {
    const line = lines.filter((each) => each.role === spec.role)[spec.nth];
    return line === undefined || line.words === ''
      ? undefined
      : { label: '', value: line.words.slice(0, MAX_ANSWER) };
  }
  const wanted = fillText(spec.label, params);
  if (wanted === undefined || wanted === '') return undefined;
  return spec.place === 'after-label'
    ? readAfter(lines, wanted, spec.kind)
    : readBelow(lines, wanted, spec.kind);
}

function readAfter(
  lines: readonly ObservationLine[],
  wanted: string,
  kind: ReadSpecKind,
): ReadResult | undefined {
  for (const line of lines) {
    const at = indexOfWords(line.words, wanted);
    if (at === undefined) continue;
    const value = firstValue(line.words.slice(at.end), kind);
    if (value !== undefined) return { label: wanted, value };
  }
  return undefined;
}

function readBelow(
  lines: readonly ObservationLine[],
  wanted: string,
  kind: ReadSpecKind,
): ReadResult | undefined {
  for (const [index, line] of lines.entries()) {
    if (foldLabel(line.words) !== foldLabel(wanted)) continue;
    for (const below of lines.slice(index + 1, index + 1 + LINES_BELOW)) {
      const value = firstValue(below.words, kind);
      if (value !== undefined) return { label: wanted, value };
    }
  }
  return undefined;
}

type ReadSpecKind = z.infer<typeof kind>;

function firstValue(words: string, kind: ReadSpecKind): string | undefined {
  if (kind !== 'text') return findValues(words).find((value) => value.kind === kind)?.text;
  const text = words.replace(/^[\s:：=–—-]+/u, '').trim();
  return text === '' ? undefined : text.slice(0, MAX_ANSWER);
}

/** A label as it is compared: case, width and a closing colon do not count. */
export function foldLabel(words: string): string {
  return foldText(words).replace(/[\s:：]+$/u, '');
}
