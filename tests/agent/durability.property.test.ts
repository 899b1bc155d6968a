import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAction } from '../../lib/actions/registry';
import { applyEvent, fold } from '../../lib/agent/fold';
import { UNKNOWN_END } from '../../lib/agent/fold/reasons';
import { next } from '../../lib/agent/next';
import type { RunState } from '../../lib/agent/state';
import { buildMessages } from '../../lib/planners/chat-messages';
import type { ActionCall } from '../../lib/trajectories/action';
import type { RunEvent } from '../../lib/trajectories/event';
import { migrateEvents } from '../../lib/trajectories/migrate';
import { ANSWERS } from '../../lib/trajectories/verdict';
import { OTHER_URL, REFS, START_URL } from './fake-browser';
import { CHAT_MODEL, FakeWorld, finish, proposal, type Interruption, type WorldOptions } from './fake-ports';
import { findLogFault } from './reference-automaton';
import { runWorld, type UserScript } from './run-world';

const RUNS = 1_000;

/** No run takes more than milliseconds; generous for a machine under load. */
const STUCK_MS = 10_000;

const call: fc.Arbitrary<ActionCall> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(...Object.values(REFS)).map((ref) => ({ name: 'click', args: { ref } })),
  },
  { weight: 3, arbitrary: fc.constant({ name: 'click', args: { ref: REFS.plain } }) },
  fc.constant({ name: 'type_text', args: { ref: REFS.plain, text: 'Ada' } }),
  fc.constant({ name: 'click', args: { ref: REFS.needsUser } }),
  fc.constantFrom<ActionCall[]>(
    { name: 'read_page', args: {} },
    { name: 'find_text', args: { text: 'total' } },
  ),
  fc.constantFrom(START_URL, OTHER_URL).map((url) => ({ name: 'navigate', args: { url } })),
  fc.constantFrom(START_URL, OTHER_URL).map((url) => ({ name: 'open_tab', args: { url } })),
  fc.constantFrom<ActionCall[]>(
    { name: 'go_back', args: {} },
    { name: 'switch_tab', args: { tab: 1 } },
    { name: 'close_tab', args: {} },
    { name: 'ask_user', args: { question: 'Which one?' } },
    { name: 'update_plan', args: { items: [{ text: 'Look', state: 'doing' }] } },
    { name: 'fly_away', args: {} },
    { name: 'click', args: { wrong: true } },
  ),
  {
    weight: 1,
    arbitrary: fc.constantFrom(finish(), finish('Done.', 'Version'), finish('Done.', 'No such words')),
  },
);

const script = fc.array(
  fc.oneof(
    {
      weight: 12,
      arbitrary: fc.array(call, { minLength: 1, maxLength: 5 }).map((actions) => proposal(actions)),
    },
    fc.constantFrom(proposal([], 'It is done.'), proposal([], '')),
    fc.constant({ ok: false as const, failure: { code: 'wrong-key', message: 'The key was refused.' } }),
  ),
  { maxLength: 8 },
);

const interruption = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Interruption>('kill') },
  fc.constantFrom<Interruption[]>('stop', 'pause', 'say', 'act', 'close-tab', 'restart-browser'),
);

const interruptions = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 120 }), interruption), { maxLength: 8 })
  .map((entries) => new Map(entries));

const options: fc.Arbitrary<WorldOptions> = fc.record({
  script,
  interruptions,
  maxSteps: fc.integer({ min: 1, max: 12 }),
  planner: fc.constantFrom<NonNullable<WorldOptions['planner']>[]>({ kind: 'rules' }, CHAT_MODEL),
});

const user: fc.Arbitrary<UserScript> = fc.record({
  answers: fc.array(fc.constantFrom(...ANSWERS), { minLength: 1, maxLength: 4 }),
  resumes: fc.integer({ min: 0, max: 6 }),
  followUps: fc.integer({ min: 0, max: 2 }),
});

describe('a run that is killed, interrupted and resumed anywhere', () => {
  it('leaves a log that is whole, starts no change twice and comes to an end', async () => {
    await fc.assert(
      fc.asyncProperty(options, user, fc.boolean(), async (given, asked, isHostless) => {
        const world = new FakeWorld(given);
        if (isHostless) world.browser.withoutAccess.add('https://shop.test');
        const state = await runWorld(world, asked);
        const { events } = world.log;
        expect(findLogFault(events)).toBeUndefined();
        expect(isDeepStrictEqual(migrateEvents(events), events)).toBe(true);
        expect(isDeepStrictEqual(fold(events), applyAll(events))).toBe(true);
        expect(['done', 'stopped', 'failed', 'paused']).toContain(state.status);
        expectNoChangeTwice(world);
        expectGrowingMessages(world);
        expectHandedBackOnce(events);
        if (![...(given.interruptions?.values() ?? [])].includes('kill')) expectKnownEnds(events);
      }),
      // A run that hangs is reported with what led to it, not as a slow test.
      { numRuns: RUNS, timeout: STUCK_MS },
    );
  }, 180_000);

  it.each<Interruption>(['kill', 'stop', 'pause', 'say', 'act', 'restart-browser'])(
    'goes on after a %s at every single point of a run',
    async (what) => {
      const whole = new FakeWorld({ script: TOUR, planner: CHAT_MODEL });
      expect((await runWorld(whole, { answers: ['allow-once'], resumes: 0, followUps: 1 })).status).toBe(
        'done',
      );
      for (let point = 1; point <= whole.points; point += 1) {
        const world = new FakeWorld({
          script: TOUR,
          planner: CHAT_MODEL,
          interruptions: new Map([[point, what]]),
        });
        const state = await runWorld(world, { answers: ['allow-once'], resumes: 2, followUps: 1 });
        expect(state.status, `${what} at point ${point}`).toBe('done');
        expect(findLogFault(world.log.events)).toBeUndefined();
        expectNoChangeTwice(world);
        expectHandedBackOnce(world.log.events);
        if (what !== 'kill') expectKnownEnds(world.log.events);
      }
    },
    60_000,
  );
});

/** One of everything that a run goes through. */
const TOUR = [
  proposal([
    { name: 'update_plan', args: { items: [{ text: 'Look', state: 'doing' }] } },
    { name: 'read_page', args: {} },
  ]),
  proposal([{ name: 'ask_user', args: { question: 'Which one?' } }]),
  proposal([
    { name: 'click', args: { ref: REFS.asks } },
    { name: 'click', args: { ref: REFS.plain } },
  ]),
  proposal([{ name: 'click', args: { ref: REFS.needsUser } }]),
  proposal([{ name: 'click', args: { ref: REFS.opensTab } }]),
  proposal([{ name: 'click', args: { ref: REFS.leavesOrigin } }]),
  proposal([finish('Done.', 'No such words')]),
  proposal([finish('Done.', 'No such words')]),
];

/** Applies the events one by one to frozen states: what is not pure throws. */
function applyAll(events: readonly RunEvent[]): RunState {
  let state = fold(events.slice(0, 1));
  for (const event of events.slice(1)) {
    next(freeze(state));
    state = applyEvent(state, freeze(event));
  }
  expect(isDeepStrictEqual(structuredClone(state), state)).toBe(true);
  return state;
}

function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const each of Object.values(value)) freeze(each);
  return value;
}

function expectNoChangeTwice({ executed }: FakeWorld): void {
  const nonces = executed.map(({ nonce }) => nonce);
  expect(new Set(nonces).size).toBe(nonces.length);
  expect(executed.map(({ actionId }) => actionId)).not.toContain('not intended');
  const changes = executed
    .filter(({ name }) => findAction(name)?.risk !== 'reads')
    .map(({ actionId }) => actionId);
  expect(new Set(changes).size).toBe(changes.length);
}

/** Once in a task, however often the worker died: what was handed back is read off the log. */
function expectHandedBackOnce(events: readonly RunEvent[]): void {
  let handedBack = 0;
  for (const event of events) {
    if (event.type === 'follow-up') handedBack = 0;
    const result = event.type === 'action-ended' ? event.result : undefined;
    if (result?.status === 'failed' && result.failure.code === 'evidence-not-found') handedBack += 1;
    expect(handedBack).toBeLessThanOrEqual(1);
  }
}

/** A driver that was not killed, only stopped, paused or overtaken, has written how everything it started ended. */
function expectKnownEnds(events: readonly RunEvent[]): void {
  const ended = new Set(events.flatMap((event) => (event.type === 'action-ended' ? [event.actionId] : [])));
  for (const event of events) {
    if (event.type === 'action-intended' && event.call.name !== 'ask_user')
      expect(ended).toContain(event.actionId);
    if (event.type !== 'action-ended' || event.result.status !== 'unknown') continue;
    expect(event.result.message).not.toBe(UNKNOWN_END);
  }
}

/** What the planner had read when it made each proposal is a prefix of what it had read at the next. */
function expectGrowingMessages({ log, contexts }: FakeWorld): void {
  const bases = log.events.flatMap((event) => (event.type === 'proposed' ? [event.basis ?? 0] : []));
  const asked = bases.flatMap((_, turn) => {
    const context = contexts.findLast(
      ({ history }) => history.filter(({ type }) => type === 'proposal').length === turn,
    );
    return context ? [buildMessages(context, Infinity)] : [];
  });
  for (const [turn, messages] of asked.entries()) {
    const later = asked[turn + 1];
    if (later) expect(isDeepStrictEqual(later.slice(0, messages.length), messages)).toBe(true);
  }
}
