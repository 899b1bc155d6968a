import { compareWords } from './compare-words';
import { itemAround, nameItem } from './find-items';
import { choose, findCandidates, labelOf, type Candidate, type Wish } from './ground';
import type { Instruction, TargetPhrase } from './instruction';
import { listNames, say, type MessageKey } from './messages';
import { ancestors, describeNode, descendants, shorten, type PageNode } from './read-observation';
import { act, failedRefs, replyOf, type Move, type StepContext } from './step';

/** Calls of one instruction that may fail before it is given up: the best candidate and the next-best. */
const MOST_FAILURES = 2;
const MOST_CHOICES = 8;
const WAIT_SECONDS = 3;
const MENU_NAMES = 'menu more options actions navigation 菜单 更多 操作';
const MOST_OPENINGS = 2;

/** The move for a call that failed twice or was refused; undefined when it may be tried (again). */
export function giveUp(instruction: Instruction, context: StepContext): Move | undefined {
  const last = context.tried.at(-1);
  const refused = context.tried.find(({ status, purpose }) => status === 'refused' && purpose !== 'wait');
  if (refused !== undefined) return failed(instruction, context, 'refused', refused.message);
  const failures = context.tried.filter(({ status, purpose }) => status === 'failed' && purpose !== 'wait');
  if (failures.length < MOST_FAILURES) return undefined;
  return failed(instruction, context, 'failed', (failures.at(-1) ?? last)?.message ?? '');
}

function failed({ text }: Instruction, { language }: StepContext, key: MessageKey, why: string): Move {
  return { kind: 'fail', message: say(language, key, { text, why }) };
}

/**
 * Finds the one element and acts on it. Asks when several are equal, waits once when the page is still settling,
 * opens a menu that may hold it, and otherwise says what was not found and what comes nearest.
 */
export function actOn(
  instruction: Instruction,
  context: StepContext,
  search: { phrase: TargetPhrase; wish: Wish; missing: string; openings?: boolean },
  move: (node: PageNode) => Move,
): Move {
  const given = giveUp(instruction, context);
  if (given !== undefined) return given;
  const wish = { ...search.wish, exclude: new Set([...failedRefs(context), ...(search.wish.exclude ?? [])]) };
  const candidates = findCandidates(context.page, search.phrase, wish);
  const enabled = candidates.filter(({ node }) => !node.states.has('disabled'));
  const picked = pick(instruction, context, enabled);
  if (picked !== undefined && 'kind' in picked) return picked;
  if (picked !== undefined) return move(picked.node);
  return (
    waitOnce(context, search.phrase.variants[0]?.text ?? '') ??
    (search.openings === false ? undefined : openSomething(context, search.phrase)) ??
    reportMissing(instruction, context, search, candidates)
  );
}

/** One of the candidates, a question when they are equal, or undefined when there is none. */
export function pick(
  instruction: Instruction,
  context: StepContext,
  candidates: Candidate[],
): { node: PageNode } | Move | undefined {
  const choice = choose(preferReplied(context, candidates));
  if (choice.kind === 'none') return undefined;
  if (choice.kind === 'one') return { node: choice.node };
  const replied = findReplied(context, choice.nodes);
  if (replied !== undefined) return { node: replied };
  if (replyOf(context) !== undefined) return { node: choice.nodes[0] as PageNode };
  return askWhich(instruction, context, choice.nodes);
}

/** The user's choice narrows what is looked at; the label of each candidate is what they chose from. */
function preferReplied(context: StepContext, candidates: Candidate[]): Candidate[] {
  const reply = replyOf(context);
  if (reply === undefined) return candidates;
  const chosen = candidates.filter(({ node }) => labelChoice(node) === reply);
  return chosen.length > 0 ? chosen : candidates;
}

function findReplied(context: StepContext, nodes: PageNode[]): PageNode | undefined {
  const reply = replyOf(context);
  if (reply === undefined) return undefined;
  const position = /^\s*#?(\d{1,2})\s*[.)]?\s*$/.exec(reply)?.[1];
  if (position !== undefined) return nodes[Number(position) - 1];
  const scored = nodes.map((node) => ({ node, score: compareWords(reply, labelChoice(node)) }));
  const best = scored.sort((one, other) => other.score - one.score)[0];
  return best !== undefined && best.score > 0.3 ? best.node : undefined;
}

export function askWhich({ text }: Instruction, { language }: StepContext, nodes: PageNode[]): Move {
  const choices = [...new Set(nodes.map(labelChoice))].slice(0, MOST_CHOICES);
  return { kind: 'ask', question: say(language, 'which-one', { text }), choices };
}

/** An element as a choice for the user: its name, and what it belongs to when others have the same name. */
function labelChoice(node: PageNode): string {
  const item = itemAround(node);
  const name = labelOf(node);
  if (item !== undefined) {
    const around = nameItem({ nodes: [item, ...descendants(item)], text: '' });
    return shorten(around === '' || around === name ? name : `${name} – ${around}`, 120);
  }
  const group = ancestors(node).find((holder) => holder.name !== '');
  return shorten(group === undefined ? name : `${name} (${group.name})`, 120);
}

/** It was there and did not work: that is the reason to tell, not that nothing else is there. */
function findFailure({ tried }: StepContext): StepContext['tried'][number] | undefined {
  return tried.findLast(({ status, purpose }) => status === 'failed' && purpose === 'main');
}

/** What is missing may still be loading: one wait, and only right after something was done. */
export function waitOnce(context: StepContext, text: string): Move | undefined {
  if (
    !context.settling ||
    findFailure(context) !== undefined ||
    context.tried.some(({ purpose }) => purpose === 'wait')
  )
    return undefined;
  return act(
    'wait_for',
    text === '' ? { seconds: 1 } : { text: shorten(text, 200), seconds: WAIT_SECONDS },
    'wait',
  );
}

/** Opens a closed menu or section that may hold the target: one whose name speaks of it, else one called "Menu". */
export function openSomething(
  context: StepContext,
  phrase: TargetPhrase,
  within?: PageNode,
): Move | undefined {
  const opened = context.tried.filter(({ purpose }) => purpose === 'open');
  if (opened.length >= MOST_OPENINGS || findFailure(context) !== undefined) return undefined;
  const refs = new Set(opened.map(({ args }) => args['ref']));
  const words = phrase.variants.flatMap(({ text, near }) => [text, near ?? '']).join(' ');
  const closed = (within === undefined ? context.page.nodes : descendants(within))
    .filter((node) => node.ref !== undefined && !refs.has(node.ref) && !node.states.has('disabled'))
    .filter(
      (node) =>
        node.role !== 'combobox' &&
        (node.states.has('collapsed') || (node.states.has('popup') && !node.states.has('expanded'))),
    )
    .map((node) => ({
      node,
      score: Math.max(compareWords(node.name, words), compareWords(node.name, MENU_NAMES) * 0.9),
    }))
    .filter(({ score }) => score > 0.2 || within !== undefined)
    .sort((one, other) => other.score - one.score)[0];
  return closed === undefined ? undefined : act('click', { ref: closed.node.ref }, 'open');
}

/** Says plainly what is not there, with what comes nearest. */
export function reportMissing(
  instruction: Instruction,
  context: StepContext,
  search: { phrase: TargetPhrase; wish: Wish; missing: string },
  found: Candidate[] = [],
): Move {
  const { language } = context;
  const failure = findFailure(context);
  if (failure !== undefined) return failed(instruction, context, 'failed', failure.message);
  const disabled = found.find(({ node }) => node.states.has('disabled'));
  if (disabled !== undefined) {
    return {
      kind: 'fail',
      message: say(language, 'disabled', { text: instruction.text, what: describeNode(disabled.node) }),
    };
  }
  const near = findCandidates(context.page, search.phrase, { ...search.wish, threshold: 0.15 }).slice(0, 3);
  const names = near.length > 0 ? near.map(({ node }) => node) : listAlike(context, search.wish.roles);
  const key = near.length > 0 ? 'nearest' : 'has-only';
  const nearest =
    names.length === 0
      ? ''
      : say(language, key, {
          names: listNames(
            language,
            names.map((node) => shorten(labelOf(node), 60)),
          ),
        });
  return {
    kind: 'fail',
    message: say(language, 'not-found', { text: instruction.text, what: search.missing, nearest }),
  };
}

/** What there is instead, of the main part of the page when it has one. */
function listAlike({ page }: StepContext, roles: ReadonlySet<string> | undefined): PageNode[] {
  if (roles === undefined) return [];
  const alike = page.nodes.filter(
    (node) => node.ref !== undefined && roles.has(node.role) && labelOf(node) !== '',
  );
  const inMain = alike.filter((node) =>
    ancestors(node).some(({ role }) => role === 'main' || role === 'dialog'),
  );
  return (inMain.length > 0 ? inMain : alike).slice(0, 5);
}
