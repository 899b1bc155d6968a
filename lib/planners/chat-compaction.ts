import type { HistoryEntry } from './planner';

/** What of the history is told as it was, and how. Everything before `from` is told in short. */
export interface Telling {
  /** Index of the first entry that is told as it was; a proposal, or 0. */
  from: number;
  /** Index of an observation before `from` that is told whole after what is told in short: the page as it was by then. */
  shown: number | undefined;
  /** Observations before this index are told in a line. */
  linesBefore: number;
  /** Entries before this index are cut to `most` tokens each. */
  cutBefore: number;
  most: number;
}

/** How an observation is told: in full, as what changed since the one before, or in a line. */
export type Form = 'whole' | 'changes' | 'line';

/** How much the parts of a chat take, in tokens. */
export interface Weights {
  /** What stands before the history: system prompt and task. */
  head: number;
  /** What the history up to this index takes when it is told in short. */
  short(from: number): number;
  observation(index: number, form: Form): number;
  /** Any other entry, cut to so many tokens. */
  entry(index: number, most: number): number;
}

const WHOLE: Telling = { from: 0, shown: undefined, linesBefore: 0, cutBefore: 0, most: Infinity };

/** The least that is left of a result. */
const LEAST_TOKENS = 40;

/**
 * Pages that were left are carried on until they take so much, or this part of a small budget: before that a chat only grows at
 * its end. Some three small pages.
 */
const LEAST_STALE_TOKENS = 1_300;
const LEAST_STALE_SHARE = 1 / 8;

/**
 * Pages that were left are carried on as long as sending once more what stands between them costs more: what a cache knows is
 * about four times as cheap, and a run has some six requests before it. 6 x 1/4 x stale > 3/4 x between.
 */
const STALE_SHARE = 1;

/**
 * Says how a history is told within a budget of tokens. It replays the requests that were made of it. Old messages change at few
 * points only, so that each request but those is the one before with something added at its end (prompt caches):
 * - where pages that were left, and changes of the present one, have become dead weight, it is told whole and they in a line each;
 * - where a request is over the budget, everything before the last proposal is told in short.
 * The answer for a history is the same whoever asks, whenever. An endless budget leaves everything as it was.
 */
export function planTelling(
  history: readonly HistoryEntry[],
  weights: Weights,
  budgetTokens: number,
): Telling {
  if (budgetTokens === Infinity) return WHOLE;
  const leastStale = Math.min(LEAST_STALE_TOKENS, budgetTokens * LEAST_STALE_SHARE);
  let telling = WHOLE;
  for (const end of listRequests(history)) {
    telling = withoutStale(history, end, telling, weights, leastStale);
    const sum = sumOf(history, end, telling, weights);
    if (sum <= budgetTokens) continue;
    const shorter = shorten(history, end, weights, budgetTokens);
    if (sumOf(history, end, shorter, weights) < sum) telling = shorter;
  }
  return telling;
}

/** Where requests ended: before each proposal, and now. */
function listRequests(history: readonly HistoryEntry[]): number[] {
  const ends = history.flatMap((entry, index) => (entry.type === 'proposal' ? [index] : []));
  return [...ends, history.length];
}

/** Shrinks what was seen before the newest page, which is then told whole, where that is worth while. */
function withoutStale(
  history: readonly HistoryEntry[],
  end: number,
  telling: Telling,
  weights: Weights,
  leastStale: number,
): Telling {
  const forms = listForms(history, end, telling);
  const newest = [...forms.keys()].at(-1);
  const full = [...forms].filter(([, form]) => form !== 'line');
  const first = full[0]?.[0];
  if (newest === undefined || first === undefined || first === newest) return telling;
  const told = full.reduce((sum, [index, form]) => sum + weights.observation(index, form), 0);
  const whole = weights.observation(newest, 'whole');
  const resent = whole - weights.observation(newest, forms.get(newest) ?? 'whole');
  const between = range(first, end).filter((index) => !forms.has(index));
  const cost = between.reduce((sum, index) => sum + weights.entry(index, mostOf(telling, index)), resent);
  if (told - whole < Math.max(leastStale, STALE_SHARE * cost)) return telling;
  return { ...telling, linesBefore: newest };
}

/** How each observation is told, in the order of the chat. Changes mean nothing without the whole that they change. */
export function listForms(
  history: readonly HistoryEntry[],
  end: number,
  { from, shown, linesBefore }: Telling,
): Map<number, Form> {
  const told = new Set<number>();
  const forms = new Map<number, Form>();
  const indices = [...(shown === undefined ? [] : [shown]), ...range(from, end)];
  for (const index of indices) {
    const entry = history[index];
    if (entry?.type !== 'observation') continue;
    const isLine = index < linesBefore;
    forms.set(
      index,
      isLine ? 'line' : entry.changes !== undefined && told.has(entry.tabId) ? 'changes' : 'whole',
    );
    if (!isLine) told.add(entry.tabId);
  }
  return forms;
}

function range(from: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - from) }, (_, index) => from + index);
}

function mostOf({ cutBefore, most }: Telling, index: number): number {
  return index < cutBefore ? most : Infinity;
}

function sumOf(history: readonly HistoryEntry[], end: number, telling: Telling, weights: Weights): number {
  const { from } = telling;
  const forms = listForms(history, end, telling);
  let sum = weights.head + (from > 0 ? weights.short(from) : 0);
  for (const [index, form] of forms) sum += weights.observation(index, form);
  for (let index = from; index < end; index += 1)
    if (!forms.has(index)) sum += weights.entry(index, mostOf(telling, index));
  return sum;
}

/** What a model has just asked for is told still; it is cut where even that is too much. */
function shorten(
  history: readonly HistoryEntry[],
  end: number,
  weights: Weights,
  budgetTokens: number,
): Telling {
  const before = history.slice(0, end);
  const from = Math.max(
    0,
    before.findLastIndex(({ type }) => type === 'proposal'),
  );
  const newest = before.findLastIndex(({ type }) => type === 'observation');
  const shown = newest >= 0 && newest < from ? newest : undefined;
  const telling: Telling = { from, shown, linesBefore: 0, cutBefore: end, most: Infinity };
  const over = sumOf(history, end, telling, weights) - budgetTokens;
  if (over <= 0) return telling;
  const parts = indicesOfCuttable(before, from).map((index) => weights.entry(index, Infinity));
  return { ...telling, most: fairShare(parts, parts.reduce((sum, part) => sum + part, 0) - over) };
}

function indicesOfCuttable(before: readonly HistoryEntry[], from: number): number[] {
  return before.flatMap(({ type }, index) =>
    index >= from && (type === 'proposal' || type === 'result') ? [index] : [],
  );
}

/** The most that each part may take so that all of them take no more than `tokens`: small ones leave theirs to the others. */
function fairShare(parts: readonly number[], tokens: number): number {
  let left = tokens;
  let count = parts.length;
  for (const part of parts.toSorted((one, other) => one - other)) {
    if (part > left / count) break;
    left -= part;
    count -= 1;
  }
  return Math.max(LEAST_TOKENS, count === 0 ? Infinity : Math.floor(left / count));
}
