import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usedBy, type DaySpending } from '../../lib/agent/budget';
import { fold } from '../../lib/agent/fold';
import { next } from '../../lib/agent/next';
import type { EventBody, RunEvent } from '../../lib/trajectories/event';
import type { Reached } from '../../lib/trajectories/budget';
import { REFS } from './fake-browser';
import { CHAT_MODEL, click, FakeWorld, proposal, type WorldOptions } from './fake-ports';
import { DONE, Log } from './events-by-hand';
import { runWorld } from './run-world';

/** 13 tokens each. */
const step = proposal([click(REFS.plain)]);
/** Fewer than make a loop: the page changes in a number only. */
const long = Array.from({ length: 9 }, () => step);

async function play(options: Omit<WorldOptions, 'script'>, resumes = 0): Promise<FakeWorld> {
  const world = new FakeWorld({ script: long, planner: CHAT_MODEL, ...options });
  await runWorld(world, { answers: ['allow-once'], resumes });
  return world;
}

function pauses(world: FakeWorld): (Reached | undefined)[] {
  return world.log.events.flatMap((event) => (event.type === 'run-paused' ? [event.reached] : []));
}

describe('a budget of the run', () => {
  it('of tokens pauses the run with a question before the next request', async () => {
    const world = await play({ budgets: { tokens: 39 } });
    expect(pauses(world)).toEqual([{ per: 'run', measure: 'tokens', limit: 39, used: 39 }]);
    expect(world.contexts).toHaveLength(3);
    expect(fold(world.log.events)).toMatchObject({ status: 'paused', pausedFor: 'budget' });
  });

  it('is asked about again after as much again', async () => {
    const world = await play({ budgets: { tokens: 30 } }, 1);
    expect(pauses(world).map((reached) => [reached?.limit, reached?.used])).toEqual([
      [30, 39],
      [69, 78],
    ]);
  });

  it('counts only what is limited: none at all is no limit', async () => {
    expect(pauses(await play({ budgets: {} }))).toEqual([]);
  });

  it('of tokens or money holds nobody up who asks no model', async () => {
    const world = await play({ budgets: { tokens: 1, money: 0.01 }, planner: { kind: 'rules' } });
    expect(pauses(world)).toEqual([]);
    const counted = await play({ budgets: { steps: 2 }, planner: { kind: 'rules' } });
    expect(pauses(counted)).toMatchObject([{ measure: 'steps' }]);
  });

  it('goes on with so much more as the user says', () => {
    const log = new Log({ budgets: { steps: 1, tokens: 1000 } }).propose([click('e1')]).end(DONE);
    const effect = next(log.state);
    if (effect.type !== 'pause' || effect.why !== 'budget') throw new Error('no pause');
    log.write({ type: 'run-paused', why: 'budget', reached: effect.reached });
    log.write({ type: 'run-resumed', more: 7 });
    expect(log.state).toMatchObject({ status: 'working', limits: { steps: 8, tokens: 1000 } });
    expect(log.state).not.toHaveProperty('reached');
  });

  it('is not extended by a resume after a pause for something else', () => {
    const log = new Log({ budgets: { steps: 1 } }).propose([click('e1')]).end(DONE);
    log.write({ type: 'run-paused', why: 'user' }, { type: 'run-resumed' });
    expect(next(log.state)).toMatchObject({ type: 'pause', why: 'budget' });
  });

  it('of an old log is its cap on steps, and its pauses count', () => {
    const { budgets: _, ...start } = new Log().events[0] as RunEvent & { type: 'run-started' };
    const old: EventBody[] = [
      { ...start, maxSteps: 1 },
      { type: 'proposed', proposal: step },
      { type: 'run-paused', why: 'steps' },
      { type: 'run-resumed' },
    ];
    const events = old.map((body, seq) => ({ ...body, v: 1, runId: 'r', seq, at: seq }));
    expect(fold(events)).toMatchObject({ status: 'working', budgets: { steps: 1 }, limits: { steps: 2 } });
  });
});

describe('minutes', () => {
  const MINUTE = 60_000;

  it('are of work, not of waiting for the user or resting', () => {
    const log = new Log({ budgets: { minutes: 5 } })
      .pass(2 * MINUTE)
      .propose([{ name: 'ask_user', args: { question: 'Which?' } }]);
    log.write({
      type: 'action-intended',
      actionId: '2.0',
      nonce: 'n',
      call: { name: 'ask_user', args: {} },
      tabId: 1,
    });
    expect(log.state.status).toBe('needs-user');
    log.pass(60 * MINUTE).write({ type: 'replied', actionId: '2.0', text: 'Blue' });
    log.pass(MINUTE).write({ type: 'run-paused', why: 'user' });
    log.pass(60 * MINUTE).write({ type: 'run-resumed' });
    expect(usedBy(log.state).minutes).toBe(3);
    log.pass(2 * MINUTE).write({ type: 'action-ended', actionId: '2.0', result: DONE });
    expect(next(log.state)).toMatchObject({
      type: 'pause',
      reached: { measure: 'minutes', limit: 5, used: 5 },
    });
  });

  it('of a machine that slept, or of a clock that was set back, do not count', () => {
    const log = new Log().pass(8 * 60 * MINUTE).observe();
    expect(usedBy(log.state).minutes).toBe(10);
    log.pass(-60 * MINUTE).observe();
    expect(usedBy(log.state).minutes).toBe(10);
  });

  it('never run backwards, and never faster than the clock', () => {
    const event = fc.record({
      gap: fc.integer({ min: -10_000, max: 1_000_000 }),
      body: fc.constantFrom<EventBody[]>(
        { type: 'run-paused', why: 'user' },
        { type: 'run-resumed' },
        { type: 'user-said', text: 'Go on' },
        { type: 'run-stopped' },
        { type: 'follow-up', task: { text: 'More', attachments: [] } },
      ),
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 20 }), (given) => {
        const log = new Log();
        for (const { gap, body } of given) {
          const before = log.state.workedMs;
          const worked = log.pass(gap).write(body).state.workedMs - before;
          expect(worked).toBeGreaterThanOrEqual(0);
          expect(worked).toBeLessThanOrEqual(Math.max(0, gap));
        }
      }),
    );
  });
});

describe('a budget of the day', () => {
  /** The day has used `others` besides what this run has. */
  function today(limits: DaySpending['limits'], others: number, day = '2026-11-30') {
    return (events: readonly RunEvent[]): DaySpending => {
      const used = usedBy(fold(events));
      return { day, limits, used: { ...used, tokens: used.tokens + others } };
    };
  }

  it('pauses every run whose next request would come on top of it', async () => {
    const world = await play({ budgets: {}, today: today({ tokens: 1000 }, 980) });
    expect(pauses(world)).toEqual([
      { per: 'day', day: '2026-11-30', measure: 'tokens', limit: 1000, used: 1006 },
    ]);
    const other = await play({ budgets: {}, today: today({ tokens: 1000 }, 1006) });
    expect(other.contexts).toHaveLength(0);
    expect(pauses(other)).toMatchObject([{ per: 'day', used: 1006 }]);
  });

  it('does not hold this run up again on that day once the user has said so, but another measure does', async () => {
    const world = await play({ budgets: {}, today: today({ tokens: 1 }, 0) }, 1);
    expect(pauses(world)).toHaveLength(1);
    expect(fold(world.log.events).status).toBe('done');
    const both = await play({ budgets: {}, today: today({ tokens: 1, steps: 3 }, 0) }, 2);
    expect(pauses(both).map((reached) => reached?.measure)).toEqual(['tokens', 'steps']);
  });

  it('counts anew on the next day', async () => {
    let day = 29;
    const world = await play(
      {
        budgets: {},
        today: (events) => {
          const isNext = events.filter(({ type }) => type === 'proposed').length > 4;
          day = isNext ? 30 : 29;
          return { ...today({ tokens: 1 }, 0)(events), day: `2026-11-${day}` };
        },
      },
      2,
    );
    expect(pauses(world).map((reached) => reached?.day)).toEqual(['2026-11-29', '2026-11-30']);
  });

  it('holds up nobody who asks no model: it counts what models have used', async () => {
    const rules = { kind: 'rules' } as const;
    const world = await play({ budgets: {}, planner: rules, today: today({ tokens: 1, steps: 2 }, 0) });
    expect(pauses(world)).toEqual([]);
  });
});
