/** A run as a person reads it: what was said, done and decided, oldest first. */
import type { StepState } from '../lib/agent/state';
import { userActSentence } from '../lib/agent/user-acts';
import type { PlanItem } from '../lib/trajectories/proposal';
import type { RunEvent } from '../lib/trajectories/event';
import type { Failure } from '../lib/trajectories/failure';
import type { Task } from '../lib/trajectories/task';
import type { Sentence } from '../lib/trajectories/verdict';

/** `key` is stable while the run grows. */
export type TimelineItem =
  /** Words of the planner. */
  | { kind: 'say'; key: string; text: string }
  /** Words of the user in mid-run. */
  | { kind: 'user'; key: string; text: string }
  /** What the user did on the page themselves. */
  | { kind: 'act'; key: string; sentence: Sentence }
  /** Something that happened to the run itself. */
  | { kind: 'note'; key: string; sentence: Sentence }
  | { kind: 'pause'; key: string; event: Paused }
  /** What the user asked for after the run had ended. */
  | { kind: 'task'; key: string; task: Task }
  /** How a task ended that another one followed. */
  | { kind: 'answer'; key: string; success: boolean; text: string }
  | { kind: 'failure'; key: string; failure: Failure }
  | { kind: 'step'; key: string; step: StepState };

export type Paused = RunEvent & { type: 'run-paused' };

const ACCESS_PREFIX = 'access:';

/** Actions that show elsewhere: the plan as a checklist, the end as the result. */
const SHOWN_ELSEWHERE = new Set(['update_plan', 'finish']);

/** Items for the events of one run, and the steps and plan of its folded state. */
export function timelineOf(events: RunEvent[], steps: StepState[], plan: PlanItem[]): TimelineItem[] {
  const stepsByProposal = groupByProposal(steps);
  const fallbacks = fallbackNotes(events);
  const newestTask = events.findLast(({ type }) => type === 'follow-up')?.seq ?? 0;
  return events
    .filter((event, index) => !goesOn(event, events[index + 1]))
    .flatMap((event) => [
      ...asList(fallbacks.get(event.seq)),
      ...(event.seq < newestTask && isEnd(event)
        ? endOf(event)
        : itemsOf(event, stepsByProposal.get(event.seq) ?? [])),
    ])
    .filter((item) => item.kind !== 'say' || !repeatsPlan(item.text, plan));
}

function asList(item: TimelineItem | undefined): TimelineItem[] {
  return item === undefined ? [] : [item];
}

/** The next event tells the same again, and more: what is in the field that somebody typed into. */
function goesOn(event: RunEvent, next: RunEvent | undefined): boolean {
  if (event.type !== 'user-acted' || next?.type !== 'user-acted' || event.tabId !== next.tabId) return false;
  const { did, on } = event.act;
  return (did === 'type' || did === 'press') && next.act.did === did && next.act.on === on;
}

/** The plan says it already, perhaps with what came of it behind. */
function repeatsPlan(said: string, plan: PlanItem[]): boolean {
  return plan.some((item) => item.text.startsWith(said));
}

/** A step is shown once somebody judged it, and unless it shows elsewhere. */
export function isShown(step: StepState): boolean {
  if (step.phase === 'proposed') return false;
  const failed = step.result?.status === 'failed' || step.phase === 'not-done';
  return failed || !SHOWN_ELSEWHERE.has(step.call.name);
}

function itemsOf(event: RunEvent, steps: StepState[]): TimelineItem[] {
  const key = String(event.seq);
  switch (event.type) {
    case 'proposed': {
      const said: TimelineItem[] = event.proposal.say.trim()
        ? [{ kind: 'say', key: `${key}-say`, text: event.proposal.say.trim() }]
        : [];
      const done = steps
        .filter(isShown)
        .map((step): TimelineItem => ({ kind: 'step', key: step.actionId, step }));
      return [...said, ...done];
    }
    case 'user-said':
    case 'replied':
      return [{ kind: 'user', key, text: event.text }];
    case 'run-paused':
      return [{ kind: 'pause', key, event }];
    case 'follow-up':
      return [{ kind: 'task', key, task: event.task }];
    case 'user-acted':
      return [{ kind: 'act', key, sentence: userActSentence(event.act) }];
    default: {
      const sentence = noteOf(event);
      return sentence ? [{ kind: 'note', key, sentence }] : [];
    }
  }
}

/** Another model answers from here than the one that the user chose; said where it begins to. */
function fallbackNotes(events: RunEvent[]): Map<number, TimelineItem> {
  const notes = new Map<number, TimelineItem>();
  let answering: string | undefined;
  for (const event of events) {
    if (event.type !== 'proposed') continue;
    const { fellBack, model = '' } = event.proposal;
    if (fellBack && answering !== model) {
      const sentence = { key: 'note.fell_back', params: { model } };
      notes.set(event.seq, { kind: 'note', key: `${event.seq}-fallback`, sentence });
    }
    answering = fellBack ? model : undefined;
  }
  return notes;
}

function noteOf(event: RunEvent): Sentence | undefined {
  switch (event.type) {
    case 'answered':
      if (!event.actionId.startsWith(ACCESS_PREFIX)) return undefined;
      return {
        key: event.answer === 'deny' ? 'note.access_denied' : 'note.access_allowed',
        params: { origin: event.actionId.slice(ACCESS_PREFIX.length) },
      };
    case 'tab-attached':
      return { key: `note.tab_${event.why}`, params: {} };
    case 'observed':
      return event.wall && { key: `note.wall_${event.wall.kind}`, params: { site: event.wall.origin } };
    case 'run-resumed':
      return { key: 'note.resumed', params: {} };
    default:
      return undefined;
  }
}

type Ended = RunEvent & { type: 'run-finished' | 'run-failed' | 'run-stopped' };

function isEnd(event: RunEvent): event is Ended {
  return event.type === 'run-finished' || event.type === 'run-failed' || event.type === 'run-stopped';
}

/** An end that the run went on from stands where it came; the newest one is the result. */
function endOf(event: Ended): TimelineItem[] {
  const key = String(event.seq);
  switch (event.type) {
    case 'run-finished':
      return [{ kind: 'answer', key, success: event.success, text: event.answer }];
    case 'run-failed':
      return [{ kind: 'failure', key, failure: event.failure }];
    case 'run-stopped':
      return [{ kind: 'note', key, sentence: { key: 'note.stopped', params: {} } }];
  }
}

function groupByProposal(steps: StepState[]): Map<number, StepState[]> {
  const groups = new Map<number, StepState[]>();
  for (const step of steps) {
    const seq = Number.parseInt(step.actionId, 10);
    groups.set(seq, [...(groups.get(seq) ?? []), step]);
  }
  return groups;
}
