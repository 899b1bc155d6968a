import type { EventBody, RunEvent } from '../../trajectories/event';
import { findStep } from '../batch';
import { isUserEvent } from '../event-author';
import { applyEvent, fold } from '../fold';
import { StaleDriverError, type Ports } from '../ports';
import type { RunState } from '../state';
import { stillWanted } from '../still-wanted';

export interface DriveHooks {
  /** Called after each event that this driver wrote. Must not throw. */
  onEvent?(event: RunEvent, state: RunState): void;
}

/** One driver at work on one run: its view of the log, and the only way in which it writes to it. */
export interface Session {
  readonly runId: string;
  readonly ports: Ports;
  /** Aborts when the run is stopped or paused, or the driver is to leave. */
  readonly signal: AbortSignal;
  /** The fold of the log as far as it has been read. */
  readonly state: RunState;
  /** When the newest event was written, in milliseconds since the epoch. */
  readonly lastAt: number;
  /** Another driver has taken the run over: leave without another word. */
  readonly left: boolean;
  /** Tabs that were seen alive since this driver began: when one of them is gone, somebody closed it. */
  readonly seenTabs: Set<number>;
  /**
   * Appends an event durably. False when it did not belong into the log any more, because somebody else wrote
   * first (`stillWanted`); `state` is up to date then.
   * Rejects only when storage is gone.
   */
  append(body: EventBody): Promise<boolean>;
}

function endsOurAction(state: RunState, body: EventBody): boolean {
  return body.type === 'action-ended' && findStep(state, body.actionId)?.phase === 'intended';
}

export async function openSession(
  runId: string,
  ports: Ports,
  signal: AbortSignal,
  hooks: DriveHooks = {},
): Promise<Session> {
  const log = await ports.log.read(runId);
  let state = fold(log);
  let lastAt = log.at(-1)?.at ?? ports.clock.now();
  let left = false;

  /** Reads what others wrote; a driver's event among it means that the run has another driver. */
  async function catchUp(): Promise<void> {
    const events = (await ports.log.read(runId)).filter((event) => event.seq >= state.nextSeq);
    if (events.length === 0 || events.some((event) => !isUserEvent(event))) left = true;
    state = events.reduce(applyEvent, state);
    lastAt = events.at(-1)?.at ?? lastAt;
  }

  async function append(body: EventBody): Promise<boolean> {
    for (;;) {
      if (!stillWanted(state, body)) return false;
      try {
        const event = await ports.log.append(runId, state.nextSeq, body);
        state = applyEvent(state, event);
        lastAt = event.at;
        hooks.onEvent?.(event, state);
        return true;
      } catch (error) {
        if (!(error instanceof StaleDriverError)) throw error;
        await catchUp();
        // How our own action ended is written even by a driver that is leaving: nobody else can know it.
        if (left && !endsOurAction(state, body)) return false;
      }
    }
  }

  return {
    runId,
    ports,
    signal,
    seenTabs: new Set(),
    append,
    get state() {
      return state;
    },
    get lastAt() {
      return lastAt;
    },
    get left() {
      return left;
    },
  };
}
