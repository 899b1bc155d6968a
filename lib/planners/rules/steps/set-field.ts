import { compareWords } from '../compare-words';
import { findCandidates, isBare, labelOf, type Candidate, type Wish } from '../ground';
import { readOnOff } from '../grammar';
import type { Instruction, InstructionOf, TargetPhrase } from '../instruction';
import { parseTarget } from '../parse-target';
import { say } from '../messages';
import { actOn, giveUp, pick, reportMissing, waitOnce, openSomething } from '../moves';
import { descendants, type PageNode, type PageTree } from '../read-observation';
import { readSource, type SourceValue } from '../read-source';
import { act, actInBatch, DONE, failedRefs, mainDone, type Move, type Step, type StepContext } from '../step';
import { LIST_ROLES, ONOFF_ROLES, setOnOff, setValue, TEXT_ROLES } from './set-value';
import { typeAnywhere } from './type-anywhere';

const FIELD_ROLES: ReadonlySet<string> = new Set([...TEXT_ROLES, ...LIST_ROLES, ...ONOFF_ROLES, 'button']);
const GROUP_ROLES = new Set(['radiogroup', 'group', 'listbox']);

/** "type X into Y", "set Y to X", one field of "fill the form with …". */
export const setField: Step<InstructionOf<'set'>> = (instruction, context) => {
  if (mainDone(context).length > 0) return DONE;
  const given = giveUp(instruction, context);
  if (given !== undefined) return given;
  const described = describedValue(instruction, context);
  if (described !== undefined)
    return 'kind' in described ? described : typeDescribed(instruction, context, described);
  const { field, value } = readSplit(instruction, context);
  if (field.raw === '' || field.deictic || isBare(field)) return typeAnywhere(instruction, context);
  const wish = fieldWish(context, value);
  const candidates = findCandidates(context.page, field, wish);
  const inGroup = findInGroup(context, field, value);
  if (inGroup !== undefined && (candidates[0]?.score ?? 0) < inGroup.score) return setChosen(inGroup.node);
  const picked = pick(
    instruction,
    context,
    candidates.filter(({ node }) => !node.states.has('disabled')),
  );
  if (picked !== undefined)
    return 'kind' in picked ? picked : setValue(instruction, context, picked.node, value);
  const missing = say(context.language, 'field', { name: field.raw });
  return (
    clearInstead(instruction, context) ??
    waitOnce(context, '') ??
    openSomething(context, field) ??
    reportMissing(instruction, context, { phrase: field, wish, missing }, candidates)
  );
};

/** The value that the user described, or the move that gets at it; undefined when they said it. */
function describedValue(
  instruction: InstructionOf<'set'>,
  context: StepContext,
): SourceValue | Move | undefined {
  if (instruction.source === undefined) return undefined;
  const found = readSource(context.page, instruction.source, context.now, wholeTexts(context));
  if (found === undefined) return waitOnce(context, '') ?? sayNoValue(instruction, context);
  return found.cut === undefined ? found : act('read_page', { ref: found.cut }, 'open');
}

/** What was read in full for this instruction. */
function wholeTexts({ tried }: StepContext): Map<string, string> {
  const read = tried.filter(({ name, status }) => name === 'read_page' && status === 'done');
  return new Map(read.map(({ args, data }) => [String(args['ref']), data.trim()]));
}

/** A described value stands in a field itself perhaps: it is not typed there. */
function typeDescribed(
  { source: _source, ...instruction }: InstructionOf<'set'>,
  context: StepContext,
  { value, node }: SourceValue,
): Move {
  const ref = node?.ref;
  const page = ref === undefined ? context.page : withoutNode(context.page, ref);
  return setField({ ...instruction, value }, { ...context, page });
}

function withoutNode(page: PageTree, ref: string): PageTree {
  return { ...page, nodes: page.nodes.filter((node) => node.ref !== ref) };
}

function sayNoValue({ text }: Instruction, { language }: StepContext): Move {
  return { kind: 'fail', message: say(language, 'no-answer', { text, what: text, nearest: '' }) };
}

/** A value cut from its label in several ways: the page's own labels decide. */
function readSplit(
  instruction: InstructionOf<'set'>,
  context: StepContext,
): { field: TargetPhrase; value: string } {
  let best = { field: instruction.field, value: instruction.value, score: 0 };
  for (const split of instruction.splits ?? []) {
    const field = parseTarget(split.label);
    const score =
      findCandidates(context.page, field, fieldWish(context, split.value))[0]?.score ??
      findInGroup(context, field, split.value)?.score ??
      0;
    if (score > best.score + 0.001 || (score > 0.9 && score >= best.score))
      best = { field, value: split.value, score };
  }
  return best;
}

export function fieldWish(context: StepContext, value: string): Wish {
  const failed = failedRefs(context);
  const lists = context.page.nodes.filter(
    (node) => node.ref !== undefined && LIST_ROLES.has(node.role) && failed.has(node.ref),
  );
  for (const list of lists) failed.delete(list.ref ?? '');
  return {
    roles: FIELD_ROLES,
    exclude: failed,
    threshold: 0.55,
    withGroups: true,
    bonus: (node) => {
      if (node.role === 'button') return node.states.has('popup') ? -0.02 : -2;
      if (ONOFF_ROLES.has(node.role)) return readOnOff(value) === undefined ? -0.4 : 0.05;
      if (node.role === 'searchbox') return -0.03;
      return node.states.has('readonly') ? -0.2 : 0;
    },
  };
}

/** A radio group or toggle group is called like the field; what is in it, like the value. */
export function findInGroup(
  { page, tried }: StepContext,
  field: TargetPhrase,
  value: string,
): Candidate | undefined {
  const exclude = failedRefs({ tried } as StepContext);
  let best: Candidate | undefined;
  for (const group of page.nodes) {
    if (!GROUP_ROLES.has(group.role) || group.name === '') continue;
    const label = Math.max(...field.variants.map(({ text }) => compareWords(text, group.name)));
    if (label < 0.6) continue;
    for (const node of descendants(group)) {
      if (
        node.ref === undefined ||
        exclude.has(node.ref) ||
        !['radio', 'option', 'button', 'checkbox', 'switch'].includes(node.role)
      )
        continue;
      const score = (label + compareWords(value, labelOf(node))) / 2;
      if (compareWords(value, labelOf(node)) >= 0.6 && score > (best?.score ?? 0)) best = { node, score };
    }
  }
  return best;
}

/** Turns on a radio, option or checkbox that was found by its own name. */
export function setChosen(node: PageNode): Move {
  const list = node.role === 'option' ? node.parent : undefined;
  if (list?.ref !== undefined && !node.states.has('selected'))
    return actInBatch('select_option', { ref: list.ref, options: [node.name] });
  if (node.role === 'option' || node.role === 'button')
    return node.states.has('selected') ? DONE : act('click', { ref: node.ref });
  return setOnOff(node, true);
}

/** "clear all filters" is no field but a button of that name. */
function clearInstead(instruction: InstructionOf<'set'>, context: StepContext): Move | undefined {
  if (instruction.value !== '') return undefined;
  const phrase: TargetPhrase = {
    raw: instruction.text,
    variants: [{ text: instruction.text }, { text: `clear ${instruction.field.raw}` }],
    deictic: false,
  };
  const move = actOn(
    instruction,
    context,
    { phrase, wish: { roles: new Set(['button', 'link']) }, missing: '', openings: false },
    (node) => act('click', { ref: node.ref }),
  );
  return move.kind === 'act' && move.calls[0]?.name === 'click' ? move : undefined;
}
