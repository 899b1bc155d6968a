import { compareWords, coverage } from '../compare-words';
import { findItemGroups, isAside, nameItem, openerOf, pickItem, rankItems, type Item } from '../find-items';
import { findCandidates, hintOf } from '../ground';
import type { InstructionOf, TargetPhrase } from '../instruction';
import { say } from '../messages';
import { giveUp, openSomething, pick, reportMissing, waitOnce } from '../moves';
import type { PageNode } from '../read-observation';
import { act, DONE, failedRefs, mainDone, replyOf, type Move, type Step, type StepContext } from '../step';

const ACTING: ReadonlySet<string> = new Set([
  'button',
  'link',
  'checkbox',
  'switch',
  'menuitem',
  'menuitemcheckbox',
  'clickable',
]);

/** "archive the message from Ada", "star the second one", "delete it": a control of that name, in the item meant. */
export const actOnItem: Step<InstructionOf<'item-action'>> = (instruction, context) => {
  const done = mainDone(context);
  if (done.length > 0) return DONE;
  const given = giveUp(instruction, context);
  if (given !== undefined) return given;
  const { item } = instruction;
  const wantsItem = item !== undefined && !item.deictic;
  const found = wantsItem ? findItem(instruction, item, context) : undefined;
  if (found !== undefined && 'kind' in found) return found;
  if (found !== undefined)
    return actInItem(instruction, context, found) ?? actOnPage(instruction, context, found);
  return actOnPage(instruction, context, undefined);
};

/** The item that the words mean; a question when two of them fit as well. */
export function findItem(
  instruction: InstructionOf<'item-action' | 'reply' | 'forward' | 'activate'>,
  phrase: TargetPhrase,
  context: StepContext,
): Item | Move | undefined {
  if (phrase.rank !== undefined) {
    const noun = phrase.variants[0]?.text ?? '';
    return pickItem(rankItems(context.page, phrase.rank, noun, context.now), phrase.rank);
  }
  const scored = findItemGroups(context.page)
    .filter((group) => !isAside(group, ''))
    .flat()
    .map((item) => ({ item, score: Math.max(...phrase.variants.map((variant) => rateItem(variant, item))) }))
    .filter(({ score, item }) => score > 0.6 && item.nodes.some(({ ref }) => ref !== undefined))
    .sort((one, other) => other.score - one.score || one.item.text.length - other.item.text.length);
  const best = scored[0];
  if (best === undefined) return undefined;
  const equals = scored
    .filter(({ item, score }) => best.score - score < 0.05 && !overlaps(item, best.item))
    .map(({ item }) => item);
  if (equals.length === 0) return best.item;
  return askItem(instruction, context, [best.item, ...equals]);
}

/** "the message from Ada" mentions her and need not say "message"; "the lamp from the list" says lamp. */
function rateItem({ text, near }: { text: string; near?: string }, item: Item): number {
  if (text === '' && near === undefined) return 0;
  if (near === undefined) return coverage(text, item.text) + compareWords(text, nameItem(item)) / 5;
  const [own, context] = [text === '' ? 0 : coverage(text, item.text), coverage(near, item.text)];
  return Math.max(0.9 * own + 0.1 * context, 0.8 * context + 0.2 * own);
}

function overlaps(one: Item, other: Item): boolean {
  return one.nodes.some((node) => other.nodes.includes(node));
}

function askItem(
  { text }: InstructionOf<'item-action' | 'reply' | 'forward' | 'activate'>,
  context: StepContext,
  items: Item[],
): Item | Move {
  const names = items.map((item) => item.text.slice(0, 120));
  const reply = replyOf(context);
  const chosen =
    reply === undefined ? -1 : names.findIndex((name) => name === reply || coverage(reply, name) > 0.8);
  if (reply !== undefined) return items[Math.max(0, chosen)] as Item;
  return {
    kind: 'ask',
    question: say(context.language, 'which-one', { text }),
    choices: [...new Set(names)].slice(0, 8),
  };
}

function actInItem(
  instruction: InstructionOf<'item-action'>,
  context: StepContext,
  item: Item,
): Move | undefined {
  const failed = failedRefs(context);
  const named = item.nodes
    .filter(
      (node) =>
        node.ref !== undefined &&
        ACTING.has(node.role) &&
        !failed.has(node.ref) &&
        !node.states.has('disabled'),
    )
    .map((node) => ({ node, score: rateAction(instruction.action, node, item) }))
    .filter(({ score }) => score > 0.6)
    .sort((one, other) => other.score - one.score)[0];
  if (named !== undefined) return press(named.node, instruction.action);
  return openIn(item, instruction, context);
}

/** "Archive: Dinner on Friday?" is the archive button of that item; the item's own link is not, whatever its words. */
function rateAction(action: string, node: PageNode, item: Item): number {
  const toggled = node.states.has('pressed') || node.role === 'checkbox' || node.role === 'switch';
  const words = toggled ? action.replace(/^un(?=[a-z])/i, '').replace(/^取消/, '') : action;
  const whole = compareWords(words, node.name === '' ? hintOf(node) : node.name);
  const head = compareWords(words, node.name.split(/[:：–—-]/)[0] ?? '') * 0.98;
  const isOpener = node === openerOf(item);
  return isOpener && node.role !== 'button' && whole < 0.9 ? 0 : Math.max(whole, head);
}

function press(node: PageNode, action: string): Move {
  const off = /^un|取消/i.test(action);
  if (node.states.has('pressed') || node.role === 'checkbox' || node.role === 'switch') {
    const is = node.states.get('pressed') === '' || node.states.has('checked');
    if (is !== off) return DONE;
    return node.role === 'button'
      ? act('click', { ref: node.ref })
      : act('set_checked', { ref: node.ref, checked: !off });
  }
  return act('click', { ref: node.ref });
}

/** The row's own menu, else its box for a toolbar, else the item's own page. */
function openIn(
  item: Item,
  instruction: InstructionOf<'item-action'>,
  context: StepContext,
): Move | undefined {
  const opened = new Set(
    context.tried.filter(({ purpose }) => purpose === 'open').map(({ args }) => args['ref']),
  );
  const menu = item.nodes.find(
    (node) =>
      node.ref !== undefined &&
      !opened.has(node.ref) &&
      (node.states.has('popup') || (node.states.has('collapsed') && node.role === 'button')),
  );
  if (menu !== undefined) return act('click', { ref: menu.ref }, 'open');
  const tool = findAction(instruction.action, context).find(({ node }) => !item.nodes.includes(node))?.node;
  const box = item.nodes.find((node) => node.ref !== undefined && node.role === 'checkbox');
  if (box !== undefined && tool !== undefined) {
    const click = { name: 'click', args: { ref: tool.ref }, purpose: 'main' as const };
    return {
      kind: 'act',
      calls: box.states.has('checked')
        ? [click]
        : [{ name: 'set_checked', args: { ref: box.ref, checked: true }, purpose: 'open' }, click],
    };
  }
  if (tool !== undefined && opened.size > 0) return undefined;
  const opener = openerOf(item);
  if (opener?.ref === undefined || opened.size > 0 || opener.role === 'button') return undefined;
  return act('click', { ref: opener.ref }, 'open');
}

/** The control on the page itself: on the page of one message, in an opened menu, in a toolbar. */
function actOnPage(
  instruction: InstructionOf<'item-action'>,
  context: StepContext,
  item: Item | undefined,
): Move {
  const whole: TargetPhrase = {
    raw: instruction.text,
    variants: [{ text: instruction.text }],
    deictic: false,
  };
  const byText = findCandidates(context.page, whole, {
    roles: ACTING,
    threshold: 0.85,
    exclude: failedRefs(context),
  });
  const opened = context.tried.some(({ purpose, status }) => purpose === 'open' && status === 'done');
  const isNamed = instruction.item !== undefined && !instruction.item.deictic;
  const wanted =
    item === undefined && isNamed && !opened && !isAbout(context, instruction.item)
      ? byText
      : [...byText, ...findAction(instruction.action, context)];
  const picked = pick(instruction, context, wanted);
  if (picked !== undefined) return 'kind' in picked ? picked : press(picked.node, instruction.action);
  const phrase: TargetPhrase = {
    raw: instruction.action,
    variants: [{ text: instruction.action }],
    deictic: false,
  };
  const missing =
    isNamed && item === undefined && !opened
      ? say(context.language, 'item', { name: instruction.item?.raw ?? '' })
      : say(context.language, 'action-of-item', { name: instruction.action });
  return (
    waitOnce(context, '') ??
    openSomething(context, phrase) ??
    reportMissing(instruction, context, { phrase, wish: { roles: ACTING }, missing })
  );
}

function findAction(action: string, context: StepContext): ReturnType<typeof findCandidates> {
  const phrase: TargetPhrase = { raw: action, variants: [{ text: action }], deictic: false };
  return findCandidates(context.page, phrase, {
    roles: ACTING,
    threshold: 0.65,
    exclude: failedRefs(context),
  }).filter(({ node }) => !node.states.has('disabled'));
}

/** Whether the page itself is the item's: its heading or title says the words. */
function isAbout({ page }: StepContext, phrase: TargetPhrase | undefined): boolean {
  const heading = page.nodes.find((node) => node.role === 'heading' && node.level === 1);
  return (phrase?.variants ?? []).some(
    ({ text }) => text !== '' && coverage(text, `${heading?.name ?? ''} ${page.title}`) > 0.8,
  );
}
