import type { Effect } from '../trajectories/action';
import type { Fence } from './fence';
import type { HistoryEntry } from './planner';

/** Their results hold the user's words and ours, never the page's. */
const RUN_ACTIONS: ReadonlySet<string> = new Set(['ask_user', 'update_plan', 'finish']);

/**
 * What a chat model is told of one of its calls. Messages and effects of actions that ran on a page can hold names
 * from it, so they are fenced.
 */
export function describeResult(
  { call, result }: Extract<HistoryEntry, { type: 'result' }>,
  fence: Fence,
): string {
  switch (result.status) {
    case 'not-done':
      return `Not done: ${result.message}`;
    case 'unknown':
      return `Unknown: ${result.message}`;
    case 'failed':
      return `Failed (${result.failure.code}):\n${fence.wrap(result.failure.message)}`;
    case 'done': {
      const lines = [result.message, ...describeEffect(result.effect, result.message)];
      if (result.data !== undefined) lines.push(result.data);
      if (RUN_ACTIONS.has(call.name)) return lines.join('\n');
      return `Done:\n${fence.wrap(lines.filter((line) => line !== '').join('\n'))}`;
    }
  }
}

/** What was read back, as far as the message does not say it already: each word is paid for at every later step. */
function describeEffect(effect: Effect, message: string): string[] {
  const lines: string[] = [];
  if (effect.url !== undefined && !message.includes(effect.url)) lines.push(`now at ${effect.url}`);
  if (effect.value !== undefined && !message.includes(effect.value))
    lines.push(`value now: ${JSON.stringify(effect.value)}`);
  if (effect.dialog !== undefined) lines.push(`dialog opened: ${JSON.stringify(effect.dialog)}`);
  if (effect.openedTab !== undefined) lines.push(`opened tab ${effect.openedTab}`);
  if (effect.closedTab !== undefined) lines.push(`closed tab ${effect.closedTab}`);
  return lines;
}
