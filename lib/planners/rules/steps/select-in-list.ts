import { compareWords, coverage, normalize } from '../compare-words';
import { labelOf } from '../ground';
import type { Instruction } from '../instruction';
import { listNames, say } from '../messages';
import { descendants, listNamesOf, type PageNode } from '../read-observation';
import { actInBatch, DONE, type Move, type StepContext } from '../step';

const LEAST = 0.6;
const MOST_NAMED = 8;

/** Chooses in a list: the option that the page prints when it prints them, else the words of the user. */
export function selectIn(
  instruction: Instruction,
  context: StepContext,
  node: PageNode,
  wanted: string,
): Move {
  const failures = context.tried.filter(
    ({ status, name, args }) => status === 'failed' && name === 'select_option' && args['ref'] === node.ref,
  );
  const listed = listNamesOf(failures.at(-1)?.message, node);
  const options = listed.length === 0 ? [wanted] : findOptions(listed, wanted, node);
  if (options === undefined) return sayNoOption(instruction, context, listed, wanted);
  if (isChosen(node, options)) return DONE;
  return actInBatch('select_option', { ref: node.ref, options });
}

/** The option that says what the user said, in other words perhaps. Half of the words is not enough. */
export function bestOption(options: string[], wanted: string): string | undefined {
  const scored = options.map((option) => ({ option, score: compareWords(wanted, option) }));
  const best = scored.sort((one, other) => other.score - one.score)[0];
  return best !== undefined && best.score >= LEAST ? best.option : undefined;
}

/** One option; the phrase without the list's own name ("express shipping"); or one for each part of "A and B". */
function findOptions(options: string[], wanted: string, list: PageNode): string[] | undefined {
  const one = bestOption(options, wanted) ?? bestOption(options, withoutLabel(wanted, labelOf(list)));
  if (one !== undefined) return [one];
  const parts = wanted
    .split(/\s+and\s+|\s*[,，、]\s*(?:and\s+)?|和|以及/i)
    .filter((part) => part.trim() !== '');
  if (parts.length < 2 || !list.states.has('multiple')) return undefined;
  const found = parts.flatMap((part) => bestOption(options, part) ?? []);
  return found.length === parts.length ? [...new Set(found)] : undefined;
}

function withoutLabel(words: string, label: string): string {
  return words
    .split(/\s+/)
    .filter((word) => coverage(word, label) < 0.9)
    .join(' ');
}

function isChosen(node: PageNode, options: string[]): boolean {
  const selected = descendants(node).filter(
    ({ role, states }) => role === 'option' && states.has('selected'),
  );
  if (selected.length > 0) {
    return selected.length === options.length && selected.every(({ name }) => options.includes(name));
  }
  return node.value !== undefined && normalize(node.value) === normalize(options.join(', '));
}

function sayNoOption(
  { text }: Instruction,
  { language }: StepContext,
  listed: string[],
  option: string,
): Move {
  const names = listNames(language, listed.slice(0, MOST_NAMED));
  const nearest = say(language, 'has-only', { names });
  return { kind: 'fail', message: say(language, 'no-option', { text, option, nearest }) };
}
