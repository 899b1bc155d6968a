import { compareWords } from '../compare-words';
import { findCandidates } from '../ground';
import type { InstructionOf, TargetPhrase } from '../instruction';
import { say } from '../messages';
import { giveUp, openSomething, pick, reportMissing, waitOnce } from '../moves';
import { ancestors, descendants, type PageNode, type PageTree } from '../read-observation';
import { act, DONE, failedRefs, mainDone, type Step, type StepContext } from '../step';
import { TEXT_ROLES } from './set-value';

/** Names of buttons that submit, surest first. */
const SUBMITTING = [
  'submit',
  'send',
  'save',
  'place order',
  'continue',
  'confirm',
  'next',
  'pay',
  'log in',
  'sign up',
  'create',
  'apply',
  'search',
  'add',
  'update',
  'done',
  'buy',
  'post',
  'publish',
  'go',
  'join',
  'subscribe',
  'request',
  'book',
  'check-out',
  '提交',
  '发布',
  '完成',
  '预订',
];
const NOT_SUBMITTING =
  /^(?:cancel|reset|clear|back|close|delete|remove|discard|取消|重置|清空|返回|关闭|删除)/i;
const FORMS = new Set(['form', 'search', 'dialog', 'alertdialog']);

/** "submit", "submit the order", 提交: the button of the form that was worked on. */
export const submit: Step<InstructionOf<'submit'>> = (instruction, context) => {
  if (mainDone(context).length > 0) return DONE;
  const given = giveUp(instruction, context);
  if (given !== undefined) return given;
  if (instruction.name !== undefined) {
    const named = pick(instruction, context, findNamed(instruction.name, instruction.text, context));
    if (named !== undefined) return 'kind' in named ? named : act('click', { ref: named.node.ref });
  }
  const form = findForm(context);
  const button = findSubmitControl(context);
  if (button !== undefined) return act('click', { ref: button.ref });
  const field = lastField(form, context);
  if (field !== undefined) return act('press_keys', { keys: 'Enter', ref: field.ref });
  const phrase: TargetPhrase = {
    raw: instruction.text,
    variants: [{ text: instruction.name ?? 'submit' }],
    deictic: false,
  };
  const missing = say(context.language, 'submit-button');
  return (
    waitOnce(context, '') ??
    openSomething(context, phrase) ??
    reportMissing(instruction, context, { phrase, wish: { roles: new Set(['button']) }, missing })
  );
};

/** The control that submits the form that was worked on, or the page when it has no form. */
export function findSubmitControl(context: StepContext): PageNode | undefined {
  const form = findForm(context);
  return (
    findSubmitButton(form, context) ??
    (form === context.page.root ? undefined : findSubmitButton(context.page.root, context))
  );
}

function findNamed(name: string, text: string, context: StepContext): ReturnType<typeof findCandidates> {
  const variants = [text, name, `place ${name}`, `submit ${name}`, `send ${name}`].map((words) => ({
    text: words,
  }));
  const phrase: TargetPhrase = { raw: text, variants, deictic: false };
  const wish = {
    roles: new Set(['button', 'link']),
    exclude: failedRefs(context),
    bonus: (node: PageNode) => (node.role === 'button' ? 0.1 : 0),
  };
  return findCandidates(context.page, phrase, wish).filter(({ node }) => !node.states.has('disabled'));
}

/** The form around what was touched last; else the form with the most fields. */
function findForm({ page, lastRef }: StepContext): PageNode {
  const last = page.nodes.find((node) => node.ref !== undefined && node.ref === lastRef);
  const around = last === undefined ? undefined : ancestors(last).find(({ role }) => FORMS.has(role));
  if (around !== undefined) return around;
  const forms = page.nodes.filter(({ role }) => role === 'form' || role === 'dialog');
  const counted = forms.map((form) => ({
    form,
    fields: descendants(form).filter((node) => node.ref !== undefined).length,
  }));
  const largest = counted.sort((one, other) => other.fields - one.fields)[0]?.form;
  return last === undefined && largest !== undefined ? largest : (mainOf(page) ?? page.root);
}

function mainOf(page: PageTree): PageNode | undefined {
  return page.nodes.find(({ role }) => role === 'main');
}

function findSubmitButton(form: PageNode, context: StepContext): PageNode | undefined {
  const failed = failedRefs(context);
  const buttons = descendants(form).filter(
    (node) =>
      node.ref !== undefined &&
      (node.role === 'button' || node.role === 'clickable') &&
      !node.states.has('disabled') &&
      !failed.has(node.ref),
  );
  const usual = buttons.filter(
    (node) => !NOT_SUBMITTING.test(node.name) && !node.states.has('popup') && !node.states.has('pressed'),
  );
  const scored = usual.map((node) => ({ node, score: rateName(node.name) })).filter(({ score }) => score > 0);
  const best = scored.sort((one, other) => other.score - one.score || other.node.order - one.node.order)[0]
    ?.node;
  const plain = usual.filter(({ role }) => role === 'button');
  return best ?? (form.role === 'form' && plain.length === 1 ? plain[0] : undefined);
}

/** 1 for "Submit", less for the names further down the list; 0 for none of them. */
function rateName(name: string): number {
  const first = name.split(/\s+/)[0] ?? '';
  let best = 0;
  SUBMITTING.forEach((word, index) => {
    const alike = Math.max(compareWords(word, name), name.length < 40 ? compareWords(word, first) * 0.97 : 0);
    if (alike > 0.7) best = Math.max(best, alike - index * 0.02);
  });
  return best;
}

/** Enter in a field submits its form when there is no button. */
function lastField(form: PageNode, { page, lastRef, tried }: StepContext): PageNode | undefined {
  if (tried.some(({ name, status }) => name === 'press_keys' && status === 'failed')) return undefined;
  const last = page.nodes.find(
    (node) => node.ref !== undefined && node.ref === lastRef && TEXT_ROLES.has(node.role),
  );
  return (
    last ??
    (form.role === 'form'
      ? descendants(form).findLast((node) => node.ref !== undefined && TEXT_ROLES.has(node.role))
      : undefined)
  );
}
