import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drive, PAUSED } from '../../lib/agent/driver';
import { listOpen } from '../../lib/agent/batch';
import { fold } from '../../lib/agent/fold';
import { addAct, describeActs, withoutSecret } from '../../lib/agent/user-acts';
import { buildMessages } from '../../lib/planners/chat-messages';
import type { ActionCall } from '../../lib/trajectories/action';
import type { Target } from '../../lib/trajectories/target';
import type { UserAct } from '../../lib/trajectories/user-act';
import { REFS } from './fake-browser';
import { CHAT_MODEL, click, FakeWorld, finish, proposal, RUN_ID, type Script } from './fake-ports';
import { runWorld } from './run-world';

const ALLOW = { answers: ['allow-once'], resumes: 0 } as const;
const MINE: UserAct = { did: 'click', on: 'button "Sign in"' };

async function driveOnce(world: FakeWorld): Promise<ReturnType<typeof fold>> {
  const { ports, signal } = world.startLife();
  return drive(RUN_ID, ports, signal);
}

function act(world: FakeWorld, done: UserAct = MINE): ReturnType<typeof fold> {
  world.log.write({ type: 'user-acted', tabId: fold(world.log.events).activeTab, act: done });
  return fold(world.log.events);
}

/** A world whose run is at work: nothing has been asked of the planner yet. */
function atWork(script: Script): FakeWorld {
  return new FakeWorld({ script, planner: CHAT_MODEL });
}

describe('a user who acts in the tab of a run', () => {
  it('makes it rest, and nothing more is done until they say so', async () => {
    const world = atWork([proposal([click(REFS.plain)]), proposal([finish()])]);
    expect(act(world)).toMatchObject({ status: 'paused', pausedFor: 'user-acted', acts: [MINE] });
    expect((await driveOnce(world)).status).toBe('paused');
    expect(world.contexts).toEqual([]);
    world.log.write({ type: 'run-resumed' });
    expect((await runWorld(world, ALLOW)).status).toBe('done');
    expect(fold(world.log.events).acts).toEqual([]);
  });

  it('lets the action under way come to its end, drops the rest of the proposal, and looks before it goes on', async () => {
    const world = new FakeWorld({
      script: [proposal([click(REFS.plain), click(REFS.takesAway)]), proposal([finish()])],
      planner: CHAT_MODEL,
    });
    const { ports, signal } = world.startLife();
    const stop = new AbortController();
    const { act: actOnPage } = ports.page;
    ports.page.act = async (...given) => {
      act(world);
      stop.abort(PAUSED);
      return actOnPage(...given);
    };
    const rested = await drive(RUN_ID, ports, AbortSignal.any([signal, stop.signal]));
    expect(rested).toMatchObject({ status: 'paused', pausedFor: 'user-acted' });
    expect(rested.steps[1]).not.toHaveProperty('result');
    expect(rested.steps[0]?.result).toMatchObject({ status: 'done' });
    world.log.write({ type: 'run-resumed' });
    await runWorld(world, ALLOW);
    expect(world.executed.map(({ name }) => name)).toEqual(['click']);
    expect(fold(world.log.events).steps[1]).toMatchObject({ phase: 'not-done' });
    const types = world.log.events.map(({ type }) => type);
    expect(types.slice(types.indexOf('run-resumed'), types.indexOf('run-resumed') + 3)).toEqual([
      'run-resumed',
      'observed',
      'proposed',
    ]);
  });

  it('is told to the planner once, within the marks for words of pages', async () => {
    const world = atWork([proposal([click(REFS.plain)]), proposal([finish()])]);
    act(world, { did: 'type', on: 'textbox "Search"' });
    act(world, { did: 'type', on: 'textbox "Search"', value: 'kettle' });
    act(world, MINE);
    world.log.write({ type: 'run-resumed' });
    await runWorld(world, ALLOW);
    const [first, second] = world.contexts;
    if (!first || !second) throw new Error('the planner was not asked');
    const notes = first.history.filter(({ type }) => type === 'note');
    expect(notes).toMatchObject([
      {
        text: expect.stringMatching(/^The user took over.*They did:$/),
        page: 'typed into textbox "Search": "kettle"\nclicked button "Sign in"',
      },
    ]);
    const told = JSON.stringify(buildMessages(first));
    expect(told).toMatch(/They did:\\n<page-\w+>\\ntyped into/);
    expect(second.history.filter(({ type }) => type === 'note')).toEqual(notes);
  });

  it('does not change what a run that waits or rests waits for, and is told when it goes on', async () => {
    const ask: ActionCall = { name: 'ask_user', args: { question: 'Please log in.' } };
    const world = atWork([proposal([ask]), proposal([finish()])]);
    await driveOnce(world);
    expect(act(world)).toMatchObject({ status: 'needs-user', waiting: { kind: 'question' } });
    await runWorld(world, ALLOW);
    expect(world.contexts.at(-1)?.history.at(-2)).toMatchObject({
      text: 'Meanwhile the user did this on the page themselves:',
      page: 'clicked button "Sign in"',
    });

    const paused = atWork([proposal([finish()])]);
    paused.log.write({ type: 'run-paused', why: 'user' });
    expect(act(paused)).toMatchObject({ status: 'paused', pausedFor: 'user' });
    paused.log.write({ type: 'run-resumed' });
    await runWorld(paused, ALLOW);
    expect(JSON.stringify(paused.contexts[0]?.history)).toContain('Meanwhile the user did this');
  });

  it('has what they were asked to allow not done again when they did it themselves', async () => {
    const world = atWork([proposal([click(REFS.asks), click(REFS.plain)]), proposal([finish()])]);
    const { waiting } = await driveOnce(world);
    const target = waiting?.kind === 'approval' ? waiting.target : undefined;
    if (!target) throw new Error('nothing is asked');
    const other: Target = { ...target, fingerprint: { ...target.fingerprint, name: 'Another' } };
    expect(act(world, { did: 'click', on: 'button', target: other }).status).toBe('needs-user');
    expect(act(world, { did: 'type', on: 'button', target }).status).toBe('needs-user');
    expect(act(world, { did: 'click', on: 'button', target })).toMatchObject({ status: 'working' });
    await runWorld(world, ALLOW);
    expect(world.executed).toEqual([]);
    const [result] = world.contexts.at(-1)?.history.filter(({ type }) => type === 'result') ?? [];
    expect(result).toMatchObject({
      result: { message: expect.stringContaining('did it on the page themselves') },
    });
  });

  it('in another tab, or after the end, is their own affair', () => {
    const world = atWork([]);
    world.log.write({ type: 'user-acted', tabId: 99, act: MINE });
    expect(fold(world.log.events)).toMatchObject({ status: 'working', acts: [] });
    world.log.write({ type: 'run-stopped' });
    expect(act(world)).toMatchObject({ status: 'stopped', acts: [] });
  });
});

describe('a word of the user', () => {
  it('is about what was proposed and has not come to its end', async () => {
    const world = atWork([proposal([click(REFS.plain), click(REFS.asks), click(REFS.plain)])]);
    expect(listOpen(fold(world.log.events))).toEqual([]);
    const { steps } = await driveOnce(world);
    expect(listOpen(fold(world.log.events))).toEqual(steps.slice(1).map(({ actionId }) => actionId));
    world.log.write({ type: 'user-said', text: 'No.', about: listOpen(fold(world.log.events)) });
    expect(listOpen(fold(world.log.events))).toEqual([]);
  });
});

describe('what is kept of it', () => {
  const target = (name: string, inputType = 'text'): Target => ({
    ref: '',
    fingerprint: { role: 'textbox', name, tag: 'input', attributes: {}, within: [], nth: 0, of: 1 },
    origin: 'https://shop.test',
    inputType,
  });

  it.each([
    ['Password', 'password'],
    ['Passwort', 'text'],
    ['验证码', 'text'],
    ['Card number', 'text'],
  ])('never holds what is in %s', (name, type) => {
    const kept = withoutSecret({ did: 'type', on: 'textbox', value: 'hunter2', target: target(name, type) });
    expect(kept).not.toHaveProperty('value');
  });

  it('never holds a value of something that is not known, and holds the others', () => {
    expect(withoutSecret({ did: 'type', on: 'textbox', value: 'x' })).not.toHaveProperty('value');
    const named = { did: 'type', on: 'textbox', value: 'Ada', target: target('Name') } as const;
    expect(withoutSecret(named)).toEqual(named);
  });

  it('is one line for each thing that they did, however often they were heard at it', () => {
    const acts = fc.array(
      fc.record({
        did: fc.constantFrom('click', 'type', 'press', 'set', 'drop'),
        on: fc.constantFrom('textbox "A"', 'textbox "B"'),
        tabId: fc.constantFrom(1, 2),
      }),
    );
    fc.assert(
      fc.property(acts, (all) => {
        const kept = all.reduce<ReturnType<typeof addAct>>((list, one) => addAct(list, one), []);
        const runs = all.filter((one, at) => {
          const before = all[at - 1];
          const isSame = before?.did === one.did && before.on === one.on && before.tabId === one.tabId;
          return !(isSame && (one.did === 'type' || one.did === 'press'));
        });
        expect(kept.map(({ did, on, tabId }) => ({ did, on, tabId }))).toEqual(runs);
        expect(describeActs(kept).split('\n').filter(Boolean)).toHaveLength(runs.length);
      }),
    );
  });
});
