import type { ObservationLine } from '../../recipes/observation-lines';
import type { Recipe } from '../../recipes/schema';
import type { ParamValues } from '../../recipes/value';
import type { ActionCall } from '../../trajectories/action';
import type { PlannerContext } from '../planner';
import type { Translate } from './english-words';
import type { Progress } from './progress';

/** Everything that one proposal is made of. */
export interface Turn {
  recipe: Recipe;
  params: ParamValues;
  translate: Translate;
  context: PlannerContext;
  progress: Progress;
  page: { url: string; lines: readonly ObservationLine[] };
}

/** What the planner says and does next. */
export interface Move {
  say: string;
  call: ActionCall;
}
