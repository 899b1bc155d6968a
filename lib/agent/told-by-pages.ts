import type { RunState, StepState } from './state';
import { RUN_ACTIONS } from './vocabulary';

/** What pages said in answer to actions, and what was read of them on purpose: that may not be on the page any more. */
export function toldByPages(state: RunState): string {
  return state.steps.flatMap(toldBy).join('\n');
}

function toldBy({ call, result }: StepState): string[] {
  if (result?.status !== 'done' || RUN_ACTIONS.has(call.name)) return [];
  const { told = [], asked = [], fields = [], dialog = '' } = result.effect;
  return [...told, ...asked.map(({ text }) => text), ...fields, dialog, result.data ?? ''];
}

/** Hashes of how pages were read last that the run has left since: those at none of these addresses. */
export function leftPages(state: RunState, addresses: ReadonlySet<string>): string[] {
  const newest = new Map<string, string>();
  for (const item of state.history) if (item.type === 'observation') newest.set(item.url, item.textHash);
  return [...newest].filter(([url]) => !addresses.has(url)).map(([, hash]) => hash);
}
