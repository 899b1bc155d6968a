import { readFileSync } from 'node:fs';
import type { HistoryEntry, PlannerContext } from '../../../lib/planners/planner';
import { createRulesPlanner } from '../../../lib/planners/rules/create-rules-planner';
import type { ActionCall, ActionResult } from '../../../lib/trajectories/action';
import type { Proposal } from '../../../lib/trajectories/proposal';
import type { Attachment } from '../../../lib/trajectories/task';

/** 22 Nov 2026, noon UTC. */
export const NOW = Date.UTC(2026, 10, 22, 12);

export const TABS = [
  { tabId: 1, url: 'https://lumen.example/search', title: 'Search: lamp - Lumen House', active: true },
  { tabId: 7, url: 'https://mail.example/inbox', title: 'Inbox (2) - Postbox', active: false },
];

export function readFixture(name: string): string {
  return readFileSync(new URL(`./fixtures/${name}.txt`, import.meta.url), 'utf8').trimEnd();
}

/** What a scripted page answers to a call: the page afterwards (a fixture or a text), and how the call ended. */
export interface Response {
  page?: string;
  result?: ActionResult;
  /** Ends the batch, as an action that leaves the page does. */
  leaves?: boolean;
}

export interface RunOptions {
  attachments?: Attachment[];
  tabs?: typeof TABS;
  /** Said by the user before the proposal of that number. */
  said?: Record<number, string>;
  mostProposals?: number;
}

export interface RunRecord {
  proposals: Proposal[];
  calls: ActionCall[];
  finish?: { success: boolean; answer: string; evidence?: string };
  history: HistoryEntry[];
}

export const done = (message = 'done', data?: string): ActionResult => ({
  status: 'done',
  message,
  effect: {},
  ...(data === undefined ? {} : { data }),
});

export const failed = (message: string): ActionResult => ({
  status: 'failed',
  failure: { code: 'test', message },
});

/** Drives the planner against a script until it finishes or has proposed too often. */
export async function runRules(
  task: string,
  start: string,
  respond: (call: ActionCall, page: string) => Response = () => ({}),
  options: RunOptions = {},
): Promise<RunRecord> {
  const planner = createRulesPlanner({ now: () => NOW });
  const record: RunRecord = { proposals: [], calls: [], history: [] };
  let page = start;
  for (let number = 0; number < (options.mostProposals ?? 60) && record.finish === undefined; number += 1) {
    observe(record.history, page);
    const said = options.said?.[number];
    if (said !== undefined) record.history.push({ type: 'user', seq: record.history.length, text: said });
    const answer = await planner.propose(
      contextOf(task, page, record, options),
      new AbortController().signal,
      () => {},
    );
    if (!answer.ok) throw new Error(answer.failure.message);
    record.proposals.push(answer.proposal);
    record.history.push({ type: 'proposal', seq: record.history.length, proposal: answer.proposal });
    page = carryOut(record, answer.proposal, page, respond);
  }
  return record;
}

function contextOf(task: string, page: string, record: RunRecord, options: RunOptions): PlannerContext {
  const { url, title } = headerOf(page);
  return {
    task: { text: task, attachments: options.attachments ?? [] },
    plan: record.proposals.at(-1)?.plan ?? [],
    history: record.history,
    observation: { tabId: 1, url, title, text: page },
    tabs: options.tabs ?? TABS,
    runId: 'run',
  };
}

function observe(history: HistoryEntry[], text: string): void {
  history.push({ type: 'observation', seq: history.length, tabId: 1, ...headerOf(text), text });
}

function headerOf(text: string): { url: string; title: string } {
  const match = /^page ("(?:[^"\\]|\\.)*")\s+(\S+)/.exec(text);
  return { title: match === null ? '' : (JSON.parse(match[1] ?? '""') as string), url: match?.[2] ?? '' };
}

function carryOut(
  record: RunRecord,
  proposal: Proposal,
  start: string,
  respond: (call: ActionCall, page: string) => Response,
): string {
  let page = start;
  let ended: string | undefined;
  for (const call of proposal.actions) {
    record.calls.push(call);
    const response = ended === undefined && call.name !== 'finish' ? respond(call, page) : {};
    const result: ActionResult = response.result ?? done();
    const skipped = { status: 'not-done' as const, message: ended ?? '' };
    record.history.push({
      type: 'result',
      seq: record.history.length,
      call,
      result: ended === undefined ? result : skipped,
    });
    page = response.page ?? page;
    if (call.name === 'finish' && ended === undefined)
      record.finish = call.args as NonNullable<RunRecord['finish']>;
    if (result.status !== 'done') ended ??= 'an earlier action of the same batch failed.';
    if (response.leaves === true)
      ended ??= 'an earlier action of the same batch led to another page. Look at it first.';
  }
  return page;
}

/** `click e5`, `type_text e2 "kettle" submit`, `finish "116,90 €"`: a call in one line. */
export function describeCall({ name, args, target }: ActionCall): string {
  if (name === 'finish')
    return `${args['success'] === true ? 'finish' : 'give up'}: ${String(args['answer'])}`;
  const rest = Object.entries(args)
    .filter(([key]) => key !== 'ref')
    .map(([key, value]) =>
      value === true ? key : key === 'text' ? JSON.stringify(value) : `${key}=${JSON.stringify(value)}`,
    );
  return [name, args['ref'] ?? target?.name, ...rest].filter((part) => part !== undefined).join(' ');
}
