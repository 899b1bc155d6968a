import type { ActionCall } from '../../trajectories/action';
import { compareWords } from './compare-words';
import type { Instruction, Language } from './instruction';
import { say } from './messages';
import { makeCallId, type Progress } from './progress';
import { descendants, shorten, type PageNode, type PageTree } from './read-observation';

const LONGEST_ANSWER = 15_000;
const LONGEST_EVIDENCE = 4500;
const LONGEST_SHOWN = 300;
/** An alert may as well say that all went well. */
const COMPLAINT =
  /\b(?:wrong|invalid|incorrect|errors?|required|failed|missing|must|cannot|could not|not (?:found|valid|allowed)|please|denied|expired)\b|错误|无效|必填|失败|不正确|不能|请/i;

interface Ended {
  instructions: Instruction[];
  progress: Progress;
  page: PageTree;
  language: Language;
}

/**
 * The end of a run whose instructions are all carried out: the answers that were asked for, or else what the last
 * page shows. A form that came back with errors is no success.
 */
export function finishRun(
  { instructions, progress, page, language }: Ended,
  evidence: string | undefined,
): ActionCall {
  const callId = makeCallId(progress.proposals, instructions.length, 'main', 0);
  const errors = findErrors(instructions, page);
  if (errors !== undefined && progress.answers.size === 0) {
    const answer = say(language, 'page-objects', { text: instructions.at(-1)?.text ?? '', errors });
    return { name: 'finish', args: { success: false, answer }, callId };
  }
  const shown = whatPageShows(page);
  const answer =
    progress.answers.size > 0
      ? joinAnswers(instructions, progress)
      : describeEnd(instructions, page, shown, language);
  const proof = (evidence ?? shown).slice(0, LONGEST_EVIDENCE);
  return {
    name: 'finish',
    args: {
      success: true,
      answer: answer.slice(0, LONGEST_ANSWER),
      ...(proof === '' ? {} : { evidence: proof }),
    },
    callId,
  };
}

/** One answer stands alone; several are told apart by what was asked. */
function joinAnswers(instructions: Instruction[], { answers }: Progress): string {
  const all = [...answers.entries()].sort(([one], [other]) => one - other);
  if (all.length === 1) return all[0]?.[1] || '-';
  return all.map(([index, answer]) => `${nameQuestion(instructions[index])}: ${answer}`).join('\n');
}

function nameQuestion(instruction: Instruction | undefined): string {
  if (instruction?.kind === 'read') return instruction.what.raw.replace(/^(?:the|a|an)\s+/i, '');
  return instruction?.text ?? '';
}

function describeEnd(instructions: Instruction[], page: PageTree, shown: string, language: Language): string {
  const what =
    instructions.length === 1
      ? say(language, 'done', { text: instructions[0]?.text ?? '' })
      : say(language, 'done-several', { count: String(instructions.length) });
  if (page.title === '') return what;
  return (
    what +
    (shown === ''
      ? say(language, 'page-is', { title: page.title })
      : say(language, 'page-shows', { title: page.title, shown: shorten(shown, LONGEST_SHOWN) }))
  );
}

/** What a page says of itself: its messages, else its main heading. */
function whatPageShows({ nodes }: PageTree): string {
  const said = nodes
    .filter(({ role }) => role === 'status' || role === 'alert')
    .map(wordsOf)
    .filter((text) => text !== '');
  if (said.length > 0) return said.slice(0, 3).join(' ');
  return (
    nodes.find(({ role, level }) => role === 'heading' && level === 1)?.name ??
    nodes.find(({ role }) => role === 'heading')?.name ??
    ''
  );
}

function wordsOf(node: PageNode): string {
  return [node, ...descendants(node)]
    .map(({ name }) => name)
    .filter((name) => name !== '')
    .join(' ');
}

/** After a submission: fields that the page marks as wrong, and alerts that complain. */
function findErrors(instructions: Instruction[], { nodes }: PageTree): string | undefined {
  const last = instructions.at(-1);
  const submits =
    last?.kind === 'submit' ||
    (last?.kind === 'activate' &&
      compareWords('submit save send continue place order log-in', last.target.raw) > 0.2);
  if (!submits) return undefined;
  const invalid = nodes.filter(({ states }) => states.has('invalid'));
  const errors = invalid.map((node) =>
    [node.name, node.states.get('error') ?? ''].filter((part) => part !== '').join(': '),
  );
  const alerts = nodes
    .filter(({ role }) => role === 'alert')
    .map(wordsOf)
    .filter((text) => text !== '');
  if (invalid.length === 0 && !alerts.some((text) => COMPLAINT.test(text))) return undefined;
  return shorten([...alerts, ...errors].filter((text) => text !== '').join('; '), LONGEST_SHOWN);
}
