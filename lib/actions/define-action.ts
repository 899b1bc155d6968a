import type { z } from 'zod';
import type { Risk } from '../trajectories/action';
import type { Target } from '../trajectories/target';
import type { Sentence } from '../trajectories/verdict';

/**
 * Where an action runs: in the `page` (content script), on the browser's `tabs`, or in the run itself
 * (`run`: update_plan, ask_user, finish, wait-free bookkeeping).
 */
export type RunsIn = 'page' | 'tabs' | 'run';

/** An element as the sentence that the user approves calls it: `role "name"`. */
export interface NamedElement {
  name: string;
  /** Takes a password, a code or a card number: what is written into it is not shown. */
  secret: boolean;
}

/** An action on one element that another action carries out as a part of it. */
export interface PartialAction {
  definition: ActionDefinition;
  args: Record<string, unknown>;
}

/** One entry of the vocabulary. One action = one file in this folder + one line in `registry.ts`. */
export interface ActionDefinition<Args = Record<string, unknown>> {
  name: string;
  runsIn: RunsIn;
  /** Without a ref it acts on what has the focus: that element is then judged and bound to the approval. */
  actsOnFocus?: boolean;
  /**
   * Arguments that hold refs, when that is not `ref` alone: `to`, `fields.*.ref`. Every one of these elements is resolved,
   * judged and bound to the approval; the first is the target, the rest are the others, in this order.
   */
  refs?: readonly string[];
  /**
   * The single actions that it amounts to, one for each ref, in order; each is judged as if it had been proposed by itself,
   * and a recipe repeats them one by one. Without this, the action itself is judged on each of its elements.
   */
  parts?(args: Args, targets: readonly Target[]): PartialAction[];
  /**
   * The point of its `ref`, else of the visible page, when it acts on whatever is drawn there: that element is judged and bound
   * to the approval.
   */
  actsAtPoint?(args: Args): ActionPoint | undefined;
  /** Its `files` name files of the task, whose bytes go to the page with it. */
  takesFiles?: boolean;
  /** The mildest class it can have; the guard may raise it for a given element. */
  risk: Risk;
  /** What the model reads: what it does, when to prefer it. English, at most three sentences. */
  description: string;
  schema: z.ZodType<Args>;
  /**
   * The sentence that the user approves. `target` is the element as `role "name"`, when there is one; `elements` are all
   * of them, in the order of their refs.
   */
  describe(args: Args, target?: string, elements?: readonly NamedElement[]): Sentence;
}

/** CSS pixels. */
export interface ActionPoint {
  x: number;
  y: number;
}

export function defineAction<Args>(definition: ActionDefinition<Args>): ActionDefinition<Args> {
  return definition;
}
