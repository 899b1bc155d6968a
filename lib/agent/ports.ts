import type { ActionDefinition } from '../actions/define-action';
import type { ActionCall, ActionResult } from '../trajectories/action';
import type { EventBody, RunEvent } from '../trajectories/event';
import type { Failure } from '../trajectories/failure';
import type { HandOver } from '../trajectories/hand-over';
import type { FrameInfo, Observation } from '../trajectories/observation';
import type { Target } from '../trajectories/target';
import type { AttachedFile } from '../trajectories/task';
import type { Grant } from '../guard/grants';
import type { JudgeInput } from '../guard/judge';
import type { Sentence, Verdict } from '../trajectories/verdict';
import type { DaySpending } from './budget';
import type { DialogAnswer } from './dialog-answer';
import type { Planner } from '../planners/planner';

export type { Grant, JudgeInput };

/** Either the value or a failure that can be told to planner and user. Ports never throw for expected trouble. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; failure: Failure };

/** The append-only log of runs. Appends are durable when they resolve; rejects only when storage is gone. */
export interface LogPort {
  read(runId: string): Promise<RunEvent[]>;
  /** Appends as `seq`; rejects with `StaleDriverError` when that seq is taken (another driver is ahead). */
  append(runId: string, seq: number, body: EventBody): Promise<RunEvent>;
}

/** Content-addressed texts beside the log. */
export interface BlobPort {
  /** Returns the SHA-256 of the text, in hex. Storing the same text twice is one entry. */
  put(text: string): Promise<string>;
  get(hash: string): Promise<string | undefined>;
}

export interface TabInfo {
  tabId: number;
  /** Empty when the browser does not tell (no host access). */
  url: string;
  title: string;
}

/** The page in a tab, over all its frames. */
export interface PagePort {
  /** Failure codes: `no-access` (host access missing; params.origin), `restricted-page`, `tab-gone`, `page-timeout`. */
  observe(
    tabId: number,
    request: { scope: 'page' | 'near'; frames: FrameInfo[]; signal: AbortSignal },
  ): Promise<Outcome<Observation>>;
  /** Resolves `args.ref` or `call.target`, or else what has the focus, to the live element. Failure codes: `stale-ref`, `not-found`, `ambiguous`. */
  resolve(
    tabId: number,
    call: ActionCall,
    frames: FrameInfo[],
    signal: AbortSignal,
  ): Promise<Outcome<Target>>;
  /**
   * Runs a page action; the page refuses a nonce that it has seen. `target` and `others` are what was judged: anything else
   * fails with `changed-since-approval`.
   */
  act(
    tabId: number,
    request: {
      call: ActionCall;
      nonce: string;
      target?: Target;
      others?: Target[];
      /** How a confirm or prompt that it opens is answered. */
      dialogAnswer?: DialogAnswer;
      /** Files of the task that go with it. */
      files?: AttachedFile[];
      frames: FrameInfo[];
      signal: AbortSignal;
    },
  ): Promise<ActionResult>;
  /** Which of these refs meant an element and lead nowhere now. Never rejects: a page that does not answer has lost none. */
  findLost(tabId: number, refs: string[], frames: FrameInfo[], signal: AbortSignal): Promise<string[]>;
  /**
   * Outlines an element for the user and waits for real input on it; what came of that is written to the log as
   * `hand-over-ended`, whether the run is being driven then or not. False when the element cannot be shown.
   */
  handOver(tabId: number, request: HandOverRequest): Promise<boolean>;
}

/** Something that the user is to do on a page, and under which name the page reports it. */
export interface HandOverRequest {
  runId: string;
  nonce: string;
  handOver: HandOver;
  frames: FrameInfo[];
}

/** The browser's tabs, as far as the run owns them. */
export interface TabsPort {
  get(tabId: number): Promise<TabInfo | undefined>;
  /** Runs a `tabs` action (navigate, go_back, open_tab, switch_tab, close_tab …). */
  act(tabId: number, call: ActionCall, runTabs: number[], signal: AbortSignal): Promise<ActionResult>;
  /** After a browser restart: a tab that shows this URL, opened anew when none does. */
  recover(url: string): Promise<Outcome<TabInfo>>;
  /** Tabs opened by these tabs since the last call (window.open, target=_blank). */
  openedBy(tabIds: number[]): Promise<TabInfo[]>;
}

/** The user's standing grants ("allow on this site"): one class of action on one origin. */
export interface GrantsPort {
  list(): Promise<Grant[]>;
  add(grant: Grant): Promise<void>;
}

/** What all runs have used today, and what they may; asked anew before each request, as other runs go on meanwhile. */
export interface SpendingPort {
  today(): Promise<DaySpending>;
}

export interface ClockPort {
  now(): number;
  /** Resolves after so many ms, or at once when the signal aborts; never rejects. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

export interface NoncePort {
  next(): string;
}

/** Checks a call against the vocabulary: unknown names and wrong arguments are failures of code `invalid-action`. */
export type ValidateCall = (
  call: ActionCall,
) =>
  { ok: true; definition: ActionDefinition; args: Record<string, unknown> } | { ok: false; failure: Failure };

/** Everything the driver needs of the world. */
export interface Ports {
  judge: (input: JudgeInput) => Verdict;
  validateCall: ValidateCall;
  log: LogPort;
  blobs: BlobPort;
  page: PagePort;
  tabs: TabsPort;
  grants: GrantsPort;
  spending: SpendingPort;
  clock: ClockPort;
  nonces: NoncePort;
  planner: Planner;
  onToken(text: string): void;
  /** What the planner waits for while it proposes. */
  onStatus?(status: Sentence): void;
}

/** Another driver has written to this run since we read it; ours must stop. */
export class StaleDriverError extends Error {
  override name = 'StaleDriverError';
}
