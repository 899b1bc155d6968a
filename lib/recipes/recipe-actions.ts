import { ACTIONS } from '../actions/registry';

/** They tell a model something and change nothing: a recipe reads with its own `read` steps. */
const FOR_MODELS = new Set(['read_page', 'find_text', 'expand', 'extract', 'collect', 'take_screenshot']);

/**
 * The actions that do something on the page or the tabs. What happens in the run itself (asking, planning, finishing) is the
 * recipe planner's own doing, so that no document can put words into the run's mouth.
 */
const DOING = ACTIONS.filter((action) => action.runsIn !== 'run' && !FOR_MODELS.has(action.name));

export const DOING_ACTION_NAMES: readonly string[] = DOING.map((action) => action.name);

/**
 * The actions that a recipe may hold: a step has one target, so those with one element at most, and known by more than a
 * place in a picture. Files belong to one task only.
 */
export const RECIPE_ACTION_NAMES: readonly string[] = DOING.filter(
  (action) => !action.refs && !needsPoint(action) && !action.takesFiles,
).map((action) => action.name);

function needsPoint({ actsAtPoint, schema }: (typeof ACTIONS)[number]): boolean {
  return actsAtPoint !== undefined && !schema.safeParse({ ref: 'e1' }).success;
}

/** Actions whose argument `url` is an address. */
export const URL_ACTIONS: ReadonlySet<string> = new Set(['navigate', 'open_tab']);

/** Actions that put the element into a given state, so that doing them twice is doing them once. */
export const IDEMPOTENT_ACTIONS: ReadonlySet<string> = new Set([
  'type_text',
  'choose',
  'select_option',
  'set_date',
  'set_checked',
  'set_value',
  'navigate',
  'hover',
  'wait_for',
  'switch_tab',
]);
