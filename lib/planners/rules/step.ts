import type { Attachment } from '../../trajectories/task';
import type { ActionCall } from '../../trajectories/action';
import type { Instruction, Language } from './instruction';
import type { PageTree } from './read-observation';

/**
 * What a call is for: `main` does what was asked; `open` only brings the target into view (a menu, the item that
 * holds it); `wait` gives the page time; `ask` asks the user.
 */
export type Purpose = 'main' | 'open' | 'wait' | 'ask';

/** A call that a step wants, not yet part of a proposal. */
export interface StepCall {
  name: string;
  args: Record<string, unknown>;
  purpose: Purpose;
  /** Instead of `args.ref`. */
  target?: ActionCall['target'];
}

/** A call of this instruction in an earlier proposal, and what became of it. */
export interface Tried extends StepCall {
  /** `skipped`: never started, through no fault of its own. `refused`: guard or user did not allow it. */
  status: 'done' | 'failed' | 'skipped' | 'refused' | 'uncertain';
  /** What the loop said of it. */
  message: string;
  /** What a reading call returned; the user's words for ask_user. */
  data: string;
  /** Number of the proposal in the run. */
  proposal: number;
  /** The page after the call is not the page before it. */
  changedPage: boolean;
}

/** Everything that a step may look at. */
export interface StepContext {
  page: PageTree;
  /** Calls of this instruction so far, oldest first. */
  tried: Tried[];
  tabs: { tabId: number; url: string; title: string; active: boolean }[];
  attachments: Attachment[];
  /** Ref that the run acted on last, when it is still on the page. */
  lastRef?: string;
  /** The newest proposal changed something: what is missing may still be on its way. */
  settling: boolean;
  /** The instruction before this one. */
  previous?: Instruction;
  language: Language;
  /** Milliseconds since the epoch. */
  now: number;
}

export type Move =
  /** `batch`: the calls change fields only, so the next instruction may be added to the same proposal. */
  | { kind: 'act'; calls: StepCall[]; batch?: boolean }
  | { kind: 'done'; answer?: string; evidence?: string }
  | { kind: 'fail'; message: string }
  | { kind: 'ask'; question: string; choices: string[] };

/** Carries out one kind of instruction: what next, given what was done and what the page shows. */
export type Step<I extends Instruction = Instruction> = (instruction: I, context: StepContext) => Move;

export function act(name: string, args: Record<string, unknown>, purpose: Purpose = 'main'): Move {
  return { kind: 'act', calls: [{ name, args, purpose }] };
}

/** An action that only fills in a field: the next instruction may follow in the same proposal. */
export function actInBatch(name: string, args: Record<string, unknown>): Move {
  return { kind: 'act', calls: [{ name, args, purpose: 'main' }], batch: true };
}

export const DONE: Move = { kind: 'done' };

/** Calls of the instruction itself that have been carried out. */
export function mainDone({ tried }: StepContext): Tried[] {
  return tried.filter(({ purpose, status }) => purpose === 'main' && status === 'done');
}

/** Refs that failed for this instruction: the next-best candidate is taken instead. */
export function failedRefs({ tried }: StepContext): Set<string> {
  return new Set(
    tried.flatMap(({ status, args }) =>
      status === 'failed' && typeof args['ref'] === 'string' ? [args['ref']] : [],
    ),
  );
}

/** What the user answered to this instruction's question, if anything. */
export function replyOf({ tried }: StepContext): string | undefined {
  return tried.findLast(({ purpose, status }) => purpose === 'ask' && status === 'done')?.data;
}
