import { Dexie } from 'dexie';
import { type LogPort, StaleDriverError } from '../agent/ports';
import { applyEvent, fold } from '../agent/fold';
import type { RunState } from '../agent/state';
import { EVENT_VERSION, type EventBody, type RunEvent } from '../trajectories/event';
import { summarizeRun } from '../trajectories/run-summary';
import type { ErrandDatabase } from './database';
import { ledgerRow } from './ledger-row';

/** The log of all runs, with what the background needs beyond the driver's port. */
export interface RunLog extends LogPort {
  /** State of a run from its log; undefined when there is no such run. */
  stateOf(runId: string): Promise<RunState | undefined>;
  /**
   * Appends what the user did, at the end of the log, whoever else is writing. `decide` gets the newest state and
   * may refuse by returning undefined (an answer that is no longer asked for). Returns the state after it.
   */
  appendUserEvent(
    runId: string,
    decide: (state: RunState) => EventBody | undefined,
  ): Promise<RunState | undefined>;
}

/** The log was emptied or cut under the hands of whoever writes it. */
export class LogLostError extends Error {
  override name = 'LogLostError';
}

export function createRunLog(database: ErrandDatabase, now: () => number): RunLog {
  /** Newest known states, so that an append does not fold the whole log again. */
  const states = new Map<string, RunState>();

  const read = (runId: string): Promise<RunEvent[]> =>
    database.events.where('[runId+seq]').between([runId, Dexie.minKey], [runId, Dexie.maxKey]).toArray();

  const writeProjections = async (event: RunEvent, state: RunState): Promise<void> => {
    const summary = summarizeRun(state);
    const worked = event.type === 'proposed' ? { workedMs: state.workAtProposal.since } : {};
    const spent = ledgerRow(event, { ...summary, ...worked });
    await Promise.all([database.runs.put(summary), spent && database.ledger.put(spent)]);
  };

  const append = async (runId: string, seq: number, body: EventBody): Promise<RunEvent> => {
    const event: RunEvent = { ...body, v: EVENT_VERSION, runId, seq, at: now() };
    const known = states.get(runId);
    const next = known?.nextSeq === seq ? applyEvent(known, event) : undefined;
    const { events, runs, ledger } = database;
    const state = await database.transaction('rw', events, runs, ledger, async () => {
      // Asked together, answered in this order: the place is looked at before it is taken.
      const written = Promise.all([expectPlace(database, runId, seq), database.events.add(event)]);
      if (next) {
        await Promise.all([written, writeProjections(event, next)]);
        return next;
      }
      await written;
      const folded = fold(await read(runId));
      await writeProjections(event, folded);
      return folded;
    });
    states.set(runId, state);
    return event;
  };

  const stateOf = async (runId: string): Promise<RunState | undefined> => {
    const events = await read(runId);
    return events.length > 0 ? fold(events) : undefined;
  };

  return {
    read,
    append,
    stateOf,
    appendUserEvent: async (runId, decide) => {
      for (;;) {
        const state = await stateOf(runId);
        const body = state && decide(state);
        if (!state || !body) return undefined;
        try {
          return applyEvent(state, await append(runId, state.nextSeq, body));
        } catch (error) {
          // The driver wrote in between: look again at what the user's word means now.
          if (!(error instanceof StaleDriverError)) throw error;
        }
      }
    },
  };
}

/**
 * Rejects, which undoes the transaction, when somebody else has written this place or a later one, or when the event
 * before it has gone: whoever writes has read the whole log, and nobody writes after a gap (docs/decisions/0021).
 */
async function expectPlace({ events }: ErrandDatabase, runId: string, seq: number): Promise<void> {
  const found = await events
    .where('[runId+seq]')
    .between([runId, seq - 1], [runId, Dexie.maxKey])
    .primaryKeys();
  if (found.some(([, other]) => other >= seq))
    throw new StaleDriverError(`seq ${seq} of run ${runId} is taken`);
  if (seq > 0 && found.length === 0) throw new LogLostError(`event ${seq - 1} of run ${runId} is gone`);
}
