import { compareWords } from '../compare-words';
import { labelOf } from '../ground';
import type { InstructionOf } from '../instruction';
import { say } from '../messages';
import { giveUp, openSomething, reportMissing, waitOnce } from '../moves';
import type { PageNode } from '../read-observation';
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

const RECIPIENT = /^(?:to|recipients?|forward to|send to|e-?mail(?: address)?|address|收件人)\b/i;
const SENDING = /^(?:send|forward|share|submit|发送|转发|提交)/i;
const FIELDS = new Set(['textbox', 'combobox', 'searchbox']);

/** "forward the message from Ada to Bob": opens the message, presses Forward, names the recipient, sends. */
export const forward: Step<InstructionOf<'forward'>> = (instruction, context) => {
  const done = mainDone(context);
  const typed = done.some(({ name }) => name === 'type_text');
  if (typed && done.some(({ name }) => name === 'click' || name === 'press_keys')) return DONE;
  const given = giveUp(instruction, context);
  if (given !== undefined) return given;
  const field = findRecipient(context);
  if (field !== undefined) return typeAndSend(instruction, context, field, typed);
  const opened = context.tried.some(({ purpose, status }) => purpose === 'open' && status === 'done');
  const { item } = instruction;
  const open =
    item === undefined || item.deictic || opened
      ? undefined
      : openMessage(instruction, item, context, isAboutMessage(context, item), 'forward');
  return open ?? pressControl('forward', context) ?? missing(instruction, context);
};

function findRecipient(context: StepContext): PageNode | undefined {
  const failed = failedRefs(context);
  return context.page.nodes.find(
    (node) =>
      node.ref !== undefined &&
      FIELDS.has(node.role) &&
      !failed.has(node.ref) &&
      !node.states.has('disabled') &&
      RECIPIENT.test(`${labelOf(node)} ${node.states.get('placeholder') ?? ''}`.trim()),
  );
}

function typeAndSend(
  { to }: InstructionOf<'forward'>,
  context: StepContext,
  field: PageNode,
  typed: boolean,
): Move {
  const button = findSend(context, field, SENDING);
  const type: StepCall = { name: 'type_text', args: { ref: field.ref, text: to }, purpose: 'main' };
  if (typed)
    return button === undefined
      ? act('press_keys', { keys: 'Control+Enter', ref: field.ref })
      : act('click', { ref: button.ref });
  const send: StepCall[] =
    button === undefined ? [] : [{ name: 'click', args: { ref: button.ref }, purpose: 'main' }];
  return { kind: 'act', calls: [type, ...send] };
}

function missing(instruction: InstructionOf<'forward'>, context: StepContext): Move {
  const phrase = instruction.item ?? { raw: 'forward', variants: [{ text: 'forward' }], deictic: false };
  const what = say(context.language, 'action-of-item', { name: 'forward' });
  const menu = { raw: 'forward', variants: [{ text: 'forward more' }], deictic: false };
  const known = context.page.nodes.some(({ name }) => compareWords('forward', name) > 0.9);
  return (
    waitOnce(context, '') ??
    (known ? undefined : openSomething(context, menu)) ??
    reportMissing(instruction, context, { phrase, wish: {}, missing: what })
  );
}
