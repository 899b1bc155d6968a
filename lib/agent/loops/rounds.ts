import type { Target } from '../../trajectories/target';
import type { HistoryItem, RunState, StepState } from '../state';
import { LOOKING_ACTIONS, RUN_ACTIONS } from '../vocabulary';

/** One proposal, what came of it, and what the page looked like before and after. */
export interface Round {
  seq: number;
  /** `waits`: only gives the page time, which may be right any number of times. */
  kind: 'acts' | 'looks' | 'waits';
  before: Look;
  after: Look;
  /** Its actions and how each ended, but for what was read; equal for the same actions on the same elements. */
  did: string;
  /** Its actions noticed no effect of theirs. */
  isIdle: boolean;
  /** Nothing came of it, as far as can be seen. */
  isVain: boolean;
  /** What it does shows on a picture at most: no two of these are known to be the same. */
  isBlind: boolean;
  steps: StepState[];
}

/** What the page looked like: to the letter, and but for its numbers. */
export interface Look {
  exact: string;
  calm: string;
}

/** Whether two rounds did the same on the same page and came to the same, as far as can be seen. */
export function isLike(one: Round, other: Round): boolean {
  return haveDoneTheSame(one, other, 'exact');
}

/** The same, on pages that differ in numbers at most. */
export function isCalmlyLike(one: Round, other: Round): boolean {
  return haveDoneTheSame(one, other, 'calm');
}

function haveDoneTheSame(one: Round, other: Round, by: keyof Look): boolean {
  if (one.isBlind || other.isBlind) return false;
  const isSamePage = one.before[by] === other.before[by] && one.after[by] === other.after[by];
  if (!isSamePage || one.did !== other.did) return false;
  return one.steps.every((step, index) => hasReadTheSame(step, other.steps[index]));
}

/** What a look came to is what it read; of anything else the page after it tells more than its message. */
function hasReadTheSame({ call, result }: StepState, other: StepState | undefined): boolean {
  if (!READING_ACTIONS.has(call.name) || result?.status !== 'done') return true;
  const read = other?.result;
  return read?.status === 'done' && read.data === result.data && read.image === result.image;
}

/** The proposals with actions since this event, oldest first. */
export function listRounds({ history, steps }: RunState, from: number): Round[] {
  const rounds: Round[] = [];
  let look: Look = { exact: '', calm: '' };
  for (const item of history) {
    if (item.type === 'observation') {
      const exact = item.look ?? item.textHash;
      look = { exact, calm: item.calm ?? exact };
      const last = rounds.at(-1);
      if (last) last.after = look;
    }
    if (item.type !== 'proposal' || item.seq <= from) continue;
    const own = stepsOf(item, steps);
    if (own.length > 0) rounds.push(readRound(item.seq, own, look));
  }
  return rounds.map((round) => ({
    ...round,
    isVain: round.isIdle && round.before.exact === round.after.exact,
  }));
}

/** Writing the plan anew beside other actions makes no difference. */
function stepsOf(item: HistoryItem & { type: 'proposal' }, all: readonly StepState[]): StepState[] {
  const own = all.slice(item.stepStart, item.stepStart + item.proposal.actions.length);
  const acting = own.filter(({ call }) => call.name !== 'update_plan');
  return acting.length > 0 ? acting : own;
}

function readRound(seq: number, steps: StepState[], look: Look): Round {
  return {
    seq,
    kind: kindOf(steps),
    before: look,
    after: look,
    did: steps.map(describeStep).join('\n'),
    isIdle: steps.every(isIdle),
    isVain: false,
    isBlind: steps.some(isBlind),
    steps,
  };
}

function kindOf(steps: readonly StepState[]): Round['kind'] {
  const names = steps.map(({ call }) => call.name);
  if (!names.every((name) => isLook(name) || name === 'wait_for')) return 'acts';
  return names.includes('wait_for') ? 'waits' : 'looks';
}

function describeStep(step: StepState): string {
  const { call, phase, result } = step;
  return JSON.stringify([call.name, describeArguments(step), phase, result?.status]);
}

const READING_ACTIONS: ReadonlySet<string> = new Set([...LOOKING_ACTIONS, 'collect']);

function isLook(name: string): boolean {
  return READING_ACTIONS.has(name) || RUN_ACTIONS.has(name) || name === 'scroll';
}

/** Arguments in order of their names, with what was found under a ref in its place: refs do not outlive a page. */
function describeArguments({ call, target, others }: StepState): string {
  const found = [target, ...(others ?? [])].filter((each) => each !== undefined);
  return JSON.stringify(call.args, (_, value: unknown) => {
    if (typeof value === 'string') return describeElement(found.find(({ ref }) => ref === value)) ?? value;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}

/** As one text: a list would be searched for refs in its turn, and a page may name an element like a ref. */
function describeElement(target: Target | undefined): string | undefined {
  if (target === undefined) return undefined;
  const { role, name, tag, within, nth } = target.fingerprint;
  return JSON.stringify([target.origin, role, name, tag, within, nth]);
}

/** Reading a field back, or moving the focus into it, is no change. */
const NO_CHANGES: ReadonlySet<string> = new Set(['value', 'focus']);

function isIdle({ result }: StepState): boolean {
  return result?.status !== 'done' || Object.keys(result.effect).every((key) => NO_CHANGES.has(key));
}

const UNSEEN_TAGS: ReadonlySet<string> = new Set(['canvas', 'embed', 'object', 'video', 'body', 'html']);

/** What a canvas shows cannot be seen in the text of a page. */
function isBlind({ target, others }: StepState): boolean {
  return [target, ...(others ?? [])].some(
    (each) => each !== undefined && UNSEEN_TAGS.has(each.fingerprint.tag),
  );
}
