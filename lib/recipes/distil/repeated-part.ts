import type { RunEvent } from '../../trajectories/event';

/** What of a run a recipe repeats, and where it begins. */
export interface RepeatedPart {
  startUrl: string;
  task: string;
  /** Of the run's end. */
  answer: string;
  events: RunEvent[];
}

/**
 * All tasks of a run up to its newest successful end: a follow-up builds on what was done before it, unless it went on
 * in another tab, where it begins anew. Undefined when the last task that has ended did not end with success.
 */
export function findRepeatedPart(events: readonly RunEvent[]): RepeatedPart | undefined {
  const end = events.findLast((event) => event.type === 'run-finished');
  const [first] = events;
  if (first?.type !== 'run-started' || end?.type !== 'run-finished' || !end.success) return undefined;
  const untilEnd = events.filter(({ seq }) => seq <= end.seq);
  const moved = untilEnd.findLast((event) => event.type === 'follow-up' && event.tab !== undefined);
  if (moved?.type !== 'follow-up' || moved.tab === undefined)
    return { startUrl: first.url, task: first.task.text, answer: end.answer, events: untilEnd };
  return {
    startUrl: moved.tab.url,
    task: moved.task.text,
    answer: end.answer,
    events: untilEnd.filter(({ seq }) => seq >= moved.seq),
  };
}
