import { ACTIONS } from '../actions/registry';

/** They tell a model something and change nothing: a recipe reads with its own `read` steps. */
const FOR_MODELS = new Set(['read_page', 'find_text', 'expand', 'extract']);

/**
 * The actions of the vocabulary that a recipe may hold: those of the page and of the tabs. What happens in
 * the run itself (asking, planning, finishing) is the recipe planner's own doing, so that no document can
 * put words into the run's mouth.
 */
export const RECIPE_ACTION_NAMES: readonly string[] = ACTIONS.filter(
  (action) => action.runsIn !== 'run' && !FOR_MODELS.has(action.name),
).map((action) => action.name);

/** Actions whose argument `url` is an address. */
export const URL_ACTIONS: ReadonlySet<string> = new Set(['navigate', 'open_tab']);

/** Actions that put the element into a given state, so that doing them twice is doing them once. */
export const IDEMPOTENT_ACTIONS: ReadonlySet<string> = new Set([
  'type_text',
  'select_option',
  'set_checked',
  'navigate',
  'hover',
  'wait_for',
  'switch_tab',
]);
