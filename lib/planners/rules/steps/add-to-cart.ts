import { compareWords, coverage } from '../compare-words';
import { findItemGroups, itemAround, openerOf, type Item } from '../find-items';
import { findCandidates, labelOf } from '../ground';
import type { InstructionOf, TargetPhrase } from '../instruction';
import { say } from '../messages';
import { giveUp, openSomething, pick, reportMissing, waitOnce } from '../moves';
import { ancestors, descendants, describeNode, type PageNode } from '../read-observation';
import {
  act,
  actInBatch,
  failedRefs,
  DONE,
  mainDone,
  type Move,
  type Step,
  type StepCall,
  type StepContext,
} from '../step';
import { selectIn } from './select-in-list';

const BUTTONS: ReadonlySet<string> = new Set(['button', 'link', 'clickable', 'menuitem']);
const NUMBER_ROLES = new Set(['spinbutton', 'combobox', 'textbox', 'listbox']);
const PARTS = new Set(['form', 'listitem', 'item', 'article', 'row', 'group', 'dialog', 'region']);

/** "add two to the cart": the quantity field and one click, or as many clicks. */
export const addTo: Step<InstructionOf<'add'>> = (instruction, context) => {
  const clicks = mainDone(context).filter(({ name }) => name === 'click');
  const counted = mainDone(context).some(({ name }) => name !== 'click');
  if (clicks.length >= (counted ? 1 : instruction.quantity)) return DONE;
  const given = giveUp(instruction, context);
  if (given !== undefined) return given;
  const button = findAddButton(instruction, context);
  if (button !== undefined && 'kind' in button) return button;
  if (button === undefined) return openItem(instruction, context) ?? missing(instruction, context);
  return { kind: 'act', calls: callsFor(instruction, context, button.node, clicks.length, counted) };
};

function callsFor(
  { quantity }: InstructionOf<'add'>,
  context: StepContext,
  button: PageNode,
  clicked: number,
  counted: boolean,
): StepCall[] {
  const click: StepCall = { name: 'click', args: { ref: button.ref }, purpose: 'main' };
  if (counted) return [click];
  const field = quantity === 1 || clicked > 0 ? undefined : quantityNear(button, context);
  const same = field?.value === String(quantity);
  if (field === undefined || same)
    return same ? [click] : Array.from({ length: quantity - clicked }, () => click);
  const args =
    field.role === 'combobox' || field.role === 'listbox'
      ? { ref: field.ref, options: [String(quantity)] }
      : { ref: field.ref, text: String(quantity) };
  return [{ name: 'options' in args ? 'select_option' : 'type_text', args, purpose: 'main' }, click];
}

/** The quantity field that belongs to the button: in the smallest part of the page that holds both. */
function quantityNear(button: PageNode, context: StepContext): PageNode | undefined {
  const failed = failedRefs(context);
  for (const holder of ancestors(button)) {
    const field = descendants(holder).find(
      (node) => node.ref !== undefined && !failed.has(node.ref) && isQuantity(node),
    );
    if (field !== undefined) return field;
    if (PARTS.has(holder.role) && holder.role !== 'group') return undefined;
  }
  return context.page.nodes.find(
    (node) => node.ref !== undefined && !failed.has(node.ref) && isQuantity(node),
  );
}

function isQuantity(node: PageNode): boolean {
  if (!NUMBER_ROLES.has(node.role) || node.states.has('disabled')) return false;
  return coverage('quantity', labelOf(node)) > 0.5 || (node.role === 'spinbutton' && node.name === '');
}

function findAddButton(
  { place, item, ...instruction }: InstructionOf<'add'>,
  context: StepContext,
): { node: PageNode } | Move | undefined {
  const near = item?.variants[0]?.text;
  const texts = [`add to ${place}`, `add to cart`];
  const variants =
    near === undefined ? texts.map((text) => ({ text })) : texts.map((text) => ({ text, near }));
  const phrase: TargetPhrase = { raw: texts[0] ?? '', variants, deictic: false };
  const wish = {
    roles: BUTTONS,
    exclude: failedRefs(context),
    threshold: 0.65,
    bonus: (node: PageNode) => (node.role === 'link' ? -0.03 : 0),
  };
  const found = findCandidates(context.page, phrase, wish);
  const candidates =
    near === undefined ? found : found.length > 0 ? nearest(found, near) : pageOf(context, texts, near, wish);
  const single = candidates.filter(({ node }) => itemAround(node) === undefined);
  const meant = near === undefined && single.length > 0 ? single : candidates;
  const enabled = meant.filter(({ node }) => !node.states.has('disabled'));
  const disabled = enabled.length === 0 ? meant[0] : undefined;
  if (disabled !== undefined) return sayDisabled(instruction.text, context, disabled.node);
  return pick({ ...instruction, place }, context, enabled);
}

function sayDisabled(text: string, { language }: StepContext, node: PageNode): Move {
  return { kind: 'fail', message: say(language, 'disabled', { text, what: describeNode(node) }) };
}

/** The item's own page has one button and the item in its heading. */
function pageOf(
  { page }: StepContext,
  texts: string[],
  near: string,
  wish: Parameters<typeof findCandidates>[2],
): ReturnType<typeof findCandidates> {
  const heading = page.nodes.find((node) => node.role === 'heading' && node.level === 1);
  if (Math.max(coverage(near, heading?.name ?? ''), coverage(near, page.title)) < 0.6) return [];
  const phrase: TargetPhrase = {
    raw: texts[0] ?? '',
    variants: texts.map((text) => ({ text })),
    deictic: false,
  };
  return findCandidates(page, phrase, wish).filter(({ node }) => itemAround(node) === undefined);
}

/** Of the buttons near the words, those whose own item says them best. */
function nearest(
  candidates: ReturnType<typeof findCandidates>,
  near: string,
): ReturnType<typeof findCandidates> {
  const rated = candidates.map((candidate) => {
    const item = itemAround(candidate.node);
    const words = item === undefined ? '' : [item, ...descendants(item)].map(({ name }) => name).join(' ');
    const score =
      item === undefined ? candidate.score : coverage(near, words) + compareWords(near, words) / 10;
    return { ...candidate, score };
  });
  const sorted = rated.sort((one, other) => other.score - one.score);
  return sorted.filter(({ score }) => score > (sorted[0]?.score ?? 0) - 0.2);
}

/** No button here: the item may have one on its own page. */
function openItem({ item }: InstructionOf<'add'>, { page, tried }: StepContext): Move | undefined {
  const near = item?.variants[0]?.text;
  if (near === undefined || tried.some(({ purpose }) => purpose === 'open')) return undefined;
  const items = findItemGroups(page)
    .flat()
    .filter((one) => coverage(near, one.text) > 0.75);
  const best = items.sort((one: Item, other: Item) => one.text.length - other.text.length)[0];
  const opener = best === undefined ? undefined : openerOf(best);
  return opener?.ref === undefined || opener.role === 'button'
    ? undefined
    : act('click', { ref: opener.ref }, 'open');
}

function missing(instruction: InstructionOf<'add'>, context: StepContext): Move {
  const text = `add to ${instruction.place}`;
  const phrase: TargetPhrase = { raw: text, variants: [{ text }], deictic: false };
  const what = say(context.language, 'thing', {
    name: instruction.item === undefined ? instruction.text : instruction.item.raw,
  });
  return (
    waitOnce(context, '') ??
    openSomething(context, phrase) ??
    reportMissing(
      instruction,
      context,
      { phrase, wish: { roles: BUTTONS }, missing: what },
      findCandidates(context.page, phrase, { roles: BUTTONS }),
    )
  );
}

/** "set the quantity to 3", in a cart also followed by its update button. */
export const setQuantity: Step<InstructionOf<'quantity'>> = (instruction, context) => {
  const done = mainDone(context);
  const field = done.length > 0 ? undefined : findQuantity(instruction, context);
  if (done.length > 0) return DONE;
  const given = giveUp(instruction, context);
  if (given !== undefined) return given;
  if (field !== undefined && 'kind' in field) return field;
  const what = say(context.language, 'field', {
    name: instruction.item?.raw ?? (context.language === 'zh' ? '数量' : 'quantity'),
  });
  const phrase: TargetPhrase = { raw: 'quantity', variants: [{ text: 'quantity' }], deictic: false };
  if (field === undefined)
    return (
      waitOnce(context, '') ??
      reportMissing(instruction, context, { phrase, wish: { roles: NUMBER_ROLES }, missing: what })
    );
  const { node } = field;
  if (node.role === 'combobox' || node.role === 'listbox')
    return selectIn(instruction, context, node, String(instruction.quantity));
  const typed = actInBatch('type_text', { ref: node.ref, text: String(instruction.quantity) });
  const update = updateButton(node);
  if (update === undefined || typed.kind !== 'act')
    return node.value === String(instruction.quantity) ? DONE : typed;
  return {
    kind: 'act',
    calls: [...typed.calls, { name: 'click', args: { ref: update.ref }, purpose: 'main' }],
  };
};

function findQuantity(
  { item, ...instruction }: InstructionOf<'quantity'>,
  context: StepContext,
): { node: PageNode } | Move | undefined {
  const near =
    item === undefined || item.deictic ? undefined : item.variants.find(({ text }) => text !== '')?.text;
  const failed = failedRefs(context);
  const fields = context.page.nodes.filter(
    (node) => node.ref !== undefined && !failed.has(node.ref) && isQuantity(node),
  );
  const scored = fields.map((node) => {
    const holder = itemAround(node);
    const words = [
      labelOf(node),
      ...(holder === undefined ? [] : [holder, ...descendants(holder)].map(({ name }) => name)),
    ].join(' ');
    return { node, score: near === undefined ? 1 : coverage(near, words) };
  });
  const fitting = near === undefined ? scored : scored.filter(({ score }) => score > 0.6);
  const candidates = fitting.length === 0 && fields.length === 1 ? scored : fitting;
  return pick(
    instruction,
    context,
    candidates.sort((one, other) => other.score - one.score),
  );
}

function updateButton(field: PageNode): PageNode | undefined {
  for (const holder of ancestors(field)) {
    const button = descendants(holder).find(
      (node) => node.ref !== undefined && node.role === 'button' && /^(?:update|更新)/i.test(node.name),
    );
    if (button !== undefined) return button;
    if (PARTS.has(holder.role)) return undefined;
  }
  return undefined;
}
