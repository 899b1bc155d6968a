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
}

/** Reads the described value off the page; undefined when it is not there. */
export function readSource(page: PageTree, source: ValueSource, now: number): SourceValue | undefined {
  switch (source.from) {
    case 'label':
      return findAnswer(page, source.label, false, now);
    case 'calculation':
      return readCalculation(page);
    case 'text':
      return findText(page, source.where);
    case 'word': {
      const text = findText(page, source.where);
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
function findText(page: PageTree, where: TargetPhrase): SourceValue | undefined {
  const field = findFilledField(page, where);
  if (field !== undefined) return { value: field.value ?? '', evidence: field.value ?? '', node: field };
  const texts = page.nodes.filter(({ role, name }) => role === 'text' && name !== '');
  const named = texts
    .map((node) => ({ node, score: compareWords(where.raw, node.name) }))
    .filter(({ score }) => score > 0.8)[0]?.node;
  const value = named?.name ?? joinTexts(texts.map(({ name }) => name));
  const vague = where.raw === '' || PARAGRAPH.test(where.variants[0]?.text ?? '') || isBare(where);
  return value === '' || (named === undefined && !vague) ? undefined : { value, evidence: value };
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
