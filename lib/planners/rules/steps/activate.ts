import { compareWords } from '../compare-words';
import { openerOf, pickItem, rankItems } from '../find-items';
import { findCandidates, isBare, type Wish } from '../ground';
import type { InstructionOf, TargetPhrase } from '../instruction';
import { say } from '../messages';
import { actOn, giveUp, pick, reportMissing, waitOnce } from '../moves';
import type { PageNode } from '../read-observation';
import { act, DONE, failedRefs, mainDone, type Move, type Step, type StepContext } from '../step';
import { activateEvery } from './activate-every';
import { findItem } from './item-action';
import { openNext, pressable } from './seek';
import { hasOpenedPage, openNumberedPage } from './turn-pages';
import { setOnOff } from './set-value';

const PLACES_TO_GO = new Set([
  'link',
  'row',
  'treeitem',
  'option',
  'tab',
  'menuitem',
  'clickable',
  'gridcell',
]);
const ONOFF: ReadonlySet<string> = new Set(['switch', 'checkbox', 'menuitemcheckbox']);
/** What is looked for behind closed things is not taken for something that is only called alike. */
const SURE = 0.95;
/** A word that no rule knows is a button's name only when the page says nearly the same. */
const TENTATIVE = 0.8;

/** "click Save", "open the cheapest", "log out". */
export const activate: Step<InstructionOf<'activate'>> = (given, context) => {
  if (given.every !== undefined) return activateEvery(given, context);
  if (mainDone(context).length > 0) return DONE;
  const target = readSign(given.target);
  const instruction = { ...given, target };
  if (target.deictic) return activateThis(instruction, context);
  if (target.rank !== undefined && !isBare(target)) return activateRanked(instruction, context);
  if (
    instruction.orElseBack === true &&
    findCandidates(context.page, target, wishFor(instruction)).length === 0
  )
    return act('go_back', {});
  const missing = say(context.language, 'thing', { name: target.raw });
  const search = {
    phrase: target,
    wish: wishFor(instruction),
    missing,
    openings: instruction.tentative !== true,
  };
  const special =
    switchOff(instruction, context) ??
    findMentioned(instruction, context) ??
    seekFurther(instruction, context);
  if (special !== undefined) return special;
  const opens = instruction.verb === 'open';
  return actOn(instruction, context, search, (node) =>
    opens && ONOFF.has(node.role) ? setOnOff(node, true) : clickIt(node),
  );
};

/** The sign in the corner of a dialog is called "x" by people, and "Close" by the page. */
function readSign(target: TargetPhrase): TargetPhrase {
  const signs = target.variants.filter(({ text }) => /^[x×✕✖]$/i.test(text));
  const closing = signs.map((variant) => ({ ...variant, text: 'close' }));
  return closing.length === 0 ? target : { ...target, variants: [...target.variants, ...closing] };
}

/** What was told to be looked for may be behind a tab, in a section or in a folder. */
function seekFurther(instruction: InstructionOf<'activate'>, context: StepContext): Move | undefined {
  if (instruction.seek !== true || giveUp(instruction, context) !== undefined) return undefined;
  const wish = { ...wishFor(instruction), exclude: failedRefs(context) };
  const found = findCandidates(context.page, instruction.target, wish).some(({ score }) => score >= SURE);
  return found ? undefined : openNext(context);
}

/** 打开 and 关闭 are also what is done with a switch. */
function switchOff({ target }: InstructionOf<'activate'>, context: StepContext): Move | undefined {
  const words = /^(?:关闭|关掉)\s*(.+)$/.exec(target.raw)?.[1];
  if (words === undefined) return undefined;
  const phrase: TargetPhrase = { raw: words, variants: [{ text: words }], deictic: false };
  const found = findCandidates(context.page, phrase, {
    roles: ONOFF,
    threshold: 0.85,
    exclude: failedRefs(context),
  })[0];
  return found === undefined ? undefined : setOnOff(found.node, false);
}

/** "the message from Ada": no element is called so, but one item mentions her. */
function findMentioned(instruction: InstructionOf<'activate'>, context: StepContext): Move | undefined {
  const { target, verb, tentative } = instruction;
  const near = target.variants.some((variant) => variant.near !== undefined);
  if (verb !== 'open' || tentative === true || !near || giveUp(instruction, context) !== undefined)
    return undefined;
  const wish = { ...wishFor(instruction), exclude: failedRefs(context) };
  if (findCandidates(context.page, target, wish).length > 0) return undefined;
  const found = findItem(instruction, target, context);
  if (found === undefined || 'kind' in found) return found;
  const opener = openerOf(found);
  return opener?.ref === undefined || failedRefs(context).has(opener.ref) ? undefined : clickIt(opener);
}

/** Clicks what the ranked phrase speaks of: the item at that place among those that can be compared. */
export function activateRanked(
  instruction: InstructionOf<'activate' | 'choose'>,
  context: StepContext,
): Move {
  const target = instruction.kind === 'activate' ? instruction.target : instruction.option;
  const given = giveUp(instruction, context);
  if (given !== undefined) return given;
  const turn = turnToRank(context, target);
  if (turn !== undefined) return turn;
  const opener = findRanked(context, target);
  if (opener !== undefined) return clickIt(opener);
  const what = say(context.language, 'what-to-open');
  return (
    waitOnce(context, '') ?? reportMissing(instruction, context, { phrase: target, wish: {}, missing: what })
  );
}

/** "the 7th result" of a list with three to a page is on another page. */
function turnToRank(context: StepContext, { rank, variants }: TargetPhrase): Move | undefined {
  if (rank?.by !== 'position' || rank.index < 0) return undefined;
  const items = rankItems(context.page, rank, variants[0]?.text ?? '', context.now);
  return rank.index < items.length ? undefined : openNumberedPage(context, rank.index, items.length);
}

/** What opens the item that the rank points at; the next one when it was tried in vain. */
function findRanked(context: StepContext, target: TargetPhrase): PageNode | undefined {
  const { rank } = target;
  if (rank === undefined) return undefined;
  const noun = target.variants[0]?.text ?? '';
  const named = rank.by === 'position' && noun !== '' ? findNthNamed(context, target) : undefined;
  if (named !== undefined) return named;
  const tried = failedRefs(context);
  const items = rankItems(context.page, rank, noun, context.now).filter(
    (item) => !tried.has(openerOf(item)?.ref ?? ''),
  );
  const there = hasOpenedPage(context) && rank.by === 'position' && rank.index >= items.length;
  const item = pickItem(items, there ? { ...rank, index: rank.index % items.length } : rank);
  return item === undefined ? undefined : openerOf(item);
}

/** "the second Edit button": the nth of those that have the very name. */
function findNthNamed(context: StepContext, target: TargetPhrase): PageNode | undefined {
  const index = target.rank?.index ?? 0;
  const named = findCandidates(context.page, target, { threshold: 0.94, exclude: failedRefs(context) })
    .map(({ node }) => node)
    .sort((one, other) => one.order - other.order);
  return named.length < 2 ? undefined : index < 0 ? named.at(index) : named[index];
}

/** "this": what the user pointed at when the task was made; otherwise what the run acted on last. */
function activateThis(instruction: InstructionOf<'activate'>, context: StepContext): Move {
  const given = giveUp(instruction, context);
  if (given !== undefined) return given;
  const link = context.attachments.find(({ kind }) => kind === 'link' || kind === 'image');
  if (link?.kind === 'link') return act('navigate', { url: link.url });
  const element = context.attachments.find(({ kind }) => kind === 'element');
  if (element?.kind === 'element')
    return {
      kind: 'act',
      calls: [{ name: 'click', args: {}, purpose: 'main', target: element.fingerprint }],
    };
  const selection = context.attachments.find(({ kind }) => kind === 'selection');
  const words = selection?.kind === 'selection' ? selection.text : '';
  const phrase: TargetPhrase = { raw: words, variants: [{ text: words }], deictic: false };
  const found = words === '' ? undefined : pick(instruction, context, findCandidates(context.page, phrase));
  if (found !== undefined) return 'kind' in found ? found : clickIt(found.node);
  if (link?.kind === 'image') return act('navigate', { url: link.url });
  const group = rankItems(context.page, { by: 'position', order: 'lowest', index: 0 }, '', context.now);
  const only = group.length === 1 ? openerOf(group[0] ?? { nodes: [], text: '' }) : undefined;
  if (only !== undefined) return clickIt(only);
  if (context.lastRef !== undefined) return act('click', { ref: context.lastRef });
  return reportMissing(instruction, context, {
    phrase: instruction.target,
    wish: {},
    missing: say(context.language, 'thing', { name: instruction.target.raw }),
  });
}

function wishFor({ verb, tentative, target }: InstructionOf<'activate'>): Wish {
  const wish: Wish = {
    bonus: (node, score) => (verb === 'open' ? openBonus(node, score) : clickBonus(node)),
  };
  if (tentative === true) wish.threshold = TENTATIVE;
  else if (target.variants.some(({ text }) => /^(?:ok|x|×)$/i.test(text))) wish.threshold = 0.9;
  return wish;
}

/** What is opened is a place more often than a command: the message, not the button "Archive: <message>". */
function openBonus(node: PageNode, score: number): number {
  if (node.role === 'link') return 0.2;
  if (PLACES_TO_GO.has(node.role) || node.states.has('collapsed') || node.states.has('popup')) return 0.15;
  return score >= 0.95 ? 0 : -0.15;
}

function clickBonus(node: PageNode): number {
  if (['textbox', 'searchbox', 'spinbutton', 'slider'].includes(node.role)) return -0.1;
  return node.role === 'button' || node.role === 'link' ? 0.01 : 0;
}

/** Checkboxes and radios are set, not clicked: a click on one that is on would turn it off. */
export function clickIt(node: PageNode): Move {
  const toggles = node.role === 'radio' || node.role === 'menuitemradio';
  return toggles
    ? act('set_checked', { ref: node.ref, checked: true })
    : act('click', { ref: pressable(node).ref });
}

/** "next page". */
export const turnPage: Step<InstructionOf<'turn-page'>> = (instruction, context) => {
  if (mainDone(context).length > 0) return DONE;
  const words = instruction.to === 'next' ? 'next' : 'previous';
  const signs = instruction.to === 'next' ? /^(?:›|»|>|→|>>)$/ : /^(?:‹|«|<|←|<<)$/;
  const phrase: TargetPhrase = {
    raw: instruction.text,
    variants: [{ text: words }, { text: `${words} page` }, { text: `go to ${words} page` }],
    deictic: false,
  };
  const sign = context.page.nodes.find(
    (node) => node.ref !== undefined && signs.test(node.name.trim()) && !failedRefs(context).has(node.ref),
  );
  const missing = say(context.language, 'next-page');
  const move = actOn(
    instruction,
    context,
    {
      phrase,
      wish: { roles: new Set(['link', 'button', 'clickable']), bonus: inPagination },
      missing,
      openings: false,
    },
    clickIt,
  );
  return move.kind === 'fail' &&
    sign !== undefined &&
    !sign.states.has('disabled') &&
    giveUp(instruction, context) === undefined
    ? clickIt(sign)
    : move;
};

function inPagination(node: PageNode): number {
  const name = node.parent?.name ?? '';
  return node.parent?.role === 'navigation' || compareWords('pages pagination 分页', name) > 0.2 ? 0.1 : 0;
}

/** "hover over Products". */
export const hover: Step<InstructionOf<'hover'>> = (instruction, context) => {
  if (mainDone(context).length > 0) return DONE;
  const missing = say(context.language, 'thing', { name: instruction.target.raw });
  return actOn(
    instruction,
    context,
    { phrase: instruction.target, wish: {}, missing, openings: false },
    (node) => act('hover', { ref: node.ref }),
  );
};
