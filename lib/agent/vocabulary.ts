/** Actions that run in the loop itself; nothing of them leaves the run, so the guard has nothing to judge. */
export const RUN_ACTIONS: ReadonlySet<string> = new Set(['update_plan', 'ask_user', 'finish']);

/** Actions after which the refs of the old document mean nothing: the rest of the batch would act blindly. */
export const LEAVING_ACTIONS: ReadonlySet<string> = new Set([
  'navigate',
  'go_back',
  'go_forward',
  'reload',
  'open_tab',
  'switch_tab',
  'close_tab',
]);

/** Actions that cannot have changed what the planner has seen: no new observation after them. */
export const LOOKING_ACTIONS: ReadonlySet<string> = new Set([
  'read_page',
  'find_text',
  'expand',
  'extract',
  'take_screenshot',
  'answer_dialog',
  'update_plan',
]);
