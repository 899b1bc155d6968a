import { compareWords, coverage } from '../compare-words';
import { findItemGroups, openerOf } from '../find-items';
import { findCandidates } from '../ground';
import type { InstructionOf, TargetPhrase } from '../instruction';
import { say } from '../messages';
import { giveUp, openSomething, reportMissing, waitOnce } from '../moves';
import { ancestors, descendants, type PageNode } from '../read-observation';
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
import { findItem } from './item-action';

const REPLY_FIELD = 'reply message comment answer text body';
const SENDING = /^(?:send|reply|post|submit|answer|发送|回复|提交)/i;

/** "reply to Ada with …": opens the message, types into its reply field, sends. */
export const reply: Step<InstructionOf<'reply'>> = (instruction, context) => {
  const done = mainDone(context);
  const typed = done.find(({ name }) => name === 'type_text');
  const isDone =
    typed !== undefined &&
    (!instruction.send || done.some(({ name }) => name === 'click' || name === 'press_keys'));
  if (isDone) return DONE;
  const given = giveUp(instruction, context);
  if (given !== undefined) return given;
  const field = findReplyField(context);
  const opened = context.tried.filter(
    ({ purpose, status }) => purpose === 'open' && status === 'done',
  ).length;
  if (opened === 0 && instruction.to !== undefined && !instruction.to.deictic) {
    const open = openMessage(instruction, instruction.to, context, field);
    if (open !== undefined) return open;
  }
  if (field !== undefined) return typeAndSend(instruction, context, field, typed !== undefined);
  return pressReply(context) ?? missing(instruction, context);
};

/** The message is opened unless the page is about it already. */
function openMessage(
  instruction: InstructionOf<'reply'>,
  to: TargetPhrase,
  context: StepContext,
  field: PageNode | undefined,
): Move | undefined {
  const words = to.variants.map(({ text, near }) => near ?? text).find((text) => text !== '') ?? '';
  const heading = context.page.nodes.find((node) => node.role === 'heading' && node.level === 1);
  const isHere = field !== undefined && to.rank === undefined && isMentioned(context, words, heading);
  if (isHere) return undefined;
  const item = findItem(instruction, to, context);
  if (item === undefined) return undefined;
  if ('kind' in item) return item;
  const button = item.nodes.find(
    (node) => node.ref !== undefined && node.role === 'button' && compareWords('reply', node.name) > 0.6,
  );
  const opener = button ?? openerOf(item);
  return opener?.ref === undefined ? undefined : act('click', { ref: opener.ref }, 'open');
}

function isMentioned({ page }: StepContext, words: string, heading: PageNode | undefined): boolean {
  if (coverage(words, `${heading?.name ?? ''} ${page.title}`) > 0.7) return true;
  const lists = findItemGroups(page)
    .filter((group) => group.length > 1)
    .flat();
  return (
    !lists.some((item) => coverage(words, item.text) > 0.7) &&
    page.nodes.some((node) => node.role === 'text' && coverage(words, node.name) > 0.9)
  );
}

function findReplyField({ page, tried }: StepContext): PageNode | undefined {
  const failed = failedRefs({ tried } as StepContext);
  const fields = page.nodes.filter(
    (node) =>
      node.ref !== undefined &&
      (node.role === 'textbox' || node.role === 'editable') &&
      !failed.has(node.ref) &&
      !node.states.has('disabled'),
  );
  const named = fields.map((node) => ({
    node,
    score: Math.max(
      compareWords('reply', node.name),
      coverage('reply', holderName(node)),
      compareWords(REPLY_FIELD, node.name) * 0.9,
    ),
  }));
  return named.filter(({ score }) => score > 0.3).sort((one, other) => other.score - one.score)[0]?.node;
}

function holderName(node: PageNode): string {
  return ancestors(node)
    .filter(({ role }) => ['form', 'dialog', 'region', 'group'].includes(role))
    .map(({ name }) => name)
    .join(' ');
}

function typeAndSend(
  { message, send }: InstructionOf<'reply'>,
  context: StepContext,
  field: PageNode,
  typed: boolean,
): Move {
  const button = send ? findSend(context, field) : undefined;
  const type: StepCall = { name: 'type_text', args: { ref: field.ref, text: message }, purpose: 'main' };
  if (!typed)
    return {
      kind: 'act',
      calls:
        button === undefined ? [type] : [type, { name: 'click', args: { ref: button.ref }, purpose: 'main' }],
    };
  return button === undefined
    ? act('press_keys', { keys: 'Control+Enter', ref: field.ref })
    : act('click', { ref: button.ref });
}

/** The button that sends stands with the field: in its form, or in the smallest part of the page that has one. */
function findSend(context: StepContext, field: PageNode): PageNode | undefined {
  const failed = failedRefs(context);
  for (const holder of ancestors(field)) {
    const buttons = descendants(holder).filter(
      (node) =>
        node.ref !== undefined && node.role === 'button' && !failed.has(node.ref) && SENDING.test(node.name),
    );
    const after = buttons.find((node) => node.order > field.order) ?? buttons[0];
    if (after !== undefined) return after;
  }
  return undefined;
}

/** A message on its own page has a button that opens the reply field. */
function pressReply(context: StepContext): Move | undefined {
  const pressed = new Set(context.tried.map(({ args }) => args['ref']));
  const phrase: TargetPhrase = { raw: 'reply', variants: [{ text: 'reply' }], deictic: false };
  const wish = {
    roles: new Set(['button', 'link', 'menuitem']),
    threshold: 0.8,
    exclude: failedRefs(context),
  };
  const button = findCandidates(context.page, phrase, wish).find(({ node }) => !pressed.has(node.ref));
  return button === undefined ? undefined : act('click', { ref: button.node.ref }, 'open');
}

function missing(instruction: InstructionOf<'reply'>, context: StepContext): Move {
  const to = instruction.to;
  const phrase: TargetPhrase = to ?? { raw: 'reply', variants: [{ text: 'reply' }], deictic: false };
  const opened = context.tried.some(({ purpose, status }) => purpose === 'open' && status === 'done');
  const what =
    to !== undefined && !to.deictic && !opened
      ? say(context.language, 'item', { name: to.raw })
      : say(context.language, 'reply-field');
  return (
    waitOnce(context, '') ??
    openSomething(context, phrase) ??
    reportMissing(instruction, context, { phrase, wish: {}, missing: what })
  );
}
