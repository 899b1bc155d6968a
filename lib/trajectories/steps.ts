import type { ActionCall, ActionResult } from './action';
import type { RunEvent } from './event';
import type { Proposal, Usage } from './proposal';
import type { Target } from './target';
import type { Answer, Sentence, Verdict } from './verdict';

/** What the planner looked at; texts are blob hashes. */
export interface StepObservation {
  seq: number;
  tabId: number;
  url: string;
  title: string;
  text: string;
  changes?: string;
}

/** One proposed action and what became of it. Without `result` it never started. */
export interface StepAction {
  actionId: string;
  call: ActionCall;
  verdict?: Verdict;
  sentence?: Sentence;
  target?: Target;
  /** The further elements of an action that has several. */
  others?: Target[];
  answer?: Answer;
  reply?: string;
  /** Milliseconds since the epoch; absent when the action never started. */
  startedAt?: number;
  endedAt?: number;
  result?: ActionResult;
}

/** One turn of the planner: what it saw, what it proposed, what became of that. */
export interface TrajectoryStep {
  index: number;
  /** Newest observation before the proposal; absent when the planner had seen no page yet. */
  observation?: StepObservation;
  /** Words of the user since the previous proposal. */
  words: string[];
  proposal: Proposal;
  actions: StepAction[];
  usage: Usage;
  /** When the proposal was written, and when the last of its actions ended; milliseconds since the epoch. */
  proposedAt: number;
  endedAt: number;
}

/** The run's log seen as a trajectory: one step per proposal, in order. Does not change the events. */
export function projectSteps(events: readonly RunEvent[]): TrajectoryStep[] {
  const steps: TrajectoryStep[] = [];
  const actions = new Map<string, { step: TrajectoryStep; action: StepAction }>();
  let observation: StepObservation | undefined;
  let words: string[] = [];
  for (const event of events) {
    if (event.type === 'observed') observation = readObservation(event);
    else if (event.type === 'user-said') words.push(event.text);
    else if (event.type === 'proposed') {
      const step = startStep(event, steps.length, words, observation);
      for (const action of step.actions) actions.set(action.actionId, { step, action });
      steps.push(step);
      words = [];
    } else if ('actionId' in event) {
      const found = actions.get(event.actionId);
      if (found) noteAction(found.step, found.action, event);
    }
  }
  return steps;
}

function readObservation(event: RunEvent & { type: 'observed' }): StepObservation {
  const { seq, tabId, url, title, text, changes } = event;
  return { seq, tabId, url, title, text, ...(changes === undefined ? {} : { changes }) };
}

function startStep(
  event: RunEvent & { type: 'proposed' },
  index: number,
  words: string[],
  observation: StepObservation | undefined,
): TrajectoryStep {
  const { proposal } = event;
  return {
    index,
    ...(observation === undefined ? {} : { observation }),
    words,
    proposal,
    actions: proposal.actions.map((call, position) => ({ actionId: `${event.seq}.${position}`, call })),
    usage: proposal.usage,
    proposedAt: event.at,
    endedAt: event.at,
  };
}

function noteAction(step: TrajectoryStep, action: StepAction, event: RunEvent): void {
  if (event.type === 'judged') {
    action.verdict = event.verdict;
    action.sentence = event.sentence;
    if (event.target) action.target = event.target;
    if (event.others) action.others = event.others;
  } else if (event.type === 'answered') action.answer = event.answer;
  else if (event.type === 'replied') action.reply = event.text;
  else if (event.type === 'action-intended') action.startedAt = event.at;
  else if (event.type === 'action-ended') {
    action.result = event.result;
    action.endedAt = event.at;
    step.endedAt = event.at;
  }
}
