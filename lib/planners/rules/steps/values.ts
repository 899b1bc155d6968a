import { labelOf } from '../ground';
import type { InstructionOf } from '../instruction';
import { say } from '../messages';
import { giveUp, waitOnce } from '../moves';
import { parseTarget } from '../parse-target';
import { findAnswer } from '../read-answer';
import type { PageNode, PageTree } from '../read-observation';
import { readSource } from '../read-source';
import { DONE, mainDone, type Move, type Step, type StepContext } from '../step';
import { setValue, TEXT_ROLES } from './set-value';

/** "find the last word in the paragraph" by itself: an answer. */
export const note: Step<InstructionOf<'note'>> = (instruction, context) => {
  const found = readSource(context.page, instruction.source, context.now);
  if (found !== undefined) return { kind: 'done', answer: found.value, evidence: found.evidence };
  return waitOnce(context, '') ?? sayNothing(instruction, context);
};

/** "enter the value that belongs to each label": every field whose label the page has a value for elsewhere. */
export const fillFromPage: Step<InstructionOf<'fill-from-page'>> = (instruction, context) => {
  if (mainDone(context).length > 0) return DONE;
  const given = giveUp(instruction, context);
  if (given !== undefined) return given;
  const calls = context.page.nodes
    .filter((node) => node.ref !== undefined && TEXT_ROLES.has(node.role))
    .flatMap((node) => {
      const value = findAnswer(
        withoutFields(context.page),
        parseTarget(bareLabel(node)),
        false,
        context.now,
      )?.value;
      const move = value === undefined ? DONE : setValue(instruction, context, node, value);
      return move.kind === 'act' ? move.calls : [];
    });
  if (calls.length === 0) return waitOnce(context, '') ?? sayNothing(instruction, context);
  return { kind: 'act', calls, batch: true };
};

function bareLabel(node: PageNode): string {
  return labelOf(node).replace(/[\s:：*]+$/, '');
}

/** The labels of the fields themselves have no values yet. */
function withoutFields(page: PageTree): PageTree {
  const hasField = (node: PageNode): boolean =>
    TEXT_ROLES.has(node.role) || node.children.some(({ role }) => TEXT_ROLES.has(role));
  return { ...page, nodes: page.nodes.filter((node) => !hasField(node)) };
}

function sayNothing({ text }: InstructionOf<'note' | 'fill-from-page'>, { language }: StepContext): Move {
  return { kind: 'fail', message: say(language, 'no-answer', { text, what: text, nearest: '' }) };
}
