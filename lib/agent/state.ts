import type { ActionCall, ActionResult } from '../trajectories/action';
import type { Failure } from '../trajectories/failure';
import type { FrameInfo } from '../trajectories/observation';
import type { PlanItem, Usage } from '../trajectories/proposal';
import type { Target } from '../trajectories/target';
import type { PlannerRef, Task } from '../trajectories/task';
import type { Answer, Sentence, Verdict } from '../trajectories/verdict';

/** In one word, what the run is doing; the panel's `status` begins with its name. */
export type RunStatus = 'working' | 'needs-user' | 'paused' | 'stopped' | 'done' | 'failed';

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
  answer?: Answer;
  /** Reply to ask_user. */
  reply?: string;
  nonce?: string;
  result?: ActionResult;
  /** Why it never started. */
  notDone?: string;
  /** Milliseconds since the epoch. */
  startedAt?: number;
  endedAt?: number;
}

export interface ObservationState {
  seq: number;
  tabId: number;
  url: string;
  title: string;
  textHash: string;
  changesHash?: string;
  frames: FrameInfo[];
}

/** What the run waits for the user to do. */
export type Waiting =
  | { kind: 'approval'; actionId: string; sentence: Sentence; verdict: Verdict; target?: Target }
  | { kind: 'access'; actionId: string; origin: string; reasons: Sentence[] }
  | { kind: 'question'; actionId: string; question: string; choices: string[] };

/** The fold of a run's events. Plain data; equal logs give equal states. */
export interface RunState {
  runId: string;
  /** Seq that the next event gets = number of events. */
  nextSeq: number;
  status: RunStatus;
  task: Task;
  planner: PlannerRef;
  startUrl: string;
  startedAt: number;
  endedAt?: number;
  maxSteps: number;
  /** Origins that the run may work on. */
  origins: string[];
  tabs: number[];
  activeTab: number;
  plan: PlanItem[];
  /** Steps of all proposals, in order. */
  steps: StepState[];
  /** Index into `steps` of the first one of the newest proposal. */
  batchStart: number;
  observation?: ObservationState;
  /** The page may have changed since `observation`: observe before the next proposal. */
  stale: boolean;
  /** Words of the user that no proposal has answered yet. */
  unread: boolean;
  waiting?: Waiting;
  usage: Usage;
  proposals: number;
  failure?: Failure;
  outcome?: { success: boolean; answer: string; evidence?: string };
  /** What the planner said last, for the panel. */
  say: string;
}
