import type { ReadSpec } from '../answer';
import { foldLabel, readFromLines } from '../answer';
import type { ObservationLine } from '../observation-lines';
import type { FoundValue } from '../page-values';
import { findValues } from '../page-values';
import { countWords, foldText } from '../text-match';
import type { ParamValues, TextValue } from '../value';
import type { ParamBook } from './param-book';

const MAX_READS = 5;
const MAX_LABEL = 80;
/** Roles whose whole line may be the answer. */
const SPEAKING_ROLES = new Set(['heading', 'status', 'alert', 'alertdialog', 'dialog']);

interface Search {
  lines: readonly ObservationLine[];
  answer: string;
  book: ParamBook;
  examples: ParamValues;
}

/**
 * How to read the parts of a run's answer from a page again: its values (amounts, numbers, dates, codes) by
 * the labels that stand with them, else a line of the page that the answer repeats. Each is proven: read from
 * the same page, it gives what the answer said. Empty when the page does not hold the answer.
 */
export function findReads(answer: string, lines: readonly ObservationLine[], book: ParamBook): ReadSpec[] {
  const examples = Object.fromEntries(book.list().map((param) => [param.name, param.example]));
  const search: Search = { lines: lines.filter((line) => line.words !== ''), answer, book, examples };
  const reads: ReadSpec[] = [];
  for (const value of findValues(answer).filter((each) => !isParamValue(each.text, book))) {
    const read = findByValue(value, search);
    if (read !== undefined && !reads.some((other) => isSame(other, read))) reads.push(read);
    if (reads.length === MAX_READS) break;
  }
  if (reads.length > 0) return reads;
  const whole = findWhole(search);
  return whole === undefined ? [] : [whole];
}

/** What the user gave is no news. */
function isParamValue(text: string, book: ParamBook): boolean {
  return book.list().some((param) => foldText(param.example) === foldText(text));
}

/** The best proven reading: a label that the answer repeats wins, then the line that stands first. */
function findByValue(value: FoundValue, search: Search): ReadSpec | undefined {
  const proven = search.lines.flatMap((line, index) =>
    candidatesFor(value, line, index, search).filter(({ spec }) => proves(spec, value.text, search)),
  );
  return proven.toSorted((one, other) => other.repeated - one.repeated)[0]?.spec;
}

interface Candidate {
  spec: ReadSpec;
  /** 1 when the answer repeats the label. */
  repeated: number;
}

function candidatesFor(value: FoundValue, line: ObservationLine, index: number, search: Search): Candidate[] {
  if (line.value === value.text && line.name !== '') {
    return [
      {
        spec: { place: 'field', role: line.role, name: line.name },
        repeated: repeats(search.answer, line.name),
      },
    ];
  }
  const found = findValues(line.words).find((each) => each.kind === value.kind && each.text === value.text);
  if (found === undefined) return [];
  const label = labelBefore(line.words.slice(0, found.at));
  if (label !== undefined) return [labelled('after-label', label, found, search)];
  const above = search.lines.slice(Math.max(0, index - 3), index).findLast((each) => isLabel(each.words));
  return above === undefined ? [] : [labelled('below-label', foldEnd(above.words), found, search)];
}

function labelled(
  place: 'after-label' | 'below-label',
  text: string,
  found: FoundValue,
  search: Search,
): Candidate {
  const label: TextValue = search.book.replaceOrKeep(text);
  return { spec: { place, label, kind: found.kind }, repeated: repeats(search.answer, text) };
}

/** The words between the last value or cell before this one and the value itself. */
function labelBefore(before: string): string | undefined {
  const last = findValues(before).at(-1);
  const rest = before.slice(last === undefined ? 0 : last.at + last.text.length);
  const cells = rest.split(/[|;·•\n]/).map((cell) => foldEnd(cell.replace(/^[\s,.)\]]+/, '')));
  return cells.findLast(isLabel);
}

function isLabel(text: string): boolean {
  return /\p{L}/u.test(text) && text.length <= MAX_LABEL && findValues(text).length === 0;
}

function foldEnd(text: string): string {
  return text.trim().replace(/[\s:：=#(–—-]+$/u, '');
}

function repeats(answer: string, label: string): number {
  return countWords(answer, label) > 0 ? 1 : 0;
}

function proves(spec: ReadSpec, wanted: string, { lines, examples }: Search): boolean {
  return readFromLines(lines, spec, examples)?.value === wanted;
}

/** The longest line that the answer repeats, or that holds the whole answer after a label. */
function findWhole(search: Search): ReadSpec | undefined {
  const { lines, answer } = search;
  const folded = foldLabel(answer);
  if (folded === '') return undefined;
  for (const line of lines) {
    if (line.value !== undefined && line.name !== '' && foldLabel(line.value) === folded) {
      return { place: 'field', role: line.role, name: line.name };
    }
    const label = textLabelOf(line.words, answer);
    const spec: ReadSpec | undefined =
      label === undefined
        ? undefined
        : { place: 'after-label', label: search.book.replaceOrKeep(label), kind: 'text' };
    if (spec !== undefined && proves(spec, answer.trim(), search)) return spec;
  }
  const spoken = lines.filter((line) => SPEAKING_ROLES.has(line.role) && line.words.length > 2);
  const repeated = spoken.filter((line) => countWords(answer, line.words) > 0);
  const longest = repeated.toSorted((one, other) => other.words.length - one.words.length)[0];
  if (longest === undefined) return undefined;
  const nth = lines.filter((line) => line.role === longest.role).indexOf(longest);
  return nth > 50 ? undefined : { place: 'line', role: longest.role, nth };
}

/** `Shipping: Express` and the answer `Express` (or the whole line) give `Shipping`. */
function textLabelOf(words: string, answer: string): string | undefined {
  const [, label, rest] = /^([^:：]{1,80})[:：]\s*(.+)$/su.exec(words) ?? [];
  if (label === undefined || rest === undefined) return undefined;
  return foldText(rest) === foldText(answer) ? label.trim() : undefined;
}

function isSame(one: ReadSpec, other: ReadSpec): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
