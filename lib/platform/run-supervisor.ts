import { PAUSED } from '../agent/driver';
import type { RunState } from '../agent/state';
import type { EventBody } from '../trajectories/event';
import type { RunLog } from './log';
import { withRunLock } from './run-lock';

/** What the supervisor needs: how one run is driven, and who must know that work is going on. */
export interface SupervisorDeps {
  log: RunLog;
  /** Ids of the runs whose status is `working`. */
  unfinished(): Promise<string[]>;
  /** Drives a run until it waits, rests or ends, or the signal aborts. */
  drive(runId: string, signal: AbortSignal): Promise<void>;
  busy(isBusy: boolean): void;
  /** Storage is gone or a driver broke: the run goes on at the next wake, for which the background stays busy. */
  onInterrupted(runId: string, error: unknown): void;
  /** A run was driven until it rested. */
  onDriven(runId: string): void;
}

export interface RunSupervisor {
  /** Drives every unfinished run. Called whenever the background wakes. */
  wake(): Promise<void>;
  /** Writes what the user did and lets the run go on, or interrupts it. Returns the new state, if it was written. */
  userEvent(
    runId: string,
    decide: (state: RunState) => EventBody | undefined,
    then: 'drive' | 'pause' | 'stop',
  ): Promise<RunState | undefined>;
  /** Starts driving a run that has just been written. */
  kick(runId: string): void;
}

export function createRunSupervisor(deps: SupervisorDeps): RunSupervisor {
  const driven = new Map<string, { controller: AbortController; again: boolean }>();

  const interrupted = new Set<string>();

  const kick = (runId: string): void => {
    const running = driven.get(runId);
    // The driver may be on its way out and not see the new event: look once more when it has left.
    if (running) running.again = true;
    else void driveUntilQuiet(runId);
  };

  const driveUntilQuiet = async (runId: string): Promise<void> => {
    const entry = { controller: new AbortController(), again: false };
    driven.set(runId, entry);
    deps.busy(true);
    try {
      do {
        entry.again = false;
        if (entry.controller.signal.aborted) entry.controller = new AbortController();
        await withRunLock(runId, () => deps.drive(runId, entry.controller.signal));
      } while (entry.again);
      interrupted.delete(runId);
      deps.onDriven(runId);
    } catch (error) {
      interrupted.add(runId);
      deps.onInterrupted(runId, error);
    } finally {
      driven.delete(runId);
      deps.busy(driven.size + interrupted.size > 0);
    }
  };

  return {
    kick,
    wake: async () => {
      for (const runId of new Set([...(await deps.unfinished()), ...interrupted])) kick(runId);
    },
    userEvent: async (runId, decide, then) => {
      const state = await deps.log.appendUserEvent(runId, decide);
      if (!state) return undefined;
      // What would have made a run at work rest may only be noted by one that waits.
      const interrupts = then === 'stop' || (then === 'pause' && state.status === 'paused');
      if (interrupts) driven.get(runId)?.controller.abort(then === 'pause' ? PAUSED : undefined);
      kick(runId);
      return state;
    },
  };
}
