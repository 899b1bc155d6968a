import { compareWords } from '../compare-words';
import { findCandidates, isBare, labelOf, type Wish } from '../ground';
import type { InstructionOf, TargetPhrase } from '../instruction';
import { parseTarget } from '../parse-target';
import { say } from '../messages';
import { giveUp, openSomething, pick, reportMissing, waitOnce } from '../moves';
import { listNamesOf, type PageNode } from '../read-observation';
import { act, DONE, failedRefs, mainDone, type Move, type Step, type StepContext } from '../step';
import { activateRanked } from './activate';
import { chooseSeveral } from './choose-several';
import { bestOption, selectIn } from './select-in-list';
import { fieldWish, findInGroup, setChosen } from './set-field';
import { setValue } from './set-value';

const CHOICES: ReadonlySet<string> = new Set([
  'radio',
  'option',
  'menuitemradio',
  'checkbox',
  'switch',
  'menuitemcheckbox',
  'tab',
  'treeitem',
  'gridcell',
  'menuitem',
  'button',
  'link',
  'clickable',
  'row',
]);
const MERE_CHOICES = new Set(['radio', 'option', 'menuitemradio', 'checkbox', 'switch']);
const MOST_LISTS_TRIED = 2;

/** "select France in Country", "choose Express", "select the first option". */
export const chooseOption: Step<InstructionOf<'choose'>> = (instruction, context) => {
  const done = mainDone(context);
  if (done.length > 0) return DONE;
  const given =
    instruction.field === undefined && onlyListsFailed(context) ? undefined : giveUp(instruction, context);
  if (given !== undefined) return given;
  if (instruction.option.rank !== undefined) return chooseRanked(instruction, context);
  const several = chooseSeveral(instruction, context);
  if (several !== undefined) return several;
  if (instruction.field !== undefined) return chooseIn(instruction, instruction.field, context);
  return chooseAnywhere(instruction, context);
};

function chooseIn(instruction: InstructionOf<'choose'>, field: TargetPhrase, context: StepContext): Move {
  const value = wordsOf(instruction.option);
  if (isBare(field)) {
    const bare = pick(instruction, context, findCandidates(context.page, field));
    if (bare !== undefined) return 'kind' in bare ? bare : setValue(instruction, context, bare.node, value);
  }
  const inGroup = findInGroup(context, field, value);
  if (inGroup !== undefined && inGroup.score > 0.75) return setChosen(inGroup.node);
  const wish: Wish = { ...fieldWish(context, value), threshold: 0.6 };
  const picked = pick(instruction, context, findCandidates(context.page, field, wish));
  if (picked !== undefined)
    return 'kind' in picked ? picked : setValue(instruction, context, picked.node, value);
  const drawn = findDrawnList(field, context);
  if (drawn !== undefined) return act('choose', { ref: drawn.ref, text: value });
  const whole: TargetPhrase = {
    raw: `${value} ${field.raw}`,
    variants: [
      { text: `${value} ${wordsOf(field)}` },
      { text: value, near: wordsOf(field) },
      { text: value },
    ],
    deictic: false,
  };
  return chooseAnywhere({ ...instruction, option: whole }, context);
}

/** "the dropdown" of a page without one in its markup: the only thing to click that has no words of its own. */
function findDrawnList({ raw }: TargetPhrase, context: StepContext): PageNode | undefined {
  if (!/^(?:the\s+)?(?:drop-?down|select)(?:\s+(?:list|menu|box))?$/i.test(raw)) return undefined;
  const failed = failedRefs(context);
  const wordless = context.page.nodes.filter(
    (node) =>
      node.ref !== undefined &&
      !failed.has(node.ref) &&
      (node.states.has('popup') || (node.role === 'clickable' && node.name === '')),
  );
  return wordless.length === 1 ? wordless[0] : undefined;
}

/** The option by its own name; else the list that has it, or the only list there is. */
function chooseAnywhere(instruction: InstructionOf<'choose'>, context: StepContext): Move {
  const { option } = instruction;
  const wish: Wish = {
    roles: CHOICES,
    exclude: failedRefs(context),
    withGroups: true,
    bonus: (node) =>
      MERE_CHOICES.has(node.role)
        ? 0.1
        : node.role === 'tab'
          ? 0.08
          : node.role === 'link' || node.role === 'row'
            ? -0.05
            : 0,
  };
  const picked = pick(
    instruction,
    context,
    findCandidates(context.page, option, wish).filter(({ node }) => !node.states.has('disabled')),
  );
  if (picked !== undefined) return 'kind' in picked ? picked : takeChoice(picked.node);
  const list = findList(context, option);
  if (list !== undefined) return selectIn(instruction, context, list.node, list.value);
  const missing = say(context.language, 'option', { name: option.raw });
  return (
    waitOnce(context, wordsOf(option)) ??
    openSomething(context, option) ??
    reportMissing(instruction, context, { phrase: option, wish, missing })
  );
}

function takeChoice(node: PageNode): Move {
  if (MERE_CHOICES.has(node.role)) return setChosen(node);
  if (node.states.has('selected') && node.role === 'tab') return DONE;
  return act('click', { ref: node.ref });
}

/** The list that prints a fitting option, or whose name begins the phrase ("country France"), or the only one. */
function findList(
  { page, tried }: StepContext,
  option: TargetPhrase,
): { node: PageNode; value: string } | undefined {
  const failed = tried.filter(({ status, name }) => status === 'failed' && name === 'select_option');
  if (failed.length > MOST_LISTS_TRIED) return undefined;
  const refs = new Set(failed.map(({ args }) => args['ref']));
  const lists = page.nodes.filter(
    (node) =>
      node.ref !== undefined && ['combobox', 'listbox'].includes(node.role) && !node.states.has('disabled'),
  );
  const words = wordsOf(option);
  const again = lists.find(
    (node) =>
      refs.has(node.ref) && bestOption(listNamesOf(failed.at(-1)?.message, node), words) !== undefined,
  );
  if (again !== undefined) return { node: again, value: words };
  const untried = lists.filter((node) => !refs.has(node.ref));
  const printing = untried.find((node) => bestOption(listNamesOf(undefined, node), words) !== undefined);
  if (printing !== undefined) return { node: printing, value: words };
  for (const node of untried) {
    const cut = cutLabel(words, labelOf(node));
    if (cut !== undefined) return { node, value: cut };
  }
  const unknown = untried.filter((node) => listNamesOf(undefined, node).length === 0);
  return unknown.length > 0 && unknown.length <= MOST_LISTS_TRIED && unknown[0] !== undefined
    ? { node: unknown[0], value: words }
    : undefined;
}

/** "country France" or "French language" with the list's name taken out. */
function cutLabel(words: string, label: string): string | undefined {
  const parts = words.split(/\s+/);
  for (let at = 1; at < Math.min(parts.length, 6); at += 1) {
    const [head, tail] = [parts.slice(0, at).join(' '), parts.slice(at).join(' ')];
    if (compareWords(head, label) > 0.7) return tail;
    if (compareWords(tail, label) > 0.7) return head;
  }
  return undefined;
}

/** A rank among radios and options compares their own words; otherwise it is about the items of the page. */
function chooseRanked(instruction: InstructionOf<'choose'>, context: StepContext): Move {
  const { option, field } = instruction;
  const rank = option.rank;
  const word = field === undefined ? wordsOf(option) : wordsOf(field);
  const list = findCandidates(context.page, parseTarget(word), { roles: new Set(['combobox', 'listbox']) })[0]
    ?.node;
  const names =
    list === undefined
      ? []
      : listNamesOf(undefined, list).filter((name) => !/^(?:choose|select|please|请选择|--)/i.test(name));
  if (list !== undefined && rank?.by === 'position') {
    const name = names.at(rank.index);
    if (name !== undefined) return selectIn(instruction, context, list, name);
  }
  return activateRanked(instruction, context);
}

function onlyListsFailed({ tried }: StepContext): boolean {
  return (
    tried.filter(({ status }) => status === 'failed').every(({ name }) => name === 'select_option') &&
    !tried.some(({ status }) => status === 'refused')
  );
}

function wordsOf(phrase: TargetPhrase): string {
  return phrase.raw.replace(/^(?:the|a|an)\s+/i, '').replace(/\s+option$/i, '');
}
