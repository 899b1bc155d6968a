import { findAction } from '../../actions/registry';
import { splitAction } from '../../actions/split-action';
import type { ActionCall, Effect } from '../../trajectories/action';
import type { RunEvent } from '../../trajectories/event';
import type { Target } from '../../trajectories/target';

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
  /** The tabs of the run when it began, in the order in which the run came to them. */
  tabs: readonly number[];
  target?: Target;
  effect: Effect;
  before?: Sight;
  after?: Sight;
}

/** What is known of an action that was begun. */
type Begun = Pick<DoneStep, 'call' | 'tabId' | 'tabs' | 'before'>;

/** The successful actions of a run in order; what failed, was denied or is unknown is left out. */
export function collectDoneSteps(events: readonly RunEvent[]): DoneStep[] {
  const targets = new Map<string, Target[]>();
  const begun = new Map<string, Begun>();
  const steps: DoneStep[] = [];
  let sight: Sight | undefined;
  let tabs: readonly number[] = [];
  for (const event of events) {
    tabs = followTabs(tabs, event);
    if (event.type === 'observed') {
      sight = { seq: event.seq, url: event.url, text: event.text };
      for (const step of steps) step.after ??= sight;
    } else if (event.type === 'judged' && event.target) {
      targets.set(event.actionId, [event.target, ...(event.others ?? [])]);
    } else if (event.type === 'action-intended') {
      begun.set(event.actionId, {
        call: event.call,
        tabId: event.tabId,
        tabs,
        ...(sight ? { before: sight } : {}),
      });
    } else if (event.type === 'action-ended' && event.result.status === 'done') {
      const start = begun.get(event.actionId);
      const { effect } = event.result;
      if (start)
        steps.push(
          ...splitIntoParts({ seq: event.seq, effect, ...start }, targets.get(event.actionId) ?? []),
        );
    }
  }
  return steps;
}

/** An action on several elements as the single ones that it amounts to; what changed in the page came of all of them. */
function splitIntoParts(step: DoneStep, targets: readonly Target[]): DoneStep[] {
  const definition = findAction(step.call.name);
  const parts = definition && splitAction(definition, step.call.args, targets);
  if (!parts || parts.length !== targets.length) return [{ ...step, ...pickTarget(targets[0]) }];
  return parts.map(({ definition, args }, index): DoneStep => {
    const { value: _, ...changed } = step.effect;
    const effect = index === parts.length - 1 ? changed : {};
    return { ...step, call: { name: definition.name, args }, effect, ...pickTarget(targets[index]) };
  });
}

function pickTarget(target: Target | undefined): { target?: Target } {
  return target ? { target } : {};
}

function followTabs(tabs: readonly number[], event: RunEvent): readonly number[] {
  if (event.type === 'run-started') return [event.tabId];
  if (event.type === 'follow-up' && event.tab) return [event.tab.tabId];
  if (event.type === 'tab-detached') return tabs.filter((tab) => tab !== event.tabId);
  return event.type === 'tab-attached' && !tabs.includes(event.tabId) ? [...tabs, event.tabId] : tabs;
}
