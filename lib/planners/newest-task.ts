import type { PlannerContext } from './planner';

/** The context of a planner that minds the newest task only: with that one as the task, and nothing from before it. */
export function sinceNewestTask(context: PlannerContext): PlannerContext {
  const at = context.history.findLastIndex(({ type }) => type === 'task');
  const newest = context.history[at];
  if (newest?.type !== 'task') return context;
  return { ...context, task: newest.task, history: context.history.slice(at + 1) };
}
