import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEvent, fold } from '../../lib/agent/fold';
import { buildMessages } from '../../lib/planners/chat-messages';
import type { Proposal } from '../../lib/trajectories/proposal';
import { REFS, START_URL } from './fake-browser';
import { CHAT_MODEL, click, FakeWorld, proposal, type Interruption } from './fake-ports';
import { findLogFault } from './reference-automaton';
import { runWorld } from './run-world';

const PROPOSALS = 45;

/** Three turns of three proposals, and two more. */
const LONGEST = 11;

const NEVER_STOPPED = { answers: ['allow-once'], resumes: 0 } as const;

const act = fc.constantFrom(
  click(REFS.plain),
  click(REFS.asks),
  click(REFS.taken),
  { name: 'type_text', args: { ref: REFS.plain, text: 'Ada' } },
  { name: 'navigate', args: { url: START_URL } },
);

const look = fc.constantFrom(
  { name: 'read_page', args: {} },
  { name: 'scroll', args: { direction: 'down' } },
);

const turn = fc.array(act, { minLength: 1, maxLength: 3 }).map((calls) => proposal(calls));

/** Up to three proposals that come again and again. */
const circle = fc.array(turn, { minLength: 1, maxLength: 3 });

const kills = fc
  .array(fc.integer({ min: 1, max: 200 }), { maxLength: 3 })
  .map((points) => new Map(points.map((point): [number, Interruption] => [point, 'kill'])));

function forEver(turns: readonly Proposal[]): Proposal[] {
  return Array.from({ length: PROPOSALS }, (_, index) => turns[index % turns.length] ?? proposal([]));
}

describe('a planner that goes round in circles', () => {
  it('is told, then the run rests, wherever the worker dies meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(circle, kills, async (turns, interruptions) => {
        const world = new FakeWorld({
          script: forEver(turns),
          planner: CHAT_MODEL,
          isStill: true,
          interruptions,
        });
        const state = await runWorld(world, NEVER_STOPPED);
        expect(state).toMatchObject({ status: 'paused', pausedFor: 'loop' });
        // What a death cuts short is like no other: the count begins again after it.
        expect(state.proposals).toBeLessThanOrEqual(LONGEST * (interruptions.size + 1));
        expect(state.loops.told).toBeGreaterThan(0);
        const { events } = world.log;
        expect(findLogFault(events)).toBeUndefined();
        const grown = events.slice(1).reduce(applyEvent, fold(events.slice(0, 1)));
        expect(isDeepStrictEqual(fold(events), grown)).toBe(true);
        expectGrowingMessages(world);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('is asked about again after each resume, never at once', async () => {
    await fc.assert(
      fc.asyncProperty(circle, async (turns) => {
        const world = new FakeWorld({ script: forEver(turns), planner: CHAT_MODEL, isStill: true });
        await runWorld(world, { answers: ['allow-once'], resumes: 2 });
        const rests = world.log.events.flatMap(({ type, seq }) => (type === 'run-paused' ? [seq] : []));
        expect(rests).toHaveLength(3);
        for (const [index, seq] of rests.entries()) {
          const since = world.log.events.slice(rests[index - 1] ?? 0, seq);
          expect(since.filter(({ type }) => type === 'proposed').length).toBeGreaterThanOrEqual(5);
        }
      }),
      { numRuns: 20 },
    );
  }, 60_000);

  it('is left alone while each proposal changes the page, or is a look', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            turn,
            look.map((call) => proposal([call])),
          ),
          // Its pages differ in a number only: with ten of the same it would be told.
          { minLength: 1, maxLength: 9 },
        ),
        async (script) => {
          const world = new FakeWorld({ script, planner: CHAT_MODEL });
          expect((await runWorld(world, NEVER_STOPPED)).status).toBe('done');
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);

  it('is left alone when it is no chat model', async () => {
    await fc.assert(
      fc.asyncProperty(circle, async (turns) => {
        const world = new FakeWorld({
          script: forEver(turns),
          planner: { kind: 'rules' },
          isStill: true,
          maxSteps: 100,
        });
        const state = await runWorld(world, NEVER_STOPPED);
        expect([state.status, state.loops.told]).toEqual(['done', 0]);
      }),
      { numRuns: 8 },
    );
  }, 60_000);
});

/** What the planner read is a prefix of what it reads next, tellings and all. */
function expectGrowingMessages({ contexts }: FakeWorld): void {
  const asked = contexts.map((context) => buildMessages(context, Infinity));
  for (const [index, messages] of asked.entries()) {
    const later = asked[index + 1];
    if (later) expect(isDeepStrictEqual(later.slice(0, messages.length), messages)).toBe(true);
  }
}
