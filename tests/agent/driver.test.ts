import { describe, expect, it } from 'vitest';
import { drive } from '../../lib/agent/driver';
import { fold } from '../../lib/agent/fold';
import type { Ports } from '../../lib/agent/ports';
import type { EventBody, RunEvent } from '../../lib/trajectories/event';
import { definitionWith } from '../actions/several-elements';
import { OTHER_URL, REFS, START_URL } from './fake-browser';
import { click, FakeWorld, finish, proposal, RUN_ID, type WorldOptions } from './fake-ports';
import { runWorld } from './run-world';

const ALLOW = { answers: ['allow-once'], resumes: 0 } as const;

function types(events: readonly RunEvent[]): string[] {
  return events.map((event) => event.type);
}

function only<T extends EventBody['type']>(world: FakeWorld, type: T): (RunEvent & { type: T })[] {
  return world.log.events.filter((event): event is RunEvent & { type: T } => event.type === type);
}

function notes(world: FakeWorld): string[] {
  return fold(world.log.events).history.flatMap((item) => (item.type === 'note' ? [item.text] : []));
}

async function play(options: WorldOptions, user: Parameters<typeof runWorld>[1] = ALLOW): Promise<FakeWorld> {
  const world = new FakeWorld(options);
  await runWorld(world, user);
  return world;
}

const CHAT = { kind: 'chat-model', model: 'm', baseUrl: 'http://127.0.0.1:1/v1' } as const;

describe('drive', () => {
  it('writes each thing before the next one starts', async () => {
    const world = await play({ script: [proposal([click(REFS.asks)])] });
    expect(types(world.log.events)).toEqual([
      'run-started',
      'observed',
      'proposed',
      'judged',
      'answered',
      'action-intended',
      'action-ended',
      'observed',
      'proposed',
      'action-ended',
      'run-finished',
    ]);
  });

  it('ends a batch as soon as what a later action is about has gone, and says so', async () => {
    const batch = [click(REFS.takesAway), click(REFS.plain), click(REFS.taken)];
    const world = await play({ script: [proposal(batch)] });
    expect(only(world, 'action-intended')).toHaveLength(1);
    expect(only(world, 'action-ended')[0]?.result).toMatchObject({ effect: { lostRefs: [REFS.taken] } });
    expect(fold(world.log.events).steps.slice(1, 3)).toMatchObject([
      { phase: 'not-done', notDone: expect.stringMatching(/^e14 is no longer in the page/) },
      { phase: 'not-done', notDone: expect.stringMatching(/^e14 is no longer in the page/) },
    ]);
  });

  it('goes on with a batch whose later elements are all there', async () => {
    const world = await play({ script: [proposal([click(REFS.takesAway), click(REFS.plain)])] });
    expect(only(world, 'action-intended')).toHaveLength(2);
  });

  it('judges what has the focus when keys name no element, and binds the approval to it', async () => {
    const world = await play({ script: [proposal([{ name: 'press_keys', args: { keys: 'Enter' } }])] });
    expect(only(world, 'judged')[0]?.target).toMatchObject({ ref: REFS.plain });
  });

  it('resolves, judges and binds every element of an action that has several', async () => {
    const call = { name: 'many', args: { ref: 'f2e1', to: 'f2e2' } };
    const world = new FakeWorld({ script: [proposal([call])] });
    const { ports, signal } = world.startLife();
    const judged: (string | undefined)[][] = [];
    const acted: unknown[] = [];
    const several: Ports = {
      ...ports,
      validateCall: (one) =>
        one.name === 'many'
          ? { ok: true, definition: definitionWith({ refs: ['ref', 'to'] }), args: one.args }
          : ports.validateCall(one),
      judge: (input) => {
        judged.push([input.target?.ref, ...(input.others ?? []).map((other) => other.ref)]);
        return ports.judge(input);
      },
      page: {
        ...ports.page,
        act: (tabId, request) => {
          acted.push([request.target?.ref, request.others?.map((other) => other.ref)]);
          return ports.page.act(tabId, request);
        },
      },
    };
    await drive(RUN_ID, several, signal);
    expect(judged).toEqual([['f2e1', 'f2e2']]);
    expect(acted).toEqual([['f2e1', ['f2e2']]]);
    expect(only(world, 'judged')[0]).toMatchObject({
      target: { ref: 'f2e1' },
      others: [{ ref: 'f2e2' }],
      sentence: {
        params: { target: 'button "Button f2e1"', all: 'button "Button f2e1",button "Button f2e2"' },
      },
    });
  });

  it('does not start an action one of whose elements has gone', async () => {
    const call = { name: 'many', args: { ref: REFS.plain, to: REFS.stale } };
    const world = new FakeWorld({ script: [proposal([call])] });
    const { ports, signal } = world.startLife();
    const definition = definitionWith({ refs: ['ref', 'to'] });
    const validateCall: Ports['validateCall'] = (one) =>
      one.name === 'many' ? { ok: true, definition, args: one.args } : ports.validateCall(one);
    await drive(RUN_ID, { ...ports, validateCall }, signal);
    expect(only(world, 'action-ended')[0]?.result).toMatchObject({ failure: { code: 'stale-ref' } });
    expect(world.executed).toEqual([]);
  });

  it('does not tell the page of an action whose intent could not be stored', async () => {
    const world = new FakeWorld({ script: [proposal([click(REFS.plain)])] });
    const { ports, signal } = world.startLife();
    const { log } = ports;
    const full = {
      ...log,
      append: (id: string, seq: number, body: EventBody) =>
        body.type === 'action-intended'
          ? Promise.reject(new Error('QuotaExceededError'))
          : log.append(id, seq, body),
    };
    await expect(drive(RUN_ID, { ...ports, log: full }, signal)).rejects.toThrow('QuotaExceededError');
    expect(world.executed).toEqual([]);
  });

  it.each([
    ['an unknown name', { name: 'fly_away', args: {} }, 'unknown-action'],
    ['wrong arguments', { name: 'click', args: { wrong: true } }, 'bad-arguments'],
  ])('tells the planner of %s and goes on', async (_, call, code) => {
    const world = await play({ script: [proposal([call, click(REFS.plain)])] });
    expect(only(world, 'action-ended')[0]?.result).toMatchObject({ status: 'failed', failure: { code } });
    expect(world.executed).toEqual([]);
    const results = world.contexts[1]?.history.filter((entry) => entry.type === 'result');
    expect(results?.[1]?.result).toMatchObject({
      status: 'not-done',
      message: expect.stringContaining('failed'),
    });
    expect(fold(world.log.events).status).toBe('done');
  });

  it('gives up after three proposals that fail in the same way', async () => {
    const failing = proposal([click(REFS.stale)]);
    const world = await play({ script: [failing, failing, failing, failing] });
    expect(fold(world.log.events)).toMatchObject({
      status: 'failed',
      failure: { code: 'stuck' },
      proposals: 3,
    });
  });

  it('fails with the reason of the planner', async () => {
    const failure = { code: 'wrong-key', message: 'The key was refused.' };
    const world = await play({ script: [{ ok: false, failure }] });
    expect(fold(world.log.events)).toMatchObject({ status: 'failed', failure });
  });

  it('says of an action that hangs that it may have happened', async () => {
    const world = await play({ script: [proposal([click(REFS.hangs), click(REFS.plain)])] });
    expect(only(world, 'action-ended')[0]?.result).toMatchObject({ status: 'unknown' });
    expect(world.executed).toHaveLength(1);
  });

  it('asks a question, waits, and hands the reply to the planner', async () => {
    const ask = { name: 'ask_user', args: { question: 'Which one?', choices: ['Blue', 'Red'] } };
    const world = new FakeWorld({ script: [proposal([ask])] });
    const { ports, signal } = world.startLife();
    const waiting = await drive(RUN_ID, ports, signal);
    expect(waiting).toMatchObject({
      status: 'needs-user',
      waiting: { kind: 'question', choices: ['Blue', 'Red'] },
    });
    await runWorld(world, ALLOW);
    const result = world.contexts[1]?.history.find((entry) => entry.type === 'result')?.result;
    expect(result).toMatchObject({ status: 'done', data: 'Blue, please.' });
  });

  it('nudges a chat model that calls nothing once, then takes it at its word', async () => {
    const world = await play({ script: [proposal([], 'Done?'), proposal([], 'It costs 5.')], planner: CHAT });
    expect(notes(world)).toEqual([expect.stringContaining('You called no tool')]);
    expect(fold(world.log.events).outcome).toEqual({ success: true, answer: 'It costs 5.' });
  });

  it('pauses at the cap on steps and grants as many again when resumed', async () => {
    const step = proposal([click(REFS.plain)]);
    const world = await play({ script: [step, step, step], maxSteps: 2 }, { answers: ['deny'], resumes: 1 });
    expect(only(world, 'run-paused')).toMatchObject([
      { why: 'budget', reached: { per: 'run', measure: 'steps', limit: 2, used: 2 } },
    ]);
    expect(fold(world.log.events)).toMatchObject({ status: 'done', limits: { steps: 4 }, proposals: 4 });
  });

  it('stops at once, and still writes how the action under way ended', async () => {
    const world = new FakeWorld({ script: [proposal([click(REFS.plain)])] });
    await runWorld(world, ALLOW);
    const intended = only(world, 'action-intended')[0];
    expect(intended).toBeDefined();
    const stopped = new FakeWorld({
      script: [proposal([click(REFS.plain)])],
      interruptions: new Map([[await pointOf('action-intended'), 'stop']]),
    });
    expect((await runWorld(stopped, ALLOW)).status).toBe('stopped');
    expect(types(stopped.log.events).slice(-3)).toEqual(['action-intended', 'run-stopped', 'action-ended']);
  });

  it('gives an action that hangs its time when the run is paused, then says that nobody knows', async () => {
    const world = new FakeWorld({
      script: [proposal([click(REFS.hangs)])],
      // The point after the intent is the one before the page is told.
      interruptions: new Map([[(await pointOf('action-intended')) + 1, 'pause']]),
    });
    expect((await runWorld(world, ALLOW)).status).toBe('paused');
    expect(types(world.log.events).slice(-3)).toEqual(['action-intended', 'run-paused', 'action-ended']);
    expect(only(world, 'action-ended')[0]?.result.status).toBe('unknown');
  });

  it('does nothing with a run that is not there', async () => {
    const { ports, signal } = new FakeWorld({ script: [] }).startLife();
    expect(await drive('another', ports, signal)).toMatchObject({
      status: 'failed',
      failure: { code: 'log-broken' },
    });
  });

  it('leaves when it finds the events of another driver', async () => {
    const world = new FakeWorld({ script: [proposal([click(REFS.plain)])] });
    const first = world.startLife();
    const { page } = first.ports;
    const slow = {
      ...page,
      observe: async (...args: Parameters<typeof page.observe>) => {
        const outcome = await page.observe(...args);
        world.log.write({
          type: 'observe-failed',
          tabId: 1,
          failure: { code: 'page-timeout', message: 'late' },
        });
        return outcome;
      },
    };
    const state = await drive(RUN_ID, { ...first.ports, page: slow }, first.signal);
    expect(types(world.log.events)).toEqual(['run-started', 'observe-failed']);
    expect(state.status).toBe('working');
  });
});

/** The point right after an event of this type was appended, in a run of one click. */
async function pointOf(type: EventBody['type']): Promise<number> {
  const world = new FakeWorld({ script: [proposal([click(REFS.plain)])] });
  const { ports, signal } = world.startLife();
  let point = 0;
  await drive(RUN_ID, ports, signal, {
    onEvent: (event) => {
      if (event.type === type) point = world.points;
    },
  });
  return point;
}

describe('access', () => {
  it('asks for a site without host access, and fails when that is the starting page and the user says no', async () => {
    const world = new FakeWorld({ script: [] });
    world.browser.withoutAccess.add('https://shop.test');
    await runWorld(world, { answers: ['deny'], resumes: 0 });
    expect(only(world, 'access-asked')).toMatchObject([{ actionId: 'access:https://shop.test' }]);
    expect(fold(world.log.events)).toMatchObject({ status: 'failed', failure: { code: 'access-denied' } });
  });

  it('reads nothing of a new origin before the user allows it', async () => {
    const world = await play(
      { script: [proposal([click(REFS.leavesOrigin)])] },
      { answers: ['allow-on-site'], resumes: 0 },
    );
    expect(only(world, 'access-asked')).toMatchObject([{ origin: 'https://other.test' }]);
    expect(only(world, 'observed').map(({ url }) => url)).toEqual([START_URL, OTHER_URL]);
    expect(world.grants).toEqual([{ origin: 'https://other.test', covers: 'visit' }]);
  });

  it('goes back when the user does not want work there, and says so to the planner', async () => {
    const world = await play(
      { script: [proposal([click(REFS.leavesOrigin)])] },
      { answers: ['deny'], resumes: 0 },
    );
    expect(only(world, 'observed').map(({ url }) => url)).toEqual([START_URL, START_URL]);
    expect(notes(world)).toEqual([expect.stringContaining('https://other.test')]);
    expect(fold(world.log.events).status).toBe('done');
  });

  it('leaves a page that cannot be touched, and fails at once when that is the first one', async () => {
    const world = await play({ script: [proposal([click(REFS.leavesWeb)])] });
    expect(types(world.log.events)).toContain('observe-failed');
    expect(fold(world.log.events).status).toBe('done');
    const stuck = new FakeWorld({ script: [] });
    stuck.browser.actOnPage(1, click(REFS.leavesWeb));
    await runWorld(stuck, ALLOW);
    expect(fold(stuck.log.events)).toMatchObject({ status: 'failed', failure: { code: 'restricted-page' } });
  });
});

describe('tabs', () => {
  it('follows a tab that the page opened', async () => {
    const world = await play({ script: [proposal([click(REFS.opensTab)])] });
    expect(only(world, 'tab-attached')).toMatchObject([{ tabId: 2, why: 'followed' }]);
    expect(only(world, 'observed').map(({ tabId }) => tabId)).toEqual([1, 2]);
  });

  it('fails when its last tab is closed, and opens the page again when it is resumed', async () => {
    const script = [proposal([click(REFS.closesTab)])];
    const closed = await play({ script });
    expect(fold(closed.log.events)).toMatchObject({ status: 'failed', failure: { code: 'tab-gone' } });
    const resumed = await play({ script }, { answers: ['deny'], resumes: 1 });
    expect(only(resumed, 'tab-attached')).toMatchObject([{ why: 'recovered' }]);
    expect(fold(resumed.log.events).status).toBe('done');
  });

  it('finds its page again after a restart of the browser', async () => {
    const world = new FakeWorld({ script: [proposal([click(REFS.asks)])] });
    const { ports, signal } = world.startLife();
    await drive(RUN_ID, ports, signal);
    world.browser.restart();
    expect((await runWorld(world, ALLOW)).status).toBe('done');
    expect(only(world, 'tab-attached')).toMatchObject([{ tabId: 2, why: 'recovered' }]);
    expect(world.executed).toEqual([]);
  });

  it('opens its page again when a run that rested since a restart is resumed', async () => {
    const world = new FakeWorld({ script: [proposal([click(REFS.asks)])] });
    const { ports, signal } = world.startLife();
    await drive(RUN_ID, ports, signal);
    world.browser.restart();
    world.log.write({ type: 'run-paused', why: 'restart' });
    world.log.write({ type: 'tab-detached', tabId: 1 });
    expect((await runWorld(world, { answers: ['deny'], resumes: 1 })).status).toBe('done');
    expect(only(world, 'tab-attached')).toMatchObject([{ tabId: 2, why: 'recovered' }]);
  });

  it('goes on in another tab of the run when one is closed by an action', async () => {
    const open = { name: 'open_tab', args: { url: START_URL } };
    const world = await play({
      script: [proposal([open]), proposal([{ name: 'close_tab', args: {} }]), proposal([finish()])],
    });
    expect(only(world, 'tab-attached')).toMatchObject([{ tabId: 2, why: 'opened' }]);
    expect(only(world, 'tab-detached')).toMatchObject([{ tabId: 2 }]);
    expect(fold(world.log.events)).toMatchObject({ status: 'done', tabs: [1], activeTab: 1 });
  });
});
