import type { Answer } from './answer';
import { compareWords } from './compare-words';
import { findCandidates, isBare } from './ground';
import type { TargetPhrase, ValueSource } from './instruction';
import { findAnswer } from './read-answer';
import { readCalculation } from './read-calculation';
import type { PageNode, PageTree } from './read-observation';

const FIELDS: ReadonlySet<string> = new Set(['textbox', 'searchbox', 'combobox', 'editable', 'spinbutton']);
const PARAGRAPH = /^(?:the\s+)?(?:paragraph|text|sentence|passage|article|line|phrase)s?$/i;
const PUNCTUATION = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** A value that the user described. */
export interface SourceValue extends Answer {
  /** Where it stands, when that is a field: the one place that it is not to be typed into. */
  node?: PageNode;
  /** The value is only the beginning of what this element holds. */
  cut?: string;
}

/** Whole texts, by ref, of what the observation shows the beginning of. */
export type WholeTexts = ReadonlyMap<string, string>;

/**
 * Reads the described value off the page; undefined when it is not there. What the page shows only the beginning of is
 * answered with `cut`, the ref to be read in full.
 */
export function readSource(
  page: PageTree,
  source: ValueSource,
  now: number,
  whole: WholeTexts = new Map(),
): SourceValue | undefined {
  switch (source.from) {
    case 'label':
      return findAnswer(page, source.label, false, now);
    case 'calculation':
      return readCalculation(page);
    case 'text':
      return findText(page, source.where, whole);
    case 'word': {
      const text = findText(page, source.where, whole);
      if (text?.cut !== undefined) return text;
      const word = text?.value
        .split(/\s+/)
        .map((part) => part.replace(PUNCTUATION, ''))
        .filter((part) => part !== '')
        .at(source.index);
      return text === undefined || word === undefined ? undefined : { ...text, value: word };
    }
  }
}

/** The content of a field, or a text of the page; the only one that has any, when the words name no place. */
function findText(page: PageTree, where: TargetPhrase, whole: WholeTexts): SourceValue | undefined {
  const field = findFilledField(page, where);
  if (field !== undefined) return readField(field, whole);
  const texts = page.nodes.filter(({ role, name }) => role === 'text' && name !== '');
  const named = texts
    .map((node) => ({ node, score: compareWords(where.raw, node.name) }))
    .filter(({ score }) => score > 0.8)[0]?.node;
  const value = named?.name ?? joinTexts(texts.map(({ name }) => name));
  const vague = where.raw === '' || PARAGRAPH.test(where.variants[0]?.text ?? '') || isBare(where);
  return value === '' || (named === undefined && !vague) ? undefined : { value, evidence: value };
}

function readField(field: PageNode, whole: WholeTexts): SourceValue {
  const { ref = '', value = '', note } = field;
  const full = whole.get(ref);
  const cut = full === undefined && /\d+ characters/.test(note) ? { cut: ref } : {};
  return { value: full ?? value, evidence: value, node: field, ...cut };
}

function findFilledField(page: PageTree, where: TargetPhrase): PageNode | undefined {
  if (PARAGRAPH.test(where.variants[0]?.text ?? '')) return undefined;
  const found = findCandidates(page, where, { roles: FIELDS }).map(({ node }) => node);
  return found.find(({ value }) => value !== undefined && value !== '');
}

/** Single characters are the letters of one word: a code that is drawn letter by letter. */
function joinTexts(texts: string[]): string {
  return texts.join(texts.every((text) => [...text].length === 1) ? '' : ' ');
}
