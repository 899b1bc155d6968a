import type { ActionCall, ActionResult } from '../../trajectories/action';
import type { PlanItem } from '../../trajectories/proposal';
import type { HistoryEntry, NotDone, PlannerContext } from '../planner';
import type { Instruction } from './instruction';
import type { Purpose, Tried } from './step';

/** Written behind an instruction in the plan once it has an answer: progress is kept in the plan and nowhere else. */
const ANSWER_MARK = ' → ';
const LONGEST_KEPT_ANSWER = 500;
const CALL_ID = /^rules-(\d+)-(\d+)-(main|open|wait|ask)-(\d+)$/;

/** How the loop says that a call was left out for no fault of its own; any other reason is a refusal. */
const NOT_STARTED =
  /^(?:an earlier action|it is not known|the run |the user (?:said|answered)|it was not started)/i;

/** Id of a call: the number of its proposal, its instruction, what it is for, its place. Unique in the run. */
export function makeCallId(proposal: number, instruction: number, purpose: Purpose, place: number): string {
  return `rules-${proposal}-${instruction}-${purpose}-${place}`;
}

/** Where a run stands, read off its history. */
export interface Progress {
  /** Index of the first instruction that is not done. */
  current: number;
  /** Answers of the reading instructions so far, by index. */
  answers: Map<number, string>;
  /** Proposals so far. */
  proposals: number;
  /** Calls so far, by instruction. */
  tried: Map<number, Tried[]>;
}

/** Texts of the user in mid-run that are no answer to a question: corrections, appended to the task. */
export function readCorrections(history: HistoryEntry[]): string[] {
  return history.flatMap((entry, index) =>
    entry.type === 'user' && !isReply(history, index) ? [entry.text] : [],
  );
}

export function readProgress(context: PlannerContext, instructions: Instruction[]): Progress {
  const proposals = context.history.filter((entry) => entry.type === 'proposal');
  const plan =
    proposals.findLast(({ proposal }) => proposal.plan !== undefined)?.proposal.plan ?? context.plan;
  const own = plan.slice(0, instructions.length);
  const open = own.findIndex(({ state }) => state !== 'done' && state !== 'skipped');
  const current = open === -1 ? own.length : open;
  return {
    current,
    answers: readAnswers(own.slice(0, current), instructions),
    proposals: proposals.length,
    tried: readTried(context),
  };
}

export function makePlan(
  instructions: Instruction[],
  current: number,
  last: number,
  answers: ReadonlyMap<number, string>,
): PlanItem[] {
  return instructions.map(({ text }, index) => ({
    text: answers.has(index)
      ? `${text}${ANSWER_MARK}${(answers.get(index) ?? '').slice(0, LONGEST_KEPT_ANSWER)}`
      : text,
    state: index < current ? 'done' : index <= last ? 'doing' : 'todo',
  }));
}

function readAnswers(done: PlanItem[], instructions: Instruction[]): Map<number, string> {
  const answers = new Map<number, string>();
  done.forEach(({ text }, index) => {
    const prefix = `${instructions[index]?.text ?? ''}${ANSWER_MARK}`;
    if (text.startsWith(prefix)) answers.set(index, text.slice(prefix.length));
  });
  return answers;
}

function readTried({ history, observation }: PlannerContext): Map<number, Tried[]> {
  const tried = new Map<number, Tried[]>();
  let before = '';
  let number = 0;
  history.forEach((entry, index) => {
    if (entry.type === 'observation') before = entry.text;
    if (entry.type !== 'proposal') return;
    const after = nextObservation(history, index) ?? observation.text;
    const results = resultsOf(history, index);
    entry.proposal.actions.forEach((call, place) => {
      const id = CALL_ID.exec(call.callId ?? '');
      if (id === null) return;
      const changedPage = bodyOf(before) !== bodyOf(after);
      const one = readOne(call, results[place], { proposal: number, changedPage });
      const list = tried.get(Number(id[2])) ?? [];
      tried.set(Number(id[2]), [...list, { ...one, purpose: id[3] as Purpose }]);
    });
    number += 1;
  });
  return tried;
}

/** Results of a proposal by place; by id when the loop kept it, else in order. */
function resultsOf(history: HistoryEntry[], index: number): (ActionResult | NotDone | undefined)[] {
  const entry = history[index];
  if (entry?.type !== 'proposal') return [];
  const next = history.findIndex((other, at) => at > index && other.type === 'proposal');
  const results = history
    .slice(index + 1, next === -1 ? undefined : next)
    .filter((other) => other.type === 'result');
  return entry.proposal.actions.map(
    (call, place) => (results.find((other) => other.call.callId === call.callId) ?? results[place])?.result,
  );
}

function readOne(
  call: ActionCall,
  result: ActionResult | NotDone | undefined,
  { proposal, changedPage }: Pick<Tried, 'proposal' | 'changedPage'>,
): Omit<Tried, 'purpose'> {
  const base = {
    name: call.name,
    args: call.args,
    proposal,
    changedPage,
    data: '',
    ...(call.target === undefined ? {} : { target: call.target }),
  };
  if (result === undefined) return { ...base, status: 'skipped', message: '' };
  switch (result.status) {
    case 'done':
      return {
        ...base,
        status: 'done',
        message: result.message,
        data: result.data ?? (call.name === 'ask_user' ? result.message : ''),
      };
    case 'failed':
      return { ...base, status: 'failed', message: result.failure.message };
    case 'unknown':
      return {
        ...base,
        status: changedPage ? 'done' : isHarmless(call) ? 'skipped' : 'uncertain',
        message: result.message,
      };
    case 'not-done': {
      const refused = result.answer === 'deny' || !NOT_STARTED.test(result.message);
      return { ...base, status: refused ? 'refused' : 'skipped', message: result.message };
    }
  }
}

/** What can be done twice without doing more. */
function isHarmless({ name, args }: ActionCall): boolean {
  // The rules press Enter in search fields only; searching twice finds the same.
  if (name === 'type_text') return args['append'] !== true;
  return [
    'set_checked',
    'set_value',
    'select_option',
    'scroll',
    'hover',
    'wait_for',
    'read_page',
    'find_text',
    'navigate',
    'switch_tab',
    'ask_user',
  ].includes(name);
}

/** Words that answered the question of the proposal before them; the question's result repeats them. */
function isReply(history: HistoryEntry[], index: number): boolean {
  const said = history[index];
  const before = history.slice(0, index);
  const asked = before.findLastIndex((entry) => entry.type === 'proposal');
  const since = before.slice(asked + 1);
  if (since.some((entry) => entry.type === 'user')) return false;
  const question = since.find((entry) => entry.type === 'result' && entry.call.name === 'ask_user');
  if (question?.type !== 'result' || said?.type !== 'user') return false;
  return question.result.status === 'done' && question.result.data === said.text;
}

function nextObservation(history: HistoryEntry[], index: number): string | undefined {
  const next = history.slice(index + 1).find((entry) => entry.type === 'observation');
  return next?.type === 'observation' ? next.text : undefined;
}

/** An observation without what a mere touch changes: how far it is scrolled, what has the focus, what fields hold. */
function bodyOf(text: string): string {
  return text.replace(/ scrolled \d+ of \d+| focused\b| = "(?:[^"\\]|\\.)*"/g, '');
}
