import { isDeepStrictEqual } from 'node:util';
import { fold } from '../../lib/agent/fold';
import { eventBodySchema, type RunEvent } from '../../lib/trajectories/event';
import { findLogFault } from '../agent/reference-automaton';
import { readEvents } from '../e2e/support/log';
import { countSent, ownPage, type World } from './world';

const WORDS = /^(Ready|Working|Needs you|Paused|Stopped|Done|Failed)/;

/** Words that only replies hold which never came to their end: none of them may be acted on. */
export const HALF_RECEIVED = 'half received';

/** What is wrong after a run that something was done to: nothing, or one sentence each. */
export async function findViolations(world: World): Promise<string[]> {
  const events = await readEvents(await ownPage(world));
  const status = (await world.panel.status.textContent()) ?? '';
  return [
    ...findLost(events, world.known),
    ...findBroken(events),
    ...findTwice(events, world),
    ...(WORDS.test(status) ? [] : [`the status says "${status}"`]),
    ...(JSON.stringify(events).includes(HALF_RECEIVED) ? ['half of a reply was used'] : []),
  ];
}

/** Nothing that was in the log before has gone or changed. */
function findLost(events: RunEvent[], known: RunEvent[]): string[] {
  return known.flatMap((event) => {
    const now = events.find(({ runId, seq }) => runId === event.runId && seq === event.seq);
    return isDeepStrictEqual(now, event) ? [] : [`event ${event.seq} (${event.type}) was lost`];
  });
}

/** Every run's log is gapless, parses, folds, and is one that the loop can have written. */
function findBroken(events: RunEvent[]): string[] {
  const runs = Map.groupBy(events, ({ runId }) => runId);
  return [...runs.values()].flatMap((log) => {
    const unread = log
      .filter((event) => !parses(event))
      .map(({ seq, type }) => `event ${seq} (${type}) does not parse`);
    const fault = findLogFault(log);
    return [...unread, ...(fault ? [fault] : []), ...(fold(log).broken ? ['the log is broken'] : [])];
  });
}

function parses({ v: _v, runId: _runId, seq: _seq, at: _at, ...body }: RunEvent): boolean {
  return eventBodySchema.safeParse(body).success;
}

/** No letter left twice, no name of an action was given twice. */
function findTwice(events: RunEvent[], world: World): string[] {
  const nonces = events.flatMap((event) => (event.type === 'action-intended' ? [event.nonce] : []));
  const sent = countSent(world);
  const isDone = events.some(({ type }) => type === 'run-finished');
  return [
    ...(sent > 1 ? [`the letter left ${sent} times`] : []),
    ...(isDone && sent === 0 ? ['the run is done and the letter never left'] : []),
    ...(new Set(nonces).size < nonces.length ? ['a nonce was used twice'] : []),
  ];
}
