import type { HistoryEntry } from './planner';

/** How one observation is told: whole, as changes to the one before, or in one line. */
export type Rendering = 'whole' | 'changes' | 'line';

/** Tokens of history above which old observations shrink to a line. */
export const HISTORY_BUDGET_TOKENS = 48_000;

const CHARACTERS_PER_TOKEN = 4;

/**
 * Says how each observation of the history is told (indices without an observation are undefined).
 *
 * It replays the history from its beginning: whenever an observation brings the sum above the budget, all
 * observations before it shrink to a line and it is told whole. So the answer for old entries changes only at those
 * few points, and in between every request is the one before with something added at its end (prompt caches).
 */
export function planRenderings(
  history: readonly HistoryEntry[],
  budgetTokens = HISTORY_BUDGET_TOKENS,
): (Rendering | undefined)[] {
  const renderings: (Rendering | undefined)[] = history.map(() => undefined);
  /** Tabs of which a whole observation is still told; changes mean nothing without one. */
  let wholeTabs = new Set<number>();
  let sum = 0;
  for (const [index, entry] of history.entries()) {
    if (entry.type !== 'observation') {
      sum += estimateTokens(entry);
      continue;
    }
    const asChanges = entry.changes !== undefined && wholeTabs.has(entry.tabId);
    const tokens = countTokens(asChanges ? (entry.changes ?? '') : entry.text);
    renderings[index] = asChanges ? 'changes' : 'whole';
    wholeTabs.add(entry.tabId);
    sum += tokens;
    if (sum <= budgetTokens || !hasBulk(renderings, index)) continue;
    for (let earlier = 0; earlier < index; earlier += 1)
      if (renderings[earlier]) renderings[earlier] = 'line';
    renderings[index] = 'whole';
    wholeTabs = new Set([entry.tabId]);
    sum = history.slice(0, index + 1).reduce((total, each, at) => total + tokensAs(each, renderings[at]), 0);
  }
  return renderings;
}

function hasBulk(renderings: readonly (Rendering | undefined)[], before: number): boolean {
  return renderings.slice(0, before).some((rendering) => rendering === 'whole' || rendering === 'changes');
}

function tokensAs(entry: HistoryEntry, rendering: Rendering | undefined): number {
  if (entry.type !== 'observation') return estimateTokens(entry);
  if (rendering === 'line') return countTokens(entry.url + entry.title);
  return countTokens(rendering === 'changes' ? (entry.changes ?? '') : entry.text);
}

function estimateTokens(entry: HistoryEntry): number {
  if (entry.type === 'user') return countTokens(entry.text);
  if (entry.type === 'note') return countTokens(entry.text + (entry.page ?? ''));
  if (entry.type === 'result') return countTokens(JSON.stringify(entry.result));
  return countTokens(JSON.stringify(entry));
}

function countTokens(text: string): number {
  return Math.ceil(text.length / CHARACTERS_PER_TOKEN);
}
