import type { PlannerContext } from '../planner';
import type { Instruction, Language } from './instruction';
import { say } from './messages';
import type { Progress } from './progress';
import type { PageTree } from './read-observation';
import type { StepContext, Tried } from './step';

const READING = new Set([
  'read_page',
  'find_text',
  'expand',
  'extract',
  'collect',
  'take_screenshot',
  'wait_for',
  'ask_user',
  'finish',
  'update_plan',
]);

interface Situation {
  context: PlannerContext;
  instructions: Instruction[];
  progress: Progress;
  page: PageTree;
  language: Language;
  now: number;
}

/** What the step of one instruction may look at. */
export function readContext(
  { context, instructions, progress, page, language, now }: Situation,
  index: number,
): StepContext {
  const previous = instructions[index - 1];
  const lastRef = findLastRef(context, page);
  return {
    page,
    tried: settleUncertain(progress.tried.get(index) ?? [], page, language),
    tabs: context.tabs,
    attachments: context.task.attachments,
    settling: isSettling(context),
    language,
    now,
    ...(lastRef === undefined ? {} : { lastRef }),
    ...(previous === undefined ? {} : { previous }),
  };
}

/**
 * What may or may not have happened is not repeated on its own, except following a link. Asked about it, "no" takes
 * it for done and anything else allows it again.
 */
function settleUncertain(tried: Tried[], page: PageTree, language: Language): Tried[] {
  return tried.map((one, index) => {
    if (one.status !== 'uncertain') return one;
    const isLink = page.nodes.some(
      ({ ref, role }) => ref === one.args['ref'] && (role === 'link' || role === 'tab'),
    );
    if (isLink) return { ...one, status: 'skipped' };
    const answer = tried
      .slice(index + 1)
      .find(({ purpose, status }) => purpose === 'ask' && status === 'done');
    if (answer === undefined) return one;
    const refuses = answer.data === say(language, 'no') || /^(?:no|否|不)/i.test(answer.data.trim());
    return { ...one, status: refuses ? 'done' : 'skipped' };
  });
}

/** The element acted on last. A ref lives as long as its document: only one of the same address counts. */
function findLastRef({ history, observation }: PlannerContext, page: PageTree): string | undefined {
  let url = observation.url;
  for (const entry of [...history].reverse()) {
    if (entry.type === 'observation') url = entry.url;
    if (entry.type !== 'result' || entry.result.status !== 'done') continue;
    const ref = entry.call.args['ref'];
    if (typeof ref !== 'string' || READING.has(entry.call.name)) continue;
    return page.nodes.some((node) => node.ref === ref) && url === observation.url ? ref : undefined;
  }
  return undefined;
}

/** Something was done since the last proposal, so the page may still be at it. */
function isSettling({ history }: PlannerContext): boolean {
  const last = history.findLastIndex((entry) => entry.type === 'proposal');
  return (
    last !== -1 &&
    history
      .slice(last)
      .some(
        (entry) => entry.type === 'result' && entry.result.status === 'done' && !READING.has(entry.call.name),
      )
  );
}
