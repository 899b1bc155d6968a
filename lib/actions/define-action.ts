import type { z } from 'zod';
import type { Risk } from '../trajectories/action';
import type { Sentence } from '../trajectories/verdict';

/**
 * Where an action runs: in the `page` (content script), on the browser's `tabs`, or in the run itself
 * (`run`: update_plan, ask_user, finish, wait-free bookkeeping).
 */
export type RunsIn = 'page' | 'tabs' | 'run';

/** One entry of the vocabulary. One action = one file in this folder + one line in `registry.ts`. */
export interface ActionDefinition<Args = Record<string, unknown>> {
  name: string;
  runsIn: RunsIn;
  /** Without a ref it acts on what has the focus: that element is then judged and bound to the approval. */
  actsOnFocus?: boolean;
  /** The mildest class it can have; the guard may raise it for a given element. */
  risk: Risk;
  /** What the model reads: what it does, when to prefer it. English, at most three sentences. */
  description: string;
  schema: z.ZodType<Args>;
  /** The sentence that the user approves. `target` is the element as `role "name"`, when there is one. */
  describe(args: Args, target?: string): Sentence;
}

export function defineAction<Args>(definition: ActionDefinition<Args>): ActionDefinition<Args> {
  return definition;
}
