import { compareWords, coverage } from '../compare-words';
import { findCandidates, labelOf, nearness, type Wish } from '../ground';
import type { InstructionOf, TargetPhrase } from '../instruction';
import { say } from '../messages';
import { giveUp, openSomething, pick, reportMissing, waitOnce } from '../moves';
import { parseTarget } from '../parse-target';
import { ancestors, descendants, listNamesOf, type PageNode } from '../read-observation';
import {
  act,
  DONE,
  failedRefs,
  mainDone,
  type Move,
  type Step,
  type StepCall,
  type StepContext,
} from '../step';
import { bestOption } from './select-in-list';
import { setOnOff } from './set-value';

const BOXES: ReadonlySet<string> = new Set([
  'checkbox',
  'radio',
  'switch',
  'option',
  'menuitemcheckbox',
  'menuitemradio',
]);
const LINKS: ReadonlySet<string> = new Set(['link', 'button', 'tab', 'clickable']);
const LIMITS = new Set(['spinbutton', 'textbox', 'slider', 'searchbox']);

/** "only Acme", "filter by price under 50": a box, a choice, a link or a limit, then the button that applies it. */
export const filterBy: Step<InstructionOf<'filter'>> = (instruction, context) => {
  const done = mainDone(context);
  if (done.length > 0) return done.some(({ name }) => name === 'click') ? DONE : (applyOnce(context) ?? DONE);
  const given = giveUp(instruction, context);
  if (given !== undefined) return given;
  if (instruction.min !== undefined || instruction.max !== undefined) {
    const limits = setLimits(instruction, context);
    if (limits !== undefined) return limits;
  }
  const parts = splitParts(instruction, context);
  if (parts !== undefined) return parts;
  return (
    tickBox(instruction, context) ??
    chooseInList(instruction, context) ??
    followLink(instruction, context) ??
    typeInFilter(instruction, context) ??
    lookFurther(instruction, context)
  );
};

function tickBox(instruction: InstructionOf<'filter'>, context: StepContext): Move | undefined {
  const wish: Wish = { roles: BOXES, exclude: failedRefs(context), withGroups: true, bonus: inFilters };
  const picked = pick(
    instruction,
    context,
    findCandidates(context.page, phraseOf(instruction.by), wish).filter(
      ({ node }) => !node.states.has('disabled'),
    ),
  );
  if (picked === undefined || 'kind' in picked) return picked;
  if (picked.node.role === 'option') return act('click', { ref: picked.node.ref });
  const move = setOnOff(picked.node, true);
  return move.kind === 'done'
    ? (applyOnce(context, picked.node) ?? DONE)
    : move.kind === 'act'
      ? { kind: 'act', calls: move.calls }
      : move;
}

/** "Red and Blue": each its own box. */
function splitParts({ by }: InstructionOf<'filter'>, context: StepContext): Move | undefined {
  const parts = by.split(/\s+and\s+|\s*[,，、]\s*|和|以及/i).filter((part) => part !== '');
  if (parts.length < 2) return undefined;
  const wish: Wish = { roles: BOXES, exclude: failedRefs(context), withGroups: true, bonus: inFilters };
  if (
    findCandidates(
      context.page,
      { raw: by, variants: [{ text: by }], deictic: false },
      { ...wish, threshold: 0.85 },
    ).length > 0
  )
    return undefined;
  const nodes = parts.map((part) => findCandidates(context.page, phraseOf(part), wish)[0]?.node);
  if (nodes.some((node) => node === undefined)) return undefined;
  const calls = nodes.flatMap((node) => {
    const move = node === undefined ? DONE : setOnOff(node, true);
    return move.kind === 'act' ? move.calls : [];
  });
  return calls.length === 0 ? DONE : { kind: 'act', calls };
}

/** Fields for the ends of a range: called minimum and maximum, from and to, or just the first and the second. */
function setLimits({ by, min, max }: InstructionOf<'filter'>, context: StepContext): Move | undefined {
  const failed = failedRefs(context);
  const fields = context.page.nodes.filter(
    (node) =>
      node.ref !== undefined && LIMITS.has(node.role) && !failed.has(node.ref) && aboutLimit(node, by),
  );
  const upper =
    fields.find((node) => /\b(?:max|to|up to|until|under|below|most)|最高|最大|至|到/i.test(node.name)) ??
    (fields.length === 2 ? fields[1] : undefined);
  const lower =
    fields.find(
      (node) => node !== upper && /\b(?:min|from|over|above|least|starting)|最低|最小|从/i.test(node.name),
    ) ?? (fields.length === 2 ? fields[0] : undefined);
  if ((max !== undefined && upper === undefined) || (min !== undefined && lower === undefined))
    return undefined;
  const calls: StepCall[] = [];
  if (min !== undefined && lower !== undefined)
    calls.push({ name: 'type_text', args: { ref: lower.ref, text: String(min) }, purpose: 'main' });
  if (max !== undefined && upper !== undefined)
    calls.push({ name: 'type_text', args: { ref: upper.ref, text: String(max) }, purpose: 'main' });
  return calls.length === 0 ? undefined : { kind: 'act', calls };
}

function aboutLimit(node: PageNode, by: string): boolean {
  return (
    coverage(by, node.name) > 0.6 ||
    ancestors(node).some(
      ({ role, name }) => ['group', 'region', 'form'].includes(role) && coverage(by, name) > 0.6,
    ) ||
    nearness(node, by) > 0.85
  );
}

function chooseInList({ by }: InstructionOf<'filter'>, { page, tried }: StepContext): Move | undefined {
  const failed = failedRefs({ tried } as StepContext);
  const lists = page.nodes.filter(
    (node) =>
      node.ref !== undefined &&
      ['combobox', 'listbox'].includes(node.role) &&
      !failed.has(node.ref) &&
      coverage('sort', node.name) < 0.5,
  );
  for (const list of lists) {
    const options = listNamesOf(undefined, list);
    const words = by.split(/\s+/);
    const rest = compareWords(words[0] ?? '', labelOf(list)) > 0.7 ? words.slice(1).join(' ') : by;
    const option = options.length > 0 ? bestOption(options, rest) : rest !== by ? rest : undefined;
    if (option !== undefined && option !== '')
      return list.value === option ? DONE : act('select_option', { ref: list.ref, options: [option] });
  }
  return undefined;
}

function followLink(instruction: InstructionOf<'filter'>, context: StepContext): Move | undefined {
  const wish: Wish = { roles: LINKS, exclude: failedRefs(context), threshold: 0.75, bonus: inFilters };
  const picked = pick(
    instruction,
    context,
    findCandidates(context.page, phraseOf(instruction.by), wish).filter(
      ({ node }) => !node.states.has('disabled'),
    ),
  );
  return picked === undefined || 'kind' in picked ? picked : act('click', { ref: picked.node.ref });
}

/** A table often has one field that filters its rows by text. */
function typeInFilter({ by, min, max }: InstructionOf<'filter'>, context: StepContext): Move | undefined {
  if (min !== undefined || max !== undefined) return undefined;
  const failed = failedRefs(context);
  const field = context.page.nodes.find(
    (node) =>
      node.ref !== undefined &&
      !failed.has(node.ref) &&
      ['searchbox', 'textbox'].includes(node.role) &&
      coverage('filter', node.name) > 0.5,
  );
  return field === undefined
    ? undefined
    : act('type_text', { ref: field.ref, text: by, submit: field.role === 'searchbox' });
}

/** Filters in a form take effect with its button. */
function applyOnce(context: StepContext, near?: PageNode): Move | undefined {
  const ref = mainDone(context).at(-1)?.args['ref'];
  const box = near ?? context.page.nodes.find((node) => node.ref !== undefined && node.ref === ref);
  const holder =
    box === undefined
      ? undefined
      : ancestors(box).find(({ role }) =>
          ['form', 'search', 'region', 'complementary', 'dialog'].includes(role),
        );
  if (holder === undefined || near !== undefined) return undefined;
  const button = descendants(holder).find(
    (node) =>
      node.ref !== undefined &&
      node.role === 'button' &&
      !node.states.has('disabled') &&
      /^(?:apply|filter|show|update|go|refine|search|应用|筛选|确定|查看|更新)/i.test(node.name),
  );
  return button === undefined ? undefined : act('click', { ref: button.ref });
}

function inFilters(node: PageNode): number {
  const holders = ancestors(node);
  return holders.some(
    ({ role, name }) => role === 'complementary' || coverage('filter', name) > 0.5 || role === 'group',
  )
    ? 0.1
    : 0;
}

function phraseOf(words: string): TargetPhrase {
  const phrase = parseTarget(words);
  const last = words.split(/\s+/).slice(1).join(' ');
  const inGroup = last === '' ? [] : [{ text: last, near: words.split(/\s+/)[0] ?? '' }];
  return {
    raw: words,
    variants: [{ text: words }, ...phrase.variants.filter(({ text }) => text !== ''), ...inGroup],
    deictic: false,
  };
}

function lookFurther(instruction: InstructionOf<'filter'>, context: StepContext): Move {
  const phrase: TargetPhrase = {
    raw: instruction.by,
    variants: [{ text: instruction.by }, { text: 'filter' }],
    deictic: false,
  };
  const missing = say(context.language, 'filter', { name: instruction.by });
  return (
    waitOnce(context, '') ??
    openSomething(context, phrase) ??
    reportMissing(instruction, context, { phrase, wish: { roles: BOXES }, missing })
  );
}
