import type { RunEvent } from './event';
import type { UserAct } from './user-act';
import type { Answer } from './verdict';

/**
 * Something that the user let the planner know in mid-run. `actionIds`: what it is about, so that an export can set what was
 * proposed then against what was proposed after it.
 */
export type Feedback =
  /** Words that dropped these actions, or were said while they were still thought up (`proposalSeq`). */
  | { kind: 'words'; seq: number; text: string; actionIds: string[]; proposalSeq?: number }
  | { kind: 'reply'; seq: number; text: string; actionIds: string[] }
  | { kind: 'verdict'; seq: number; answer: Answer; actionIds: string[] }
  /** They did, or did not, what was handed to them. */
  | { kind: 'hand-over'; seq: number; did: boolean; actionIds: string[] }
  /** They acted themselves instead of these. */
  | { kind: 'act'; seq: number; act: UserAct; actionIds: string[] };

/** What the user said, answered and did in a run, in order. Does not change the events. */
export function projectFeedback(events: readonly RunEvent[]): Feedback[] {
  const feedback: Feedback[] = [];
  let open = new Set<string>();
  for (const event of events) {
    const found = readFeedback(event, [...open]);
    if (found) feedback.push(found);
    if (event.type === 'proposed') {
      noteLateWords(feedback, event);
      open = new Set(event.proposal.actions.map((_, index) => `${event.seq}.${index}`));
    } else if (event.type === 'action-ended' || (event.type === 'answered' && event.answer === 'deny'))
      open.delete(event.actionId);
  }
  return feedback;
}

function readFeedback(event: RunEvent, open: string[]): Feedback | undefined {
  const { seq } = event;
  switch (event.type) {
    case 'user-said':
      return { kind: 'words', seq, text: event.text, actionIds: event.about ?? [] };
    case 'replied':
      return { kind: 'reply', seq, text: event.text, actionIds: [event.actionId] };
    case 'answered':
      return { kind: 'verdict', seq, answer: event.answer, actionIds: [event.actionId] };
    case 'hand-over-ended':
      return { kind: 'hand-over', seq, did: event.did, actionIds: [event.actionId] };
    case 'user-acted':
      return { kind: 'act', seq, act: event.act, actionIds: open };
    default:
      return undefined;
  }
}

/** A proposal that was made without having read these words was dropped by them. */
function noteLateWords(feedback: Feedback[], event: RunEvent & { type: 'proposed' }): void {
  const { basis = event.seq } = event;
  for (const one of feedback)
    if (one.kind === 'words' && one.seq > basis && one.seq < event.seq) one.proposalSeq ??= event.seq;
}
