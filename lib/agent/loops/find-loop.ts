import type { LoopWords } from '../fold/reasons';
import type { RunState } from '../state';
import { nameStep } from './name-step';
import { isCalmlyLike, isLike, listRounds, type Round } from './rounds';

/** Proposals that lead nowhere, up to the newest one. */
export interface Loop {
  kind: LoopWords['kind'];
  rounds: Round[];
  /** Proposals of one turn. */
  period: number;
  /** Numbers on the page changed meanwhile, and nothing else. */
  isCalm?: boolean;
  /** Further proposals before the user is asked, once the planner has been told. */
  patience: number;
}

/** The same, with nothing to show for it. */
const VAIN_LIMIT = 3;

/** The same with something to show for it, though the page is as before: five times "+" is nothing out of the ordinary. */
const SAME_LIMIT = 6;

/** Reading the same again is cheap, and may be right when a long history was shortened. */
const LOOK_LIMIT = 4;

/** Turns of a cycle. */
const CYCLE_LIMIT = 3;

/** Where numbers on the page change: they may be what it is about, a count that grows with each click, or a clock. */
const CALM_LIMIT = 10;
const CALM_CYCLE_LIMIT = 6;

const PERIODS = [2, 3];

/** Different things in a row that changed nothing. */
const UNCHANGED_LIMIT = 6;

const PATIENCE = { again: 2, unchanged: 4, looks: 12 } as const;

/**
 * The loop that the newest proposal is part of, if any. Looks and acts are told apart: looking around between two acts
 * makes them no different, and acting is what a look is for. Waiting is never a loop.
 */
export function findLoop(state: RunState, from: number): Loop | undefined {
  const rounds = listRounds(state, from);
  const last = rounds.at(-1);
  if (!last || last.kind === 'waits') return undefined;
  if (last.kind === 'looks') {
    const looks = takeEnd(rounds, ({ kind }) => kind === 'looks');
    return findRepetition(looks, () => LOOK_LIMIT, PATIENCE.looks);
  }
  const acts = rounds.filter(({ kind }) => kind === 'acts');
  const limit = (same: readonly Round[]): number =>
    same.every(({ isVain }) => isVain) ? VAIN_LIMIT : SAME_LIMIT;
  return findRepetition(acts, limit, PATIENCE.again) ?? findUnchanged(acts) ?? findCalm(acts);
}

function findRepetition(
  rounds: readonly Round[],
  limit: (same: readonly Round[]) => number,
  patience: number,
): Loop | undefined {
  const same = takeCycle(rounds, 1);
  if (same.length >= limit(same)) return { kind: 'same', rounds: same, period: 1, patience };
  for (const period of PERIODS) {
    const turns = takeCycle(rounds, period);
    if (turns.length >= period * CYCLE_LIMIT) return { kind: 'cycle', rounds: turns, period, patience };
  }
  return undefined;
}

/** The same loops on a page whose numbers tick. */
function findCalm(acts: readonly Round[]): Loop | undefined {
  const found = { patience: PATIENCE.again, isCalm: true } as const;
  const same = takeCycle(acts, 1, isCalmlyLike);
  if (same.length >= CALM_LIMIT) return { ...found, kind: 'same', rounds: same, period: 1 };
  for (const period of PERIODS) {
    const turns = takeCycle(acts, period, isCalmlyLike);
    if (turns.length >= period * CALM_CYCLE_LIMIT) return { ...found, kind: 'cycle', rounds: turns, period };
  }
  const calm = takeEnd(
    acts,
    ({ isIdle, isBlind, before, after }) => isIdle && !isBlind && before.calm === after.calm,
  );
  if (calm.length < CALM_LIMIT) return undefined;
  return { ...found, kind: 'unchanged', rounds: calm, period: calm.length, patience: PATIENCE.unchanged };
}

function findUnchanged(acts: readonly Round[]): Loop | undefined {
  const vain = takeEnd(acts, ({ isVain, isBlind }) => isVain && !isBlind);
  if (vain.length < UNCHANGED_LIMIT) return undefined;
  return { kind: 'unchanged', rounds: vain, period: vain.length, patience: PATIENCE.unchanged };
}

/** The longest end of the list in which every round is like the one a period before it; empty when the newest is not. */
function takeCycle(rounds: readonly Round[], period: number, isAlike = isLike): Round[] {
  let start = rounds.length;
  const isAsBefore = (index: number): boolean => {
    const [one, before] = [rounds[index], rounds[index - period]];
    return one !== undefined && before !== undefined && isAlike(one, before);
  };
  while (isAsBefore(start - 1)) start -= 1;
  return start === rounds.length ? [] : rounds.slice(start - period);
}

function takeEnd(rounds: readonly Round[], belongs: (round: Round) => boolean): Round[] {
  return rounds.slice(rounds.findLastIndex((round) => !belongs(round)) + 1);
}

/** What the planner is told of it. */
export function wordsOf({ kind, rounds, period, isCalm = false }: Loop): LoopWords {
  const turn = rounds.slice(-period).flatMap(({ steps }) => steps.map(nameStep));
  const tried = [...new Set(turn)];
  const shown = tried.slice(0, SHOWN_ACTIONS).join(', ');
  const named = tried.length > SHOWN_ACTIONS ? `${shown}, …` : shown;
  return { kind, rounds: rounds.length, tried: named, isCalm };
}

const SHOWN_ACTIONS = 6;
