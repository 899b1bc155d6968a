import type { RunEvent } from '../../../lib/trajectories/event.ts';

/** Where the milliseconds of one step went; `undefined`: it has no such part. */
export interface StepTimings {
  /** From the moment the proposal is there to the arrival of the next request at the endpoint, without the user's time. */
  total: number;
  /** Proposal written, element found, guard asked, verdict and intent written. */
  judge: number;
  /** From the intent to the last event that the action sent. */
  act: number | undefined;
  /** From there to the end of the action: settling, and loading where it led to another page. */
  settle: number | undefined;
  /** `act` and `settle` together. */
  acting: number;
  /** The end written, the page read. */
  observe: number | undefined;
  /** The observation written, the next request made and sent. */
  send: number;
}

/** What is known of one step besides the log. */
export interface StepEnds {
  /** When the request after the step arrived, in milliseconds since the epoch. */
  nextRequestAt: number;
  /** When the page last saw an event that no person caused. */
  lastEventAt: number | undefined;
}

/** Events from one proposal to the next, each a list that begins with `proposed`; what comes before the first is left out. */
export function splitSteps(events: readonly RunEvent[]): RunEvent[][] {
  const steps: RunEvent[][] = [];
  for (const event of events) {
    if (event.type === 'proposed') steps.push([event]);
    else steps.at(-1)?.push(event);
  }
  return steps;
}

/** Times of a step of one action. Throws when the action was not carried out: its time would mean nothing. */
export function timeStep(events: readonly RunEvent[], { nextRequestAt, lastEventAt }: StepEnds): StepTimings {
  const proposed = expectEvent(events, 'proposed').at;
  const intended = expectEvent(events, 'action-intended').at;
  const ending = expectEvent(events, 'action-ended');
  if (ending.result.status !== 'done') throw new Error(`the action failed: ${JSON.stringify(ending.result)}`);
  const ended = ending.at;
  const observed = events.find(({ type }) => type === 'observed')?.at;
  const asked = timeOfUser(events);
  const isWithin = lastEventAt !== undefined && lastEventAt >= intended && lastEventAt <= ended;
  return {
    total: nextRequestAt - proposed - asked,
    judge: intended - proposed - asked,
    act: isWithin ? lastEventAt - intended : undefined,
    settle: isWithin ? ended - lastEventAt : undefined,
    acting: ended - intended,
    observe: observed === undefined ? undefined : observed - ended,
    send: nextRequestAt - (observed ?? ended),
  };
}

function timeOfUser(events: readonly RunEvent[]): number {
  const answered = events.find(({ type }) => type === 'answered');
  return answered === undefined ? 0 : answered.at - expectEvent(events, 'judged').at;
}

function expectEvent<T extends RunEvent['type']>(
  events: readonly RunEvent[],
  type: T,
): Extract<RunEvent, { type: T }> {
  const found = events.find((event): event is Extract<RunEvent, { type: T }> => event.type === type);
  if (!found) throw new Error(`the step has no ${type}: ${JSON.stringify(events)}`);
  return found;
}
