import { estimateTokens } from '../trajectories/estimate-tokens';
import type { PlanItem } from '../trajectories/proposal';
import { describeWords } from './chat-words';
import { pageLine } from './chat-observation';
import type { Fence } from './fence';
import type { HistoryEntry } from './planner';

type ResultEntry = Extract<HistoryEntry, { type: 'result' }>;

/** How many of the newest results that held data are told again. */
const KEPT_RESULTS = 3;

/** Shares of the budget for all messages. */
const LINES_SHARE = 0.15;
const DATA_SHARE = 0.15;

const LONGEST_MESSAGE = 120;

/**
 * The beginning of a history in short: a line for each page and call, what was read last, and in full what the user said, did not
 * allow, and the plan as it stood. '' when nothing happened.
 */
export function writeDigest(history: readonly HistoryEntry[], budgetTokens: number, fence: Fence): string {
  if (history.length === 0) return '';
  const lines = keepNewest(listSteps(history), budgetTokens * LINES_SHARE);
  const parts = [
    `The beginning of this chat was shortened. What happened, oldest first:\n${fence.wrap(lines.join('\n'))}`,
    describeData(history, budgetTokens * DATA_SHARE, fence),
    ...history.flatMap((entry) => listWords(entry, fence)),
    describeDenials(history),
    describePlan(findPlan(history)),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function listSteps(history: readonly HistoryEntry[]): string[] {
  const lines: string[] = [];
  let page = '';
  for (const entry of history) {
    if (entry.type === 'observation') {
      const line = pageLine(entry);
      if (line !== page) lines.push(line);
      page = line;
    } else if (entry.type === 'note') lines.push(`(${shorten(entry.text, LONGEST_MESSAGE)})`);
    else if (entry.type === 'result' && entry.call.name !== 'update_plan') lines.push(describeStep(entry));
  }
  return lines;
}

function describeStep({ call, result }: ResultEntry): string {
  const called = `${call.name} ${shorten(JSON.stringify(call.args), LONGEST_MESSAGE)}`;
  switch (result.status) {
    case 'done':
      return `${called}: ${shorten(result.message, LONGEST_MESSAGE)}`;
    case 'failed':
      return `${called}: failed (${result.failure.code})`;
    case 'unknown':
      return `${called}: may or may not have happened`;
    case 'not-done':
      return `${called}: not done`;
  }
}

function keepNewest(lines: readonly string[], tokens: number): string[] {
  let left = tokens;
  const kept: string[] = [];
  for (const line of lines.toReversed()) {
    left -= estimateTokens(line) + 1;
    if (left < 0) break;
    kept.unshift(line);
  }
  const dropped = lines.length - kept.length;
  return dropped === 0 ? kept : [`(${dropped} earlier lines are left out)`, ...kept];
}

/** What reading actions returned: what the task asks for is mostly among it. */
function describeData(history: readonly HistoryEntry[], tokens: number, fence: Fence): string {
  const read = history.filter(isReading);
  const kept = read.slice(-KEPT_RESULTS);
  if (kept.length === 0) return '';
  const each = tokens / kept.length;
  const told = kept.map(({ call, result }) => {
    const data = result.status === 'done' ? (result.data ?? '') : '';
    return `${call.name} ${shorten(JSON.stringify(call.args), LONGEST_MESSAGE)}:\n${shortenToTokens(data, each)}`;
  });
  const others = read.length > kept.length ? ' Call again what else you need.' : '';
  return `What was read last.${others}\n${fence.wrap(told.join('\n\n'))}`;
}

function isReading(entry: HistoryEntry): entry is ResultEntry {
  if (entry.type !== 'result' || entry.result.status !== 'done') return false;
  return (entry.result.data ?? '') !== '' && entry.call.name !== 'ask_user';
}

/** The user's words are never left out. */
function listWords(entry: HistoryEntry, fence: Fence): string[] {
  if (entry.type === 'user' || entry.type === 'task') return [describeWords(entry, fence)];
  if (entry.type !== 'result' || entry.call.name !== 'ask_user' || entry.result.status !== 'done') return [];
  const { message, data = '' } = entry.result;
  return [`You asked: ${String(entry.call.args['question'])}\n${message} ${data}`.trimEnd()];
}

const MOST_DENIALS = 10;

/** By name and ref alone: other arguments may hold words of a page. */
function describeDenials(history: readonly HistoryEntry[]): string {
  const denied = history.flatMap((entry) => {
    if (entry.type !== 'result' || entry.result.status !== 'not-done' || entry.result.answer !== 'deny')
      return [];
    const { name, args } = entry.call;
    const ref = typeof args['ref'] === 'string' && /^(f\d+)?e\d+$/.test(args['ref']) ? ` ${args['ref']}` : '';
    return [name + ref];
  });
  const last = [...new Set(denied)].slice(-MOST_DENIALS);
  return last.length === 0 ? '' : `The user did not allow: ${last.join(', ')}`;
}

/** As the newest update_plan that was carried out had it. */
function findPlan(history: readonly HistoryEntry[]): PlanItem[] {
  const updated = history.findLast(
    (entry) => entry.type === 'result' && entry.call.name === 'update_plan' && entry.result.status === 'done',
  );
  const items = updated?.type === 'result' ? updated.call.args['items'] : undefined;
  return Array.isArray(items) ? (items as PlanItem[]) : [];
}

function describePlan(plan: readonly PlanItem[]): string {
  if (plan.length === 0) return '';
  return `Your plan:\n${plan.map(({ text, state }) => `- ${state}: ${text}`).join('\n')}`;
}

function shorten(text: string, most: number): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}

/** The beginning of a text, as near to so many tokens as the estimate for the whole of it allows. */
export function shortenToTokens(text: string, most: number): string {
  const tokens = estimateTokens(text);
  if (tokens <= most) return text;
  const characters = Math.floor((text.length * most) / tokens);
  const kept = text.slice(0, characters);
  if (estimateTokens(kept) > most) return shortenToTokens(kept.slice(0, Math.floor(characters * 0.9)), most);
  return `${kept}…\n(cut here)`;
}
