import { compareWords, coverage } from '../compare-words';
import { findItemGroups, openerOf } from '../find-items';
import { findCandidates, labelOf } from '../ground';
import type { InstructionOf, TargetPhrase } from '../instruction';
import { ancestors, descendants, type PageNode } from '../read-observation';
import { act, failedRefs, type Move, type StepContext } from '../step';
import { findItem } from './item-action';

type About = InstructionOf<'reply' | 'forward'>;

/** Opens the message that the words mean, unless the page is about it already. */
export function openMessage(
  instruction: About,
  phrase: TargetPhrase,
  context: StepContext,
  isHere: boolean,
  button: string,
): Move | undefined {
  if (isHere) return undefined;
  const item = findItem(instruction, phrase, context);
  if (item === undefined) return undefined;
  if ('kind' in item) return item;
  const own = item.nodes.find(
    (node) => node.ref !== undefined && node.role === 'button' && compareWords(button, labelOf(node)) > 0.6,
  );
  const opener = own ?? openerOf(item);
  return opener?.ref === undefined ? undefined : act('click', { ref: opener.ref }, 'open');
}

/** Whether the page itself is the message that the words mean. */
export function isAboutMessage({ page }: StepContext, phrase: TargetPhrase): boolean {
  const words = phrase.variants.map(({ text, near }) => near ?? text).find((text) => text !== '') ?? '';
  const heading = page.nodes.find((node) => node.role === 'heading' && node.level === 1);
  if (coverage(words, `${heading?.name ?? ''} ${page.title}`) > 0.7) return true;
  const lists = findItemGroups(page)
    .filter((group) => group.length > 1)
    .flat();
  return (
    !lists.some((item) => coverage(words, item.text) > 0.7) &&
    page.nodes.some((node) => node.role === 'text' && coverage(words, node.name) > 0.9)
  );
}

/** The control of the page that begins an answer: pressed once. */
export function pressControl(name: string, context: StepContext): Move | undefined {
  const pressed = new Set(context.tried.map(({ args }) => args['ref']));
  const phrase: TargetPhrase = { raw: name, variants: [{ text: name }], deictic: false };
  const wish = {
    roles: new Set(['button', 'link', 'menuitem', 'clickable']),
    threshold: 0.8,
    exclude: failedRefs(context),
  };
  const button = findCandidates(context.page, phrase, wish).find(({ node }) => !pressed.has(node.ref));
  return button === undefined ? undefined : act('click', { ref: button.node.ref }, 'open');
}

/** The control that sends stands with the field: in the smallest part of the page that has both. */
export function findSend(context: StepContext, field: PageNode, sending: RegExp): PageNode | undefined {
  const failed = failedRefs(context);
  for (const holder of [...ancestors(field), context.page.root]) {
    const buttons = descendants(holder).filter(
      (node) =>
        node.ref !== undefined &&
        (node.role === 'button' || node.role === 'clickable') &&
        !failed.has(node.ref) &&
        sending.test(labelOf(node)),
    );
    const after = buttons.find((node) => node.order > field.order) ?? buttons[0];
    if (after !== undefined) return after;
  }
  return undefined;
}
