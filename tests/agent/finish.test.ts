import { describe, expect, it } from 'vitest';
import { fold } from '../../lib/agent/fold';
import type { ActionResult } from '../../lib/trajectories/action';
import type { RunState } from '../../lib/agent/state';
import { REFS, START_URL } from './fake-browser';
import { CHAT_MODEL, click, FakeWorld, finish, proposal, type WorldOptions } from './fake-ports';
import { runWorld } from './run-world';

const SHOWN = finish('Done.', 'button "Version"');
const INVENTED = finish('Done.', 'Thank you for your order');

async function play(options: WorldOptions, prepare?: (world: FakeWorld) => void): Promise<FakeWorld> {
  const world = new FakeWorld({ planner: CHAT_MODEL, ...options });
  prepare?.(world);
  await runWorld(world, { answers: ['allow-once'], resumes: 0 });
  return world;
}

function stateOf(world: FakeWorld): RunState {
  return fold(world.log.events);
}

function finishes(world: FakeWorld): (ActionResult | undefined)[] {
  return stateOf(world)
    .steps.filter(({ call }) => call.name === 'finish')
    .map(({ result }) => result);
}

function observed(world: FakeWorld): number {
  return world.log.events.filter(({ type }) => type === 'observed').length;
}

describe('a finish with evidence', () => {
  it('is accepted when the page, read anew, shows it', async () => {
    const world = await play({ script: [proposal([SHOWN])] });
    expect(stateOf(world)).toMatchObject({
      status: 'done',
      proposals: 1,
      outcome: { success: true, evidence: 'button "Version"', seen: true },
    });
    expect(observed(world)).toBe(1);
  });

  it('is handed back once when the page does not, and the planner reads why', async () => {
    const world = await play({ script: [proposal([INVENTED, click(REFS.plain)]), proposal([INVENTED])] });
    const [first, second] = finishes(world);
    expect(first).toMatchObject({ status: 'failed', failure: { code: 'evidence-not-found' } });
    expect(first?.status === 'failed' && first.failure.message).toMatchInlineSnapshot(
      `"Not finished yet: the page was read again and does not show "Thank you for your order". If the task is not done, go on with it. If it is, finish again and quote the page's own words; a second finish is accepted."`,
    );
    expect(second).toMatchObject({ status: 'done', effect: { evidence: 'not-seen' } });
    expect(stateOf(world)).toMatchObject({
      status: 'done',
      proposals: 2,
      outcome: { success: true, seen: false },
    });
    expect(world.executed).toEqual([]);
    expect(world.contexts[1]?.history.map(({ type }) => type)).toEqual([
      'observation',
      'proposal',
      'result',
      'result',
      'observation',
    ]);
  });

  it('may be followed by what was still to do, and is accepted with better evidence', async () => {
    const world = await play({
      script: [proposal([INVENTED]), proposal([click(REFS.plain)]), proposal([SHOWN])],
    });
    expect(stateOf(world)).toMatchObject({ status: 'done', proposals: 3, outcome: { seen: true } });
  });

  it('goes by the page as it is at the end, not as the planner read it', async () => {
    const world = await play({ script: [proposal([finish('Done.', '"Version 1"')])] });
    expect(finishes(world)[0]).toMatchObject({ failure: { code: 'evidence-not-found' } });
  });

  it('counts pages that the run has left, and its other tabs', async () => {
    const left = await play({
      script: [proposal([click(REFS.moves)]), proposal([finish('Done.', '"Version 1"')])],
    });
    expect(finishes(left)).toMatchObject([{ effect: { evidence: 'seen' } }]);
    const open = { name: 'open_tab', args: { url: `${START_URL}new` } };
    const away = await play({
      script: [
        proposal([click(REFS.moves)]),
        proposal([open]),
        proposal([finish('Done.', '"https://shop.test/page/0"')]),
      ],
    });
    expect(finishes(away)).toMatchObject([{ effect: { evidence: 'seen' } }]);
  });

  it('counts what the page said in passing', async () => {
    const world = await play({ script: [proposal([click(REFS.plain), INVENTED])] }, ({ browser }) => {
      browser.says = ['Thank you for your order'];
    });
    expect(finishes(world)).toMatchObject([{ effect: { evidence: 'seen' } }]);
  });
});

describe('a finish is accepted as it is', () => {
  it.each<[string, WorldOptions]>([
    ['without evidence', { script: [proposal([finish()])] }],
    ['with blank evidence', { script: [proposal([finish('Done.', ' \n')])] }],
    [
      'of the rules, which quote what they read',
      { script: [proposal([INVENTED])], planner: { kind: 'rules' } },
    ],
    [
      'without success',
      { script: [proposal([{ ...INVENTED, args: { ...INVENTED.args, success: false } }])] },
    ],
  ])('%s', async (_what, options) => {
    const world = await play(options);
    expect(stateOf(world)).toMatchObject({ status: 'done', proposals: 1 });
    expect(stateOf(world).outcome).not.toHaveProperty('seen');
    expect(finishes(world)).toEqual([{ status: 'done', message: 'Finished.', effect: {} }]);
  });

  it('when there is no step left to answer in', async () => {
    const world = await play({ script: [proposal([INVENTED])], maxSteps: 1 });
    expect(stateOf(world)).toMatchObject({ status: 'done', outcome: { seen: false } });
  });

  it('when the page cannot be read', async () => {
    const world = await play({ script: [proposal([click(REFS.plain), INVENTED])] }, ({ browser }) => {
      browser.hidesAfterAction = true;
    });
    expect(finishes(world)).toEqual([{ status: 'done', message: 'Finished.', effect: {} }]);
  });
});
