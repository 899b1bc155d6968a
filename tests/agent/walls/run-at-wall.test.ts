import { describe, expect, it } from 'vitest';
import { drive } from '../../../lib/agent/driver';
import { fold } from '../../../lib/agent/fold';
import type { RunState } from '../../../lib/agent/state';
import type { EventBody } from '../../../lib/trajectories/event';
import type { PlannerRef } from '../../../lib/trajectories/task';
import { CHAT_MODEL, click, FakeWorld, finish, proposal, RUN_ID } from '../fake-ports';
import { REFS, START_URL } from '../fake-browser';

const LOGIN = `page "Log in"  ${START_URL}
heading 1 "Log in"
e1 textbox "User"
e2 textbox "Password" password
e3 button "Log in"`;
const ID = 'wall:login:https://shop.test';

/** A run whose page is a sign-in page as long as `isThere`. */
class WalledWorld {
  isThere = true;
  url = `${START_URL}login`;
  readonly world: FakeWorld;

  constructor(planner: PlannerRef = CHAT_MODEL) {
    this.world = new FakeWorld({ script: [proposal([click(REFS.plain)]), proposal([finish()])], planner });
  }

  async drive(): Promise<RunState> {
    const { ports, signal } = this.world.startLife();
    const { observe } = ports.page;
    ports.page.observe = async (...given) => {
      const seen = await observe(...given);
      if (!seen.ok || !this.isThere) return seen;
      const { changes: _changes, ...value } = seen.value;
      return { ok: true, value: { ...value, url: this.url, title: 'Log in', text: LOGIN } };
    };
    return drive(RUN_ID, ports, signal);
  }

  write(body: EventBody): RunState {
    this.world.log.write(body);
    return fold(this.world.log.events);
  }

  notes(): string[] {
    const history = this.world.contexts.at(-1)?.history ?? [];
    return history.flatMap((entry) => (entry.type === 'note' ? [entry.text] : []));
  }
}

const past = (by: 'page' | 'panel'): EventBody => ({ type: 'hand-over-ended', actionId: ID, by, did: true });

describe('a run that comes to a sign-in page', () => {
  it('asks the user, asks no planner, and goes on when the page is past it', async () => {
    const walled = new WalledWorld();
    expect(await walled.drive()).toMatchObject({
      status: 'needs-user',
      waiting: { kind: 'wall', actionId: ID, wall: { kind: 'login', origin: 'https://shop.test' } },
    });
    expect((await walled.drive()).status).toBe('needs-user');
    expect(walled.world.contexts).toEqual([]);
    walled.isThere = false;
    walled.write(past('page'));
    expect((await walled.drive()).status).toBe('done');
    expect(walled.notes()).toEqual(['That page asked to sign in; the user has done that themselves.']);
    const types = walled.world.log.events.map(({ type }) => type).slice(1, 5);
    expect(types).toEqual(['observed', 'hand-over-ended', 'observed', 'proposed']);
  });

  it('asks again when it comes back, but not once the user has said how to go on', async () => {
    const walled = new WalledWorld();
    await walled.drive();
    walled.write(past('page'));
    expect((await walled.drive()).waiting?.kind).toBe('wall');
    walled.write(past('panel'));
    expect((await walled.drive()).status).toBe('done');
    expect(walled.notes().at(-1)).toContain('says to go on');
  });

  it('reads words of the user instead', async () => {
    const walled = new WalledWorld();
    await walled.drive();
    expect(walled.write({ type: 'user-said', text: 'Order as a guest.' }).waiting).toBeUndefined();
    expect((await walled.drive()).status).toBe('done');
    expect(walled.world.contexts[0]?.history.some((entry) => entry.type === 'user')).toBe(true);
  });

  it('lets go of nothing that is not waited for', async () => {
    const walled = new WalledWorld();
    await walled.drive();
    const other = walled.write({ ...past('page'), actionId: 'wall:captcha:https://shop.test' } as EventBody);
    expect(other.waiting?.actionId).toBe(ID);
    expect(walled.write({ type: 'run-stopped' })).toMatchObject({ status: 'stopped' });
    expect(walled.write(past('page')).status).toBe('stopped');
  });

  it('notes what the user does there, and tells it after the wall', async () => {
    const walled = new WalledWorld();
    await walled.drive();
    const acted = { type: 'user-acted', tabId: 1, act: { did: 'click', on: 'button "Log in"' } } as const;
    expect(walled.write(acted)).toMatchObject({ status: 'needs-user', waiting: { kind: 'wall' } });
    walled.isThere = false;
    walled.write(past('page'));
    await walled.drive();
    expect(walled.notes()).toEqual([
      expect.stringContaining('asked to sign in'),
      'Meanwhile the user did this on the page themselves:',
    ]);
  });

  it('is not held up where it began: whoever starts it there has seen the page', async () => {
    const walled = new WalledWorld();
    walled.url = START_URL;
    expect((await walled.drive()).status).toBe('done');
  });

  it('is not held up when it follows a recipe, which asks for itself', async () => {
    const walled = new WalledWorld({ kind: 'recipe', recipeId: 'r', params: {} });
    expect((await walled.drive()).status).toBe('done');
  });
});
