import type { Answer } from '../answer';
import type { InstructionOf } from '../instruction';
import { listNames, say } from '../messages';
import { openSomething, waitOnce } from '../moves';
import { compareWords } from '../compare-words';
import { parseTarget } from '../parse-target';
import { findAnswer } from '../read-answer';
import { shorten } from '../read-observation';
import { act, mainDone, type Move, type Step, type StepContext } from '../step';

const WHOLE_PAGE =
  /^(?:(?:the|this|that)\s+)?(?:whole\s+|entire\s+)?(?:page|text|content|article|everything)(?:\s+(?:text|content))?(?:\s+(?:of|on)\s+(?:the|this)\s+page)?$|^(?:整个?|这个?|本)?(?:页面?|网页|正文|全文|文章|内容)(?:的?内容)?$/i;
const LONGEST_ANSWER = 4000;
/** A label that says the whole phrase, and one that says a part of it. */
const SURE = 0.97;
const LIKELY = 0.9;

/** "read the total", "what is the price", "how many results". */
export const read: Step<InstructionOf<'read'>> = (instruction, context) => {
  const { what } = instruction;
  if (what.deictic || WHOLE_PAGE.test(what.raw)) return readWhole(instruction, context);
  const answer =
    readParts(instruction, context) ?? findAnswer(context.page, what, instruction.count, context.now);
  if (answer !== undefined) {
    return {
      kind: 'done',
      answer: shorten(answer.value, LONGEST_ANSWER),
      evidence: shorten(answer.evidence, LONGEST_ANSWER),
    };
  }
  const words = what.variants.find(({ text }) => text !== '')?.text ?? what.raw;
  return waitOnce(context, '') ?? openSomething(context, what) ?? sayMissing(instruction, context, words);
};

/** "the article number and the brand": two answers, when each is a label of its own and the whole is none. */
function readParts({ what, count }: InstructionOf<'read'>, { page, now }: StepContext): Answer | undefined {
  const parts = what.raw
    .split(/\s+and\s+|\s*[,，、]\s*(?:and\s+)?|和|以及/i)
    .filter((part) => part.trim() !== '');
  if (count || parts.length < 2 || parts.length > 6) return undefined;
  if ((findAnswer(page, what, false, now)?.score ?? 0) > SURE) return undefined;
  const found = parts.map((part) => ({ part, answer: findAnswer(page, parseTarget(part), false, now) }));
  if (found.some(({ answer }) => (answer?.score ?? 0) < LIKELY)) return undefined;
  const lines = found.map(
    ({ part, answer }) => `${part.replace(/^(?:the|a|an)\s+/i, '')}: ${answer?.value ?? ''}`,
  );
  return { value: lines.join('\n'), evidence: found.map(({ answer }) => answer?.evidence ?? '').join('\n') };
}

function readWhole(instruction: InstructionOf<'read'>, context: StepContext): Move {
  const selection = context.attachments.find(({ kind }) => kind === 'selection');
  if (instruction.what.deictic && selection?.kind === 'selection')
    return { kind: 'done', answer: selection.text, evidence: selection.text };
  const done = mainDone(context).at(-1);
  if (done !== undefined)
    return { kind: 'done', answer: shorten(done.data === '' ? done.message : done.data, LONGEST_ANSWER) };
  const failed = context.tried.find(({ status }) => status === 'failed' || status === 'refused');
  if (failed !== undefined)
    return {
      kind: 'fail',
      message: say(context.language, 'failed', { text: instruction.text, why: failed.message }),
    };
  return act('read_page', {});
}

function sayMissing(instruction: InstructionOf<'read'>, context: StepContext, words: string): Move {
  const scored = context.page.nodes
    .filter(
      ({ role, name }) =>
        name !== '' && ['text', 'heading', 'row', 'listitem', 'item', 'status'].includes(role),
    )
    .map((node) => ({ name: shorten(node.name, 60), score: compareWords(words, node.name) }))
    .filter(({ score }) => score > 0.15)
    .sort((one, other) => other.score - one.score);
  const names = [...new Set(scored.slice(0, 3).map(({ name }) => name))];
  const nearest =
    names.length === 0 ? '' : say(context.language, 'nearest', { names: listNames(context.language, names) });
  return {
    kind: 'fail',
    message: say(context.language, 'no-answer', { text: instruction.text, what: words, nearest }),
  };
}
