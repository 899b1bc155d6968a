import type { Grant } from '../guard/grants';
import type { ActionCall, ActionResult } from '../trajectories/action';
import type { Amounts, Measure, Reached } from '../trajectories/budget';
import type { Cost } from '../trajectories/cost';
import type { RunEvent } from '../trajectories/event';
import type { Failure } from '../trajectories/failure';
import type { HandOver } from '../trajectories/hand-over';
import type { FrameInfo } from '../trajectories/observation';
import type { PlanItem, Proposal, Usage } from '../trajectories/proposal';
import type { Target } from '../trajectories/target';
import type { RunStatus } from '../trajectories/run-status';
import type { PlannerRef, Task } from '../trajectories/task';
import type { UserAct } from '../trajectories/user-act';
import type { Wall } from '../trajectories/wall';
import type { Answer, Sentence, Verdict } from '../trajectories/verdict';

export type { RunStatus };

/**
 * Where one action stands:
 * proposed -> judged -> (waiting -> answered) -> intended -> ended, or not-done (denied, or the batch ended before it).
 */
export type StepPhase = 'proposed' | 'judged' | 'waiting' | 'answered' | 'intended' | 'ended' | 'not-done';

/** One action of the run, as the log tells it. */
export interface StepState {
  actionId: string;
  call: ActionCall;
  phase: StepPhase;
  verdict?: Verdict;
  sentence?: Sentence;
  target?: Target;
  /** The further elements of an action that has several. */
  others?: Target[];
  answer?: Answer;
  /** Reply to ask_user. */
  reply?: string;
  nonce?: string;
  /** It was handed to the user. */
  handedOver?: HandedOver;
  result?: ActionResult;
  /** Why it never started. */
  notDone?: string;
  /** Milliseconds since the epoch. */
  startedAt?: number;
  endedAt?: number;
}

/** What the user was asked to do, and what became of that. */
export interface HandedOver extends HandOver {
  nonce: string;
  ended?: { by: 'page' | 'panel'; did: boolean; result?: ActionResult };
}

export interface ObservationState {
  seq: number;
  tabId: number;
  url: string;
  title: string;
  textHash: string;
  changesHash?: string;
  look?: string;
  calm?: string;
  frames: FrameInfo[];
}

/** What the run waits for the user to do. */
export type Waiting =
  | { kind: 'approval'; actionId: string; sentence: Sentence; verdict: Verdict; target?: Target }
  | { kind: 'access'; actionId: string; origin: string; reasons: Sentence[] }
  | { kind: 'question'; actionId: string; question: string; choices: string[] }
  | ({ kind: 'hand-over'; actionId: string } & HandOver)
  /** A page that the user has to get past. */
  | { kind: 'wall'; actionId: string; wall: Wall };

/**
 * What the planner is told, oldest first. Texts of observations are blob hashes; the results of a proposal's
 * actions are those of `steps[stepStart]` up to `steps[stepStart + proposal.actions.length - 1]`.
 */
export type HistoryItem =
  | {
      type: 'observation';
      seq: number;
      tabId: number;
      url: string;
      title: string;
      textHash: string;
      changesHash?: string;
      look?: string;
      calm?: string;
    }
  | { type: 'proposal'; seq: number; proposal: Proposal; stepStart: number }
  | { type: 'user'; seq: number; text: string }
  /** What the user asked for after the run had ended. */
  | { type: 'task'; seq: number; task: Task }
  /** `page`: words of pages that go with it. */
  | { type: 'note'; seq: number; text: string; page?: string };

/** Something that the user did in a tab of the run. */
export type NotedAct = UserAct & { tabId: number };

/** A change of the run's tabs that the log implies but does not hold yet. */
export type TabChange =
  | { type: 'attach'; tabId: number; why: 'opened' | 'switched' | 'followed' }
  | { type: 'detach'; tabId: number };

/** The same failure of proposals in a row, none of which got anything done. */
export interface Trouble {
  failure: Failure;
  /** `proposals` when it was last seen. */
  proposal: number;
  count: number;
}

/** How far the planner has been watched for going round in circles. */
export interface LoopWatch {
  /** Seq of the last word of the user: what was tried before it does not count. */
  from: number;
  /** `proposals` when it was last looked into. */
  checked: number;
  /** How often the planner has been told since. */
  told: number;
  /** The loop that it was told of last: its kind and the seqs of its first round and of its last one by then. */
  last?: { kind: string; start: number; end: number };
  /** It went on regardless: the run rests and the user is asked. */
  rests: boolean;
}

/** The fold of a run's events. Plain data; equal logs give equal states. */
export interface RunState {
  runId: string;
  /** Seq that the next event gets = number of events. */
  nextSeq: number;
  status: RunStatus;
  /** The first task, which the run is called by; those that followed are in `history`. */
  task: Task;
  /** Index into `steps` of the first one of the newest task. */
  taskStart: number;
  planner: PlannerRef;
  startUrl: string;
  startedAt: number;
  endedAt?: number;
  /** Time at work, waiting for the user not counted. */
  workedMs: number;
  /** When the newest event was written. */
  lastAt: number;
  /** `workedMs` at the newest proposal, and how much of it was since the one before. */
  workAtProposal: { ms: number; since: number };
  /** What a task may use before the user is asked. */
  budgets: Amounts;
  /** How much the run may have used of each when the user is asked next. */
  limits: Amounts;
  /** Budgets of a day that the user has let this run exceed. */
  dayPasses: { day: string; measure: Measure }[];
  /** Origins that the run may work on. */
  origins: string[];
  /** Origins that the user does not want work on. */
  deniedOrigins: string[];
  tabs: number[];
  activeTab: number;
  tabChange?: TabChange;
  /** The last tab of the run is gone: it fails unless it is resumed. */
  tabLost: boolean;
  plan: PlanItem[];
  /** Steps of all proposals, in order. */
  steps: StepState[];
  /** Index into `steps` of the first one of the newest proposal. */
  batchStart: number;
  history: HistoryItem[];
  observation?: ObservationState;
  /** Frames of each tab as they were last seen, so that their refs go on meaning the same when the run comes back. */
  framesByTab: Record<number, FrameInfo[]>;
  /** Failed observations in a row, newest kept. */
  observeFailure?: { failure: Failure; count: number };
  /** The page may have changed since `observation`: observe before the next proposal. */
  stale: boolean;
  /** Words of the user that no proposal has answered yet. */
  unread: boolean;
  waiting?: Waiting;
  /** Walls at which the user has said how to go on: it is not asked again. */
  passedWalls: string[];
  usage: Usage;
  cost: Cost;
  /** Proposals so far: what a budget of steps counts. */
  proposals: number;
  /** Proposals without actions in a row. */
  emptyProposals: number;
  trouble?: Trouble;
  loops: LoopWatch;
  /** "Allow on this site", answered since the driver wrote last: to be added to the standing grants. */
  givenGrants: Grant[];
  /** What the user did themselves since the planner was told last. */
  acts: NotedAct[];
  /** Why it is paused. */
  pausedFor?: (RunEvent & { type: 'run-paused' })['why'] | 'user-acted';
  /** The budget that it is paused for. */
  reached?: Reached;
  /** The log has a gap or no beginning: nothing more is done with it. */
  broken: boolean;
  failure?: Failure;
  /** `seen`: whether the evidence was found on the page; absent when it was not looked for. */
  outcome?: { success: boolean; answer: string; evidence?: string; seen?: boolean };
  /** What the planner said last, for the panel. */
  say: string;
}
