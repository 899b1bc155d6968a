import type { Reached } from '../trajectories/budget';
import type { Failure } from '../trajectories/failure';
import type { TabChange } from './state';

/** The one thing that the driver does next. Plain data: `next(state)` plans it, the driver performs it. */
export type Effect =
  /** Read the page; also finds a lost tab again and leaves pages that the run may not work on. */
  | { type: 'observe' }
  | { type: 'propose' }
  | { type: 'judge'; actionId: string }
  | { type: 'act'; actionId: string }
  /** Intended, but nobody knows how it ended: readers are done again, for all others that is what is written. */
  | { type: 'recover'; actionId: string }
  /** The user has done what was handed to them, or not: write down how the action ended. */
  | { type: 'end-hand-over'; actionId: string }
  /** An action that runs in the loop itself: update_plan, ask_user, finish. */
  | { type: 'run-action'; actionId: string }
  /** Write down which tabs the run works on, as its actions changed them. */
  | { type: 'change-tab'; change: TabChange }
  | { type: 'finish'; success: boolean; answer: string; evidence?: string }
  | { type: 'fail'; failure: Failure }
  /** The user is asked whether to go on: the planner goes round in circles, fails in the same way again and again, or much time has passed. */
  | { type: 'pause'; why: 'loop' | 'stuck' | 'sleep' }
  /** The same, as a budget of the run is used up. */
  | { type: 'pause'; why: 'budget'; reached: Reached }
  /** Nothing to do before the user acts; also when the run is over. */
  | { type: 'wait' };
