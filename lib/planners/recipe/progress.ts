import type { ActionResult } from '../../trajectories/action';
import type { HistoryEntry, NotDone } from '../planner';

/** One try of a step, as the history tells it. */
export interface Attempt {
  seq: number;
  result: ActionResult | NotDone;
}

/** `callId` of the action that opens the recipe's first page. */
export const START_CALL = 'recipe-start';

/** `callId` of the wait that belongs to a step. */
export function waitCallOf(stepId: string): string {
  return `${stepId}-wait`;
}

/** What has been tried so far, by `callId`: the planner keeps nothing itself, since it may be made anew at any time. */
export class Progress {
  private readonly attempts = new Map<string, Attempt[]>();

  constructor(private readonly history: readonly HistoryEntry[]) {
    for (const entry of history) {
      if (entry.type !== 'result' || entry.call.callId === undefined) continue;
      const before = this.attempts.get(entry.call.callId) ?? [];
      this.attempts.set(entry.call.callId, [...before, { seq: entry.seq, result: entry.result }]);
    }
  }

  attemptsOf(callId: string): readonly Attempt[] {
    return this.attempts.get(callId) ?? [];
  }

  lastOf(callId: string): Attempt | undefined {
    return this.attemptsOf(callId).at(-1);
  }

  /** Whether the page was waited for on behalf of the step since its last try. */
  hasWaited(stepId: string): boolean {
    const wait = this.lastOf(waitCallOf(stepId));
    return wait !== undefined && wait.seq > (this.lastOf(stepId)?.seq ?? -1);
  }

  /** The newest observation after `from` and before `to` (both seq). */
  findObservation(from: number, to: number): { url: string; text: string } | undefined {
    const entry = this.history.findLast(
      (each) => each.type === 'observation' && each.seq > from && each.seq < to,
    );
    return entry?.type === 'observation' ? { url: entry.url, text: entry.text } : undefined;
  }
}
