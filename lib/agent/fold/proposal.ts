import { addCost, addUsage } from '../../trajectories/cost';
import type { RunEvent } from '../../trajectories/event';
import { isModelPlanner } from '../../trajectories/task';
import { endBatch } from '../batch';
import type { HistoryItem, RunState, StepState } from '../state';
import { NOT_DONE, NUDGE } from './reasons';

export function noteProposal(state: RunState, event: RunEvent & { type: 'proposed' }): RunState {
  const { proposal, seq } = event;
  const stepStart = state.steps.length;
  const steps = proposal.actions.map((call, index): StepState => ({
    actionId: `${seq}.${index}`,
    call,
    phase: 'proposed',
  }));
  const { history, unread } = placeProposal(state.history, event, stepStart);
  const isEmpty = proposal.actions.length === 0;
  const emptyProposals = isEmpty ? state.emptyProposals + 1 : 0;
  const isNudged = isEmpty && isModelPlanner(state.planner) && emptyProposals === 1;
  const next: RunState = {
    ...state,
    plan: proposal.plan ?? state.plan,
    steps: [...state.steps, ...steps],
    batchStart: stepStart,
    history: isNudged ? [...history, { type: 'note', seq, text: NUDGE }] : history,
    unread,
    usage: addUsage(state.usage, proposal.usage),
    cost: addCost(state.cost, proposal, state.planner),
    workAtProposal: { ms: state.workedMs, since: state.workedMs - state.workAtProposal.ms },
    proposals: state.proposals + 1,
    emptyProposals,
    say: proposal.say === '' ? state.say : proposal.say,
  };
  return unread ? endBatch(next, NOT_DONE.userSaid) : next;
}

/**
 * Words of the user that came while the planner was thinking go after its proposal, as it did not read them:
 * what it was told before stays a prefix of what it is told next.
 */
function placeProposal(
  history: HistoryItem[],
  event: RunEvent & { type: 'proposed' },
  stepStart: number,
): { history: HistoryItem[]; unread: boolean } {
  const item: HistoryItem = { type: 'proposal', seq: event.seq, proposal: event.proposal, stepStart };
  const basis = event.basis ?? event.seq;
  const at = history.findIndex((entry) => isWord(entry) && entry.seq > basis);
  if (at === -1) return { history: [...history, item], unread: false };
  return { history: [...history.slice(0, at), item, ...history.slice(at)], unread: true };
}

function isWord({ type }: HistoryItem): boolean {
  return type === 'user' || type === 'task';
}
