import { compareWords, coverage } from '../compare-words';
import type { InstructionOf, TargetPhrase } from '../instruction';
import { say } from '../messages';
import { giveUp, openSomething, reportMissing, waitOnce } from '../moves';
import { ancestors, type PageNode } from '../read-observation';
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
import { findSend, isAboutMessage, openMessage, pressControl } from './open-message';

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
    const { to } = instruction;
    const isHere = field !== undefined && to.rank === undefined && isAboutMessage(context, to);
    const open = openMessage(instruction, to, context, isHere, 'reply');
    if (open !== undefined) return open;
  }
  if (field !== undefined) return typeAndSend(instruction, context, field, typed !== undefined);
  return pressControl('reply', context) ?? missing(instruction, context);
};

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
  const best = named
    .filter(({ score }) => score > 0.3)
    .sort((one, other) => other.score - one.score)[0]?.node;
  const long = fields.filter(({ states }) => states.has('multiline'));
  const opened = tried.some(({ purpose, status }) => purpose === 'open' && status === 'done');
  return best ?? (opened && long.length === 1 ? long[0] : undefined);
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
  const button = send ? findSend(context, field, SENDING) : undefined;
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
