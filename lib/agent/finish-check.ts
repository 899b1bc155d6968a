import type { ActionResult } from '../trajectories/action';
import { isModelPlanner } from '../trajectories/task';
import type { Passage } from './evidence';
import type { RunState } from './state';

const HANDED_BACK = 'evidence-not-found';

/** In what the planner is told of one passage. */
const LONGEST_TOLD = 160;
const MOST_TOLD = 3;

/** The evidence that has to be looked for before a finish is accepted. Rules and recipes quote what they have just read. */
export function evidenceToCheck(state: RunState, args: Record<string, unknown>): string | undefined {
  const { success, evidence } = args;
  if (!isModelPlanner(state.planner) || success !== true) return undefined;
  return typeof evidence === 'string' && evidence.trim() !== '' ? evidence : undefined;
}

/** How a finish ends whose evidence was looked for; `missing` is what was not found. */
export function resultOfCheck(state: RunState, missing: readonly Passage[]): ActionResult {
  if (missing.length === 0) return finished('seen');
  return mayHandBack(state) ? handBack(missing) : finished('not-seen');
}

function finished(evidence: 'seen' | 'not-seen'): ActionResult {
  return { status: 'done', message: 'Finished.', effect: { evidence } };
}

/** Once in a task, and not when there is no step left in which to answer. */
function mayHandBack({ proposals, limits, steps, taskStart }: RunState): boolean {
  const isLast = limits.steps !== undefined && proposals >= limits.steps;
  return !isLast && !steps.slice(taskStart).some(({ result }) => isHandedBack(result));
}

function isHandedBack(result: ActionResult | undefined): boolean {
  return result?.status === 'failed' && result.failure.code === HANDED_BACK;
}

function handBack(missing: readonly Passage[]): ActionResult {
  const words = missing.slice(0, MOST_TOLD).map(({ text }) => JSON.stringify(shorten(text)));
  const more = missing.length > MOST_TOLD ? ` and ${missing.length - MOST_TOLD} more` : '';
  const evidence = words.join(', ') + more;
  const message = `Not finished yet: the page was read again and does not show ${evidence}. If the task is not done, go on with it. If it is, finish again and quote the page's own words; a second finish is accepted.`;
  return { status: 'failed', failure: { code: 'evidence-not-found', message, params: { evidence } } };
}

function shorten(text: string): string {
  const signs = Array.from(text.trim().replace(/\s+/g, ' '));
  return signs.length <= LONGEST_TOLD ? signs.join('') : `${signs.slice(0, LONGEST_TOLD - 1).join('')}…`;
}
