import { describe, expect, it } from 'vitest';
import { drive } from '../../lib/agent/driver';
import { fold } from '../../lib/agent/fold';
import type { ActionCall } from '../../lib/trajectories/action';
import type { EventBody } from '../../lib/trajectories/event';
import { REFS } from './fake-browser';
import { click, FakeWorld, finish, proposal, RUN_ID, type Script } from './fake-ports';
import { runWorld } from './run-world';

const ALLOW = { answers: ['allow-once'], resumes: 0 } as const;
const DENY = { answers: ['deny'], resumes: 0 } as const;

async function driveOnce(world: FakeWorld): Promise<ReturnType<typeof fold>> {
  const { ports, signal } = world.startLife();
  return drive(RUN_ID, ports, signal);
}

async function play(script: Script, user: Parameters<typeof runWorld>[1] = ALLOW): Promise<FakeWorld> {
  const world = new FakeWorld({ script });
  await runWorld(world, user);
  return world;
}

function ends(world: FakeWorld): unknown[] {
  return world.log.events.flatMap((event) => (event.type === 'action-ended' ? [event.result] : []));
}

describe('what only the user can do', () => {
  it('waits for them with the element on show, and goes on by itself when the page saw it', async () => {
    const world = new FakeWorld({ script: [proposal([click(REFS.needsUser), click(REFS.plain)])] });
    const waiting = await driveOnce(world);
    expect(waiting).toMatchObject({
      status: 'needs-user',
      waiting: {
        kind: 'hand-over',
        do: 'click',
        target: 'button "Button e15"',
        ref: 'e15',
        why: 'real-input',
      },
    });
    expect(world.handedOver).toHaveLength(1);
    await runWorld(world, ALLOW);
    expect(ends(world)[0]).toEqual({
      status: 'done',
      message: 'the user did it: the user clicked it; all is well',
      effect: { added: 1 },
    });
    // What was proposed after it is done then.
    expect(world.executed.map(({ name }) => name)).toEqual(['click', 'click']);
    expect(fold(world.log.events).status).toBe('done');
  });

  it('is a failure that the planner reads when they skip it, and so is a message of theirs instead', async () => {
    const world = await play([proposal([click(REFS.needsUser), click(REFS.plain)])], DENY);
    expect(ends(world)[0]).toMatchObject({ status: 'failed', failure: { code: 'hand-over-skipped' } });
    expect(world.executed).toHaveLength(1);

    const other = new FakeWorld({ script: [proposal([click(REFS.needsUser)])] });
    await driveOnce(other);
    other.log.write({ type: 'user-said', text: 'Never mind that.' });
    await runWorld(other, ALLOW);
    expect(ends(other)[0]).toMatchObject({ failure: { code: 'hand-over-skipped' } });
    expect(other.contexts.at(-1)?.history.some((entry) => entry.type === 'user')).toBe(true);
  });

  it('may be said to be done in the panel', async () => {
    const world = new FakeWorld({ script: [proposal([click(REFS.needsUser)])] });
    const { waiting } = await driveOnce(world);
    const said: EventBody = {
      type: 'hand-over-ended',
      actionId: waiting?.actionId ?? '',
      by: 'panel',
      did: true,
    };
    world.log.write(said);
    await runWorld(world, ALLOW);
    expect(ends(world)[0]).toMatchObject({ status: 'done', message: expect.stringContaining('not known') });
  });

  it('survives the death of the worker, a pause and a stop', async () => {
    const world = new FakeWorld({ script: [proposal([click(REFS.needsUser)])] });
    await driveOnce(world);
    expect((await driveOnce(world)).status).toBe('needs-user');
    expect(world.handedOver).toHaveLength(1);

    world.log.write({ type: 'run-paused', why: 'user' });
    world.log.write({ type: 'run-resumed' });
    await runWorld(world, ALLOW);
    expect(ends(world)[0]).toMatchObject({ failure: { code: 'hand-over-skipped' } });

    const stopped = new FakeWorld({ script: [proposal([click(REFS.needsUser)])] });
    await driveOnce(stopped);
    stopped.log.write({ type: 'run-stopped' });
    expect((await driveOnce(stopped)).status).toBe('stopped');
    expect(fold(stopped.log.events).waiting).toBeUndefined();
  });

  it('is assumed of a click that changed nothing twice in a row, and of no other', async () => {
    const twice = new FakeWorld({ script: [proposal([click(REFS.dead)]), proposal([click(REFS.dead)])] });
    expect(await driveOnce(twice)).toMatchObject({ waiting: { kind: 'hand-over', why: 'no-effect' } });

    const between: ActionCall = { name: 'find_text', args: { text: 'x' } };
    const looked = new FakeWorld({
      script: [proposal([click(REFS.dead), between]), proposal([click(REFS.dead)])],
    });
    expect((await driveOnce(looked)).waiting?.kind).toBe('hand-over');

    for (const calls of [
      [click(REFS.dead)],
      [click(REFS.dead), click(REFS.plain), click(REFS.dead)],
      [click(REFS.plain), click(REFS.plain)],
    ]) {
      const world = await play([proposal(calls)]);
      expect(world.handedOver).toEqual([]);
    }
  });

  it('answers a question about an element by what is done with that', async () => {
    const ask: ActionCall = { name: 'ask_user', args: { question: 'Please log in.', ref: REFS.plain } };
    const world = new FakeWorld({ script: [proposal([ask]), proposal([finish()])] });
    const { waiting } = await driveOnce(world);
    expect(waiting).toMatchObject({ kind: 'question', question: 'Please log in.' });
    expect(world.handedOver).toMatchObject([{ do: 'any', ref: REFS.plain }]);
    const result = { status: 'done' as const, message: 'the user clicked button "Log in"', effect: {} };
    const actionId = waiting?.actionId ?? '';
    world.log.write({ type: 'hand-over-ended', actionId, by: 'page', did: true, result });
    await runWorld(world, ALLOW);
    expect(ends(world)[0]).toMatchObject({ status: 'done', data: 'the user clicked button "Log in"' });
  });
});
