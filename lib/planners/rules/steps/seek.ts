import { say } from '../messages';
import type { InstructionOf } from '../instruction';
import { actOn, giveUp, reportMissing, waitOnce } from '../moves';
import { descendants, type PageNode } from '../read-observation';
import { findCandidates } from '../ground';
import { act, DONE, mainDone, type Move, type Step, type StepContext } from '../step';

/** Closed things that are opened for one instruction before it is given up. */
const MOST_OPENED = 40;
/** What has an inside as a rule. */
const TREE: ReadonlySet<string> = new Set(['treeitem', 'listitem']);

/** "find and click X" behind tabs, sections and folders: opens the next one that was not opened yet, further down first. */
export function openNext(context: StepContext): Move | undefined {
  const opened = new Set(
    context.tried.filter(({ purpose }) => purpose === 'open').map(({ args }) => args['ref']),
  );
  if (opened.size >= MOST_OPENED) return undefined;
  const closed = context.page.nodes.filter(
    (node) => node.ref !== undefined && !node.states.has('disabled') && mayHide(node),
  );
  const last = context.page.nodes.find(({ ref }) => ref !== undefined && ref === context.lastRef);
  const fresh = closed.filter((node) => !opened.has(pressable(node).ref));
  const next = fresh.find(({ order }) => order > (last?.order ?? -1)) ?? fresh[0];
  return next === undefined ? undefined : act('click', { ref: pressable(next).ref }, 'open');
}

function mayHide({ role, states, name, parent }: PageNode): boolean {
  if (role === 'combobox' || states.has('expanded')) return false;
  if (states.has('collapsed') || states.has('popup')) return true;
  if (role === 'tab') return !states.has('selected');
  // The small sign before the name of a folder.
  return (role === 'clickable' || role === 'button') && name === '' && TREE.has(parent?.role ?? '');
}

/** A tab that is nothing but a link, or a heading that is nothing but a button: what is in it takes the click. */
export function pressable(node: PageNode): PageNode {
  if (node.role !== 'tab') return node;
  const inner = descendants(node).filter(({ ref }) => ref !== undefined);
  const [only] = inner;
  return inner.length === 1 && only !== undefined && only.name === node.name ? only : node;
}

/** "expand the section below": what is called so, or the only thing that is closed. */
export const expand: Step<InstructionOf<'expand'>> = (instruction, context) => {
  if (mainDone(context).length > 0) return DONE;
  const given = giveUp(instruction, context);
  if (given !== undefined) return given;
  const closed = context.page.nodes.filter(
    (node) => node.ref !== undefined && (node.states.has('collapsed') || node.states.has('popup')),
  );
  const named = findCandidates(context.page, instruction.target).filter(
    ({ node }) => closed.includes(node) || node.states.has('expanded'),
  )[0]?.node;
  const node = named ?? closed.find((one) => !isAction(one)) ?? findToggle(context);
  if (node !== undefined)
    return node.states.has('expanded') ? DONE : act('click', { ref: pressable(node).ref });
  const missing = say(context.language, 'thing', { name: instruction.target.raw });
  return (
    waitOnce(context, '') ??
    reportMissing(instruction, context, { phrase: instruction.target, wish: {}, missing })
  );
};

/** What a list of closed things ends with may be the button that sends the form. */
function isAction({ name }: PageNode): boolean {
  return /^(?:submit|send|save|ok|cancel|提交|发送|保存)$/i.test(name.trim());
}

/** Menus are often opened by a bare sign. */
function findToggle({ page }: StepContext): PageNode | undefined {
  return page.nodes.find(
    (node) => node.ref !== undefined && /^(?:\+|☰|▸|▶|►|⋮|…|›|>)$/.test(node.name.trim()),
  );
}

/** "focus on the 2nd text field". */
export const focus: Step<InstructionOf<'focus'>> = (instruction, context) => {
  if (mainDone(context).length > 0) return DONE;
  const missing = say(context.language, 'field', { name: instruction.target.raw });
  const search = { phrase: instruction.target, wish: {}, missing };
  return actOn(instruction, context, search, (node) =>
    node.states.has('focused') ? DONE : act('click', { ref: node.ref }),
  );
};
