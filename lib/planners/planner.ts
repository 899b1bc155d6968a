import type { ActionCall, ActionResult } from '../trajectories/action';
import type { Failure } from '../trajectories/failure';
import type { FailedTryNote, PlanItem, Proposal, Spent } from '../trajectories/proposal';
import type { Task } from '../trajectories/task';
import type { Answer, Sentence } from '../trajectories/verdict';

/** One line of the run's history as a planner sees it, oldest first. */
export type HistoryEntry =
  | {
      type: 'observation';
      seq: number;
      tabId: number;
      url: string;
      title: string;
      text: string;
      changes?: string;
    }
  | { type: 'proposal'; seq: number; proposal: Proposal }
  | {
      type: 'result';
      seq: number;
      call: ActionCall;
      result: ActionResult | NotDone;
      /** Data URL of the picture that it took. */ image?: string;
    }
  | { type: 'user'; seq: number; text: string }
  /** What the user asked for after a task had ended. */
  | { type: 'task'; seq: number; task: Task }
  /** Said by the loop itself: a tab was opened, the page could not be read, the run was resumed. English. */
  | {
      type: 'note';
      seq: number;
      text: string;
      /** Words of pages that go with it. */
      page?: string;
    };

/** Why an action of a proposal never started: denied by guard or user, or an earlier one ended the batch. */
export interface NotDone {
  status: 'not-done';
  message: string;
  answer?: Answer;
}

/** Everything that a planner may look at. Serialisable: it is built from the log alone. */
export interface PlannerContext {
  /** The first one; those that followed are in the history. */
  task: Task;
  /** Data URLs of the pictures that were attached to tasks, by their hash. */
  pictures?: Record<string, string>;
  plan: PlanItem[];
  history: HistoryEntry[];
  /** The newest full observation, also the last observation entry of `history`. */
  observation: { tabId: number; url: string; title: string; text: string };
  /** Tabs that the run may switch to. */
  tabs: { tabId: number; url: string; title: string; active: boolean }[];
  /** Stable for the run; keeps providers' caches warm and seeds nothing else. */
  runId: string;
}

export type ProposeResult =
  | { ok: true; proposal: Proposal }
  /** `tries`: those that failed before the one that `failure` tells of, that one included. */
  | {
      ok: false;
      failure: Failure;
      tries?: FailedTryNote[];
      /** What replies took that could not be used. */
      spent?: Spent;
    };

/** Pieces of a proposal while it streams; shown in the panel, never written to the log. */
export type OnToken = (text: string) => void;

/** What the planner waits for, in words for the panel. With each, the pieces that it streamed before are void. */
export type OnStatus = (status: Sentence) => void;

/** Whatever proposes the next actions. Must not throw: failures are data. */
export interface Planner {
  /** What it wants to read: the whole page, or what is on and near the screen. */
  scope: 'page' | 'near';
  propose(
    context: PlannerContext,
    signal: AbortSignal,
    onToken: OnToken,
    onStatus?: OnStatus,
  ): Promise<ProposeResult>;
}
