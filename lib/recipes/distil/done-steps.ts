import type { ActionCall, Effect } from '../../trajectories/action';
import type { RunEvent } from '../../trajectories/event';
import type { Target } from '../../trajectories/target';
import type { Risk } from '../../trajectories/action';

/** What the page looked like at one moment of the run. */
export interface Sight {
  seq: number;
  url: string;
  /** SHA-256 of the observation's text. */
  text: string;
}

/** One action that was carried out, with the page before and after it. */
export interface DoneStep {
  /** Seq of its action-ended event. */
  seq: number;
  call: ActionCall;
  tabId: number;
  target?: Target;
  risk?: Risk;
  effect: Effect;
  before?: Sight;
  after?: Sight;
}

/** The successful actions of a run in order; what failed, was denied or is unknown is left out. */
export function collectDoneSteps(events: readonly RunEvent[]): DoneStep[] {
  const judged = new Map<string, { target?: Target; risk: Risk }>();
  const intended = new Map<string, { call: ActionCall; tabId: number; before?: Sight }>();
  const steps: DoneStep[] = [];
  let sight: Sight | undefined;
  for (const event of events) {
    if (event.type === 'observed') {
      sight = { seq: event.seq, url: event.url, text: event.text };
      for (const step of steps) step.after ??= sight;
    } else if (event.type === 'judged') {
      judged.set(event.actionId, { risk: event.verdict.risk, ...(event.target ? { target: event.target } : {}) });
    } else if (event.type === 'action-intended') {
      intended.set(event.actionId, { call: event.call, tabId: event.tabId, ...(sight ? { before: sight } : {}) });
    } else if (event.type === 'action-ended' && event.result.status === 'done') {
      const started = intended.get(event.actionId);
      if (started === undefined) continue;
      steps.push({ seq: event.seq, effect: event.result.effect, ...started, ...judged.get(event.actionId) });
    }
  }
  return steps;
}

/** Ids of the run's tabs in the order in which it came to them. */
export function collectTabs(events: readonly RunEvent[]): number[] {
  const tabs = events.flatMap((event) =>
    event.type === 'run-started' || event.type === 'tab-attached' ? [event.tabId] : [],
  );
  return [...new Set(tabs)];
}
