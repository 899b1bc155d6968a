import { describe, expect, it } from 'vitest';
import { drive } from '../../lib/agent/driver';
import { fold } from '../../lib/agent/fold';
import { lookOf } from '../../lib/agent/loops/look-of';
import { next } from '../../lib/agent/next';
import type { RunState } from '../../lib/agent/state';
import type { ActionCall, Effect } from '../../lib/trajectories/action';
import type { EventBody, RunEvent } from '../../lib/trajectories/event';
import type { PlannerRef } from '../../lib/trajectories/task';
import { fakeTarget, REFS } from './fake-browser';
import { CHAT_MODEL, click, FakeWorld, finish, proposal, RUN_ID } from './fake-ports';

const ORIGIN = 'https://shop.test';

/** One proposal: its actions, what they changed, and what the page looked like afterwards (absent: it was not read). */
interface Turn {
  calls: ActionCall[];
  effect?: Effect;
  /** Data that it read. */
  data?: string;
  look?: string;
  /** What it looked like but for its numbers; absent: as above. */
  calm?: string;
  tag?: string;
  /** Name of the element; absent: as its ref says. */
  name?: string;
}

/** A run written by hand, one proposal after the other. */
class Script {
  readonly events: RunEvent[] = [];

  constructor(planner: PlannerRef = CHAT_MODEL) {
    this.write({
      type: 'run-started',
      task: { text: 'Buy a kettle', attachments: [] },
      planner,
      tabId: 1,
      url: `${ORIGIN}/`,
      origins: [ORIGIN],
      maxSteps: 100,
    });
    this.observe('start');
  }

  write(body: EventBody): void {
    this.events.push({ ...body, v: 1, runId: 'r', seq: this.events.length, at: this.events.length });
  }

  observe(look: string, calm?: string): void {
    // The text differs each time, as the refs of a page do that is loaded again.
    const text = `text ${this.events.length}`;
    const page = { tabId: 1, url: `${ORIGIN}/`, title: 'Shop', frames: [], elements: 1, ms: 1 };
    this.write({ type: 'observed', ...page, text, look, ...(calm === undefined ? {} : { calm }) });
  }

  play(...turns: Turn[]): this {
    for (const turn of turns) this.playOne(turn);
    return this;
  }

  private playOne(turn: Turn): void {
    const { calls, look, calm } = turn;
    const seq = this.events.length;
    this.write({ type: 'proposed', proposal: proposal(calls), basis: seq - 1 });
    for (const [index, call] of calls.entries()) this.end(`${seq}.${index}`, call, turn);
    if (look !== undefined) this.observe(look, calm);
  }

  private end(actionId: string, call: ActionCall, { effect = {}, data, tag = 'button', name }: Turn): void {
    const ref = call.args['ref'];
    const found = typeof ref === 'string' ? fakeTarget(ref, ORIGIN) : undefined;
    const target = found && {
      ...found,
      fingerprint: { ...found.fingerprint, name: name ?? nameOf(found.ref), tag },
    };
    const verdict = { decision: 'allow' as const, risk: 'changes-page' as const, reasons: [] };
    const sentence = { key: 'action.click', params: {} };
    this.write({ type: 'judged', actionId, verdict, sentence, ...(target ? { target } : {}) });
    this.write({ type: 'action-intended', actionId, nonce: actionId, call, tabId: 1 });
    const read = data === undefined ? {} : { data };
    this.write({
      type: 'action-ended',
      actionId,
      result: { status: 'done', message: 'done.', effect, ...read },
    });
  }

  get state(): RunState {
    return fold(this.events);
  }

  get notes(): string[] {
    return this.state.history.flatMap((item) => (item.type === 'note' ? [item.text] : []));
  }

  get why(): string | undefined {
    const effect = next(this.state);
    return effect.type === 'pause' ? effect.why : undefined;
  }
}

/** e12 and e112 are the same button, before and after the page was loaded again. */
function nameOf(ref: string): string {
  return `Button ${Number(ref.slice(1)) % 100}`;
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

const vain: Turn = { calls: [click('e1')], look: 'start' };

describe('the same again', () => {
  it('is told once, in names and refs, when it came to nothing three times', () => {
    const script = new Script().play(vain, vain);
    expect(script.notes).toEqual([]);
    script.play(vain);
    expect(script.notes).toEqual([
      'You are going round in circles: 3 times in a row you did the same on the same page (click e1), and each time it came to the same. Do not go on like that: try another way, ask_user, or call finish with success false and say what you tried.',
    ]);
    expect(next(script.state)).toEqual({ type: 'propose' });
    expect(script.play(vain).notes).toHaveLength(1);
  });

  it('makes the run rest when the planner does it twice more, and tells it why', () => {
    const script = new Script().play(...times(4, () => vain));
    expect(script.why).toBeUndefined();
    script.play(vain);
    expect(script.why).toBe('loop');
    script.write({ type: 'run-paused', why: 'loop' });
    expect(script.state).toMatchObject({ status: 'paused', pausedFor: 'loop' });
    expect(script.notes.at(-1)).toMatch(/the user was asked/);
  });

  it('goes on when it is resumed, and counts anew', () => {
    const script = new Script().play(...times(5, () => vain));
    script.write({ type: 'run-paused', why: 'loop' });
    script.write({ type: 'run-resumed' });
    script.observe('start');
    expect(next(script.state)).toEqual({ type: 'propose' });
    script.play(vain, vain);
    expect(script.state.loops).toMatchObject({ told: 0, rests: false });
    expect(script.play(vain).state.loops).toMatchObject({ told: 1, rests: false });
    expect(script.play(vain, vain).why).toBe('loop');
  });

  it('counts anew after words of the user', () => {
    const script = new Script().play(...times(5, () => vain));
    script.write({ type: 'user-said', text: 'It needs a moment.' });
    expect(script.why).toBeUndefined();
    expect(script.play(vain, vain).state.loops).toMatchObject({ told: 0, rests: false });
  });

  it('is known again though the page was loaded anew and its refs with it', () => {
    const reload = (ref: string): Turn => ({ calls: [click(ref)], effect: {}, look: 'start' });
    expect(new Script().play(reload('e1'), reload('e101'), reload('e201')).notes).toHaveLength(1);
    expect(new Script().play(reload('e1'), reload('e102'), reload('e203')).notes).toEqual([]);
  });

  it('is known again whatever the order of its arguments, and whatever the plan beside it', () => {
    const typed = (args: ActionCall['args'], text: string): Turn => ({
      calls: [
        { name: 'update_plan', args: { items: [{ text, state: 'doing' }] } },
        { name: 'type_text', args },
      ],
      effect: { value: 'Ada' },
      look: 'start',
    });
    const script = new Script().play(
      typed({ ref: 'e1', text: 'Ada' }, 'one'),
      typed({ text: 'Ada', ref: 'e1' }, 'two'),
      typed({ ref: 'e1', text: 'Ada' }, 'three'),
    );
    expect(script.notes).toHaveLength(1);
  });

  it('is still the same with looks and waits between', () => {
    const script = new Script().play(
      vain,
      { calls: [{ name: 'find_text', args: { text: 'a' } }], data: 'none' },
      vain,
      { calls: [{ name: 'wait_for', args: { seconds: 3 } }], look: 'start' },
      vain,
    );
    expect(script.notes).toHaveLength(1);
  });

  it('is known again when the page names an element like its ref', () => {
    expect(new Script().play(...times(3, () => ({ ...vain, name: 'e1' }))).notes).toHaveLength(1);
  });

  it('repeats no words that a page may have put into the mouth of the planner', () => {
    const call = { name: 'Click NOW', args: { ref: 'e1 and obey' } };
    const script = new Script().play(...times(3, () => ({ calls: [call], look: 'start' })));
    expect(script.notes[0]).toContain('(an unknown action)');
    expect(script.notes[0]).not.toMatch(/obey|NOW/);
  });
});

describe('what is repeated with good reason', () => {
  it('five times "+" whose count is shown nowhere; the sixth is told', () => {
    const plus: Turn = { calls: [click('e1')], effect: { told: ['Added.'] }, look: 'start' };
    const script = new Script().play(...times(5, () => plus));
    expect(script.notes).toEqual([]);
    expect(script.play(plus).notes).toHaveLength(1);
  });

  it.each<[string, (index: number) => Turn]>([
    ['"+" whose count is shown', (n) => ({ calls: [click('e1')], effect: { inPlace: true }, look: `${n}` })],
    ['the next page of a list', (n) => ({ calls: [click('e1')], effect: { added: 9 }, look: `page ${n}` })],
    [
      'scrolling down a long page',
      (n) => ({ calls: [{ name: 'scroll', args: { direction: 'down' } }], look: `at ${n}` }),
    ],
    ['waiting', () => ({ calls: [{ name: 'wait_for', args: { seconds: 5 } }], look: 'start' })],
    [
      'looking for one text after the other',
      (n) => ({ calls: [{ name: 'find_text', args: { text: `${n}` } }] }),
    ],
    [
      'reading a page that changes by itself',
      (n) => ({ calls: [{ name: 'read_page', args: {} }], data: `It is ${n} now.` }),
    ],
    ['filling one field after the other', (n) => ({ calls: [click(`e${n}`)], look: `filled ${n}` })],
    ['a game on a canvas', () => ({ calls: [click('e1')], look: 'start', tag: 'canvas' })],
  ])('%s', (_, turn) => {
    const script = new Script().play(...times(30, turn));
    expect(script.notes).toEqual([]);
    expect(script.why).toBeUndefined();
  });

  it('the same form opened and filled for each of many entries', () => {
    const script = new Script();
    for (let entry = 0; entry < 10; entry += 1)
      script.play(
        { calls: [click('e1')], effect: { added: 5 }, look: 'form' },
        { calls: [{ name: 'type_text', args: { ref: 'e2', text: `${entry}` } }], look: `form ${entry}` },
        { calls: [click('e3')], effect: { told: ['Saved.'] }, look: 'start' },
      );
    expect(script.notes).toEqual([]);
  });

  it.each<PlannerRef>([{ kind: 'rules' }, { kind: 'recipe', recipeId: 'r', params: {} }])(
    'anything that $kind does: they know by themselves when to end',
    (planner) => {
      const script = new Script(planner).play(...times(30, () => vain));
      expect(script.notes).toEqual([]);
      expect(script.why).toBeUndefined();
    },
  );
});

describe('going back and forth', () => {
  const there: Turn = { calls: [click('e1')], effect: { url: `${ORIGIN}/b` }, look: 'b' };
  const back: Turn = { calls: [{ name: 'go_back', args: {} }], effect: { url: ORIGIN }, look: 'start' };
  const on: Turn = { calls: [click('e2')], effect: { url: `${ORIGIN}/c` }, look: 'c' };

  it('between two pages is told after three turns, and rests two proposals later', () => {
    const script = new Script().play(there, back, there, back, there);
    expect(script.notes).toEqual([]);
    script.play(back);
    expect(script.notes).toEqual([expect.stringContaining('last 6 proposals')]);
    expect(script.notes[0]).toContain('(click e1, go_back)');
    expect(script.play(there, back).why).toBe('loop');
  });

  it('between three pages', () => {
    const script = new Script().play(...times(3, () => [there, on, back]).flat());
    expect(script.notes).toEqual([expect.stringContaining('last 9 proposals')]);
  });

  it('is none while something new is done each time', () => {
    const visit = (entry: number): Turn[] => [{ ...there, calls: [click(`e${entry}`)] }, back];
    expect(new Script().play(...times(12, visit).flat()).notes).toEqual([]);
  });

  it('scrolling up and down is told, and left alone for much longer', () => {
    const scroll = (n: number): Turn => ({
      calls: [{ name: 'scroll', args: { direction: n % 2 === 0 ? 'down' : 'up' } }],
      look: n % 2 === 0 ? 'below' : 'start',
    });
    const script = new Script().play(...times(17, scroll));
    expect(script.notes).toHaveLength(1);
    expect(script.why).toBeUndefined();
    expect(script.play(scroll(17)).why).toBe('loop');
  });
});

describe('no change', () => {
  it('over six different proposals is told; four more, and the run rests', () => {
    const tries = times(10, (n): Turn => ({ calls: [click(`e${n}`)], look: 'start' }));
    const script = new Script().play(...tries.slice(0, 5));
    expect(script.notes).toEqual([]);
    script.play(...tries.slice(5, 6));
    expect(script.notes).toEqual([expect.stringMatching(/^Nothing that you did in your last 6 proposals/)]);
    expect(script.play(...tries.slice(6, 9)).why).toBeUndefined();
    expect(script.play(...tries.slice(9)).why).toBe('loop');
  });

  it('another way after the telling is told of by itself before the run rests', () => {
    const script = new Script().play(
      ...times(3, () => vain),
      ...times(3, (n): Turn => ({ calls: [click(`e${n + 2}`)], look: 'start' })),
    );
    expect(script.notes).toHaveLength(2);
    expect(script.why).toBeUndefined();
  });

  it('rests at the fourth loop that is left only to fall into the next', () => {
    const fresh = (n: number): Turn => ({ calls: [click('e50')], effect: { added: 1 }, look: `at ${n}` });
    const stuck = (n: number): Turn[] => [
      fresh(n),
      ...times(3, () => ({ calls: [click(`e${n}`)], look: `at ${n}` })),
    ];
    const script = new Script().play(...times(3, stuck).flat());
    expect(script.notes).toHaveLength(3);
    expect(script.why).toBeUndefined();
    expect(script.play(...stuck(3)).why).toBe('loop');
  });
});

describe('looks', () => {
  it('are told apart by everything but refs', () => {
    const page = (first: number, text: string): string =>
      `page "Shop"  https://shop.test\n  e${first} button "Buy e7"\n  f2e${first} link "More"\n  + 9 more rows; expand e${first + 1}\n  ${text}`;
    expect(lookOf(page(1, 'One left'))).toBe(lookOf(page(12, 'One left')));
    expect(lookOf(page(1, 'One left'))).not.toBe(lookOf(page(1, 'None left')));
    expect(lookOf('e1 button "Buy e7"')).not.toBe(lookOf('e1 button "Buy e8"'));
  });
});

describe('a driven run', () => {
  it('rests with the loop in its log, tells the planner first, and ends when it is resumed', async () => {
    // A click that nothing at all is told of would be handed to the user first.
    const world = new FakeWorld({
      script: times(8, () => proposal([click(REFS.plain)])),
      planner: CHAT_MODEL,
      isStill: true,
    });
    const first = world.startLife();
    const rested = await drive(RUN_ID, first.ports, first.signal);
    expect(rested).toMatchObject({ status: 'paused', pausedFor: 'loop', proposals: 5 });
    expect(world.log.events.at(-1)).toMatchObject({ type: 'run-paused', why: 'loop' });
    expect(toldAt(world)).toEqual([3, 4]);

    world.log.write({ type: 'user-said', text: 'Give up.' });
    world.log.write({ type: 'run-resumed' });
    const script = world.startLife();
    const planner = {
      ...script.ports.planner,
      propose: () => Promise.resolve({ ok: true as const, proposal: proposal([finish()]) }),
    };
    expect(await drive(RUN_ID, { ...script.ports, planner }, script.signal)).toMatchObject({
      status: 'done',
    });
  });
});

/** Which proposals were asked for with the telling in what the planner read. */
function toldAt({ contexts }: FakeWorld): number[] {
  return contexts.flatMap(({ history }, turn) =>
    history.some((entry) => entry.type === 'note' && entry.text.includes('round in circles')) ? [turn] : [],
  );
}

describe('a page with a running clock', () => {
  /** Its clock has ticked whenever it is looked at. */
  const tick = (n: number, change: Partial<Turn> = {}): Turn => ({
    calls: [click('e1')],
    look: `at ${n}`,
    calm: 'page',
    ...change,
  });
  const begin = () =>
    new Script().play({ calls: [click('e9')], effect: { added: 1 }, look: 'at 0', calm: 'page' });

  it('does not hide that the same is done again and again, but more patience is shown', () => {
    const script = begin().play(...times(9, tick));
    expect(script.notes).toEqual([]);
    script.play(tick(9));
    expect(script.notes).toEqual([
      expect.stringMatching(
        /^You are going round in circles: 10 times .* Only numbers on it changed, as a clock does\./,
      ),
    ]);
    script.play(tick(10), tick(11));
    expect(script.why).toBe('loop');
  });

  it('hides no circle from page to page', () => {
    const page = (n: number): Turn => ({
      calls: [click(n % 2 === 0 ? 'e1' : 'e2')],
      effect: { url: `https://shop.test/${n % 2}`, leaves: true },
      look: `at ${n}`,
      calm: `page ${n % 2}`,
    });
    expect(begin().play(...times(13, page)).notes).toHaveLength(1);
  });

  it('may tick while an action is watched', () => {
    const script = begin().play(
      ...times(10, (n) => tick(n, n % 2 === 0 ? { effect: { inPlace: true } } : {})),
    );
    expect(script.notes).toHaveLength(1);
  });

  it('does not hide a cycle, or different things that change nothing', () => {
    const cycle = times(12, (n) =>
      tick(n, { calls: [click(n % 2 === 0 ? 'e1' : 'e2')], effect: { inPlace: true } }),
    );
    expect(begin().play(...cycle).notes).toEqual([expect.stringContaining('the same steps came again')]);
    const different = times(10, (n) => tick(n, { calls: [click(`e${n + 1}`)] }));
    expect(begin().play(...different).notes).toEqual([expect.stringContaining('has changed the page')]);
  });

  it.each<[string, (n: number) => Turn]>([
    ['what changes more than numbers', (n) => tick(n, { calm: `page ${n}` })],
    [
      'a count on each of several things',
      (n) => tick(n, { calls: [click(`e${n + 1}`)], effect: { inPlace: true } }),
    ],
  ])('does not make a loop of %s', (_what, turn) => {
    expect(begin().play(...times(14, turn)).notes).toEqual([]);
  });
});
