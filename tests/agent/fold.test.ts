import { describe, expect, it } from 'vitest';
import { applyEvent, fold } from '../../lib/agent/fold';
import { next } from '../../lib/agent/next';
import { canResume, currentStep, isRunOver, planProgress, runTitle, statusWord } from '../../lib/agent/view';
import type { EventBody, RunEvent } from '../../lib/trajectories/event';
import { summarizeRun } from '../../lib/trajectories/run-summary';
import { click, finish, proposal } from './fake-ports';

const STARTED: EventBody = {
  type: 'run-started',
  task: { text: '\n  Buy   a kettle\nthe blue one', attachments: [] },
  planner: { kind: 'rules' },
  tabId: 1,
  url: 'https://shop.test:8080/a?b',
  origins: ['https://shop.test:8080'],
  maxSteps: 5,
};

const OBSERVED: EventBody = {
  type: 'observed',
  tabId: 1,
  url: 'https://shop.test:8080/a',
  title: 'A',
  text: 'hash',
  frames: [],
  elements: 1,
  ms: 1,
};

function log(...bodies: EventBody[]): RunEvent[] {
  return [STARTED, ...bodies].map((body, seq) => ({ ...body, v: 1, runId: 'r', seq, at: 100 + seq }));
}

describe('fold', () => {
  it('is total: an empty log, a log with a gap, a second beginning', () => {
    expect(fold([])).toMatchObject({ status: 'failed', failure: { code: 'log-broken' } });
    const [started, observed] = log(OBSERVED);
    if (!started || !observed) throw new Error('no events');
    expect(fold([observed])).toMatchObject({ broken: true, status: 'failed' });
    expect(fold([started, { ...observed, seq: 2 }])).toMatchObject({ broken: true, nextSeq: 1 });
    expect(fold([started, { ...started, seq: 1 }])).toMatchObject({ broken: true });
    expect(next(fold([observed]))).toEqual({ type: 'wait' });
  });

  it('ignores an event that it has seen', () => {
    const events = log(OBSERVED);
    const state = fold(events);
    expect(applyEvent(state, events[1] as RunEvent)).toBe(state);
  });

  it('keeps the frames of a tab while the run looks at another one', () => {
    const frame = { frameId: 7, prefix: 'f2', origin: 'https://pay.test', lastRef: 4, mark: 'm-1' };
    const state = fold(
      log({ ...OBSERVED, frames: [frame] }, { ...OBSERVED, tabId: 2, url: 'https://other.test/' }),
    );
    expect(state.observation).toMatchObject({ tabId: 2, frames: [] });
    expect(state.framesByTab).toEqual({ 1: [frame], 2: [] });
  });

  it('keeps a proposal that came after the words of the user, but starts nothing of it', () => {
    const events = log(
      OBSERVED,
      { type: 'user-said', text: 'Wait' },
      { type: 'proposed', proposal: proposal([finish()]), basis: 1 },
    );
    const state = fold(events);
    expect(state.history.map(({ type }) => type)).toEqual(['observation', 'proposal', 'user']);
    expect(state.steps).toMatchObject([{ phase: 'not-done' }]);
    expect(state.unread).toBe(true);
    expect(next(state)).toEqual({ type: 'propose' });
    expect(
      fold([
        ...events,
        ...log(...events.slice(1), { type: 'proposed', proposal: proposal([]), basis: 3 }).slice(4),
      ]).unread,
    ).toBe(false);
  });

  it('ends the batch when the user says something', () => {
    const state = fold(
      log(
        OBSERVED,
        { type: 'proposed', proposal: proposal([click('e1')]), basis: 1 },
        { type: 'user-said', text: 'No' },
      ),
    );
    expect(state.steps).toMatchObject([{ phase: 'not-done', notDone: expect.stringContaining('user said') }]);
  });

  it('adds up usage and shows the plan', () => {
    const items = [
      { text: 'Look', state: 'done' },
      { text: 'Buy', state: 'todo' },
    ];
    const state = fold(
      log(
        OBSERVED,
        { type: 'proposed', proposal: proposal([{ name: 'update_plan', args: { items } }]), basis: 1 },
        { type: 'action-ended', actionId: '2.0', result: { status: 'done', message: '', effect: {} } },
      ),
    );
    expect(state.usage).toEqual({ promptTokens: 10, cachedTokens: 5, completionTokens: 3 });
    expect(planProgress(state)).toEqual({ done: 1, all: 2 });
    expect(state.stale).toBe(false);
  });

  it('resumes a run that is done when the user has more to say', () => {
    const done = log(
      OBSERVED,
      { type: 'proposed', proposal: proposal([finish()]), basis: 1 },
      { type: 'action-ended', actionId: '2.0', result: { status: 'done', message: '', effect: {} } },
    );
    expect(next(fold(done))).toMatchObject({ type: 'finish', success: true, answer: 'All done.' });
    const over = log(...done.slice(1), { type: 'run-finished', success: true, answer: 'All done.' });
    expect(next(fold(over))).toEqual({ type: 'wait' });
    const more = log(...over.slice(1), { type: 'user-said', text: 'And a cup' }, { type: 'run-resumed' });
    expect(next(fold(more))).toEqual({ type: 'observe' });
  });
});

describe('views and summaries', () => {
  it('say what a list and the panel need', () => {
    const state = fold(log(OBSERVED, { type: 'proposed', proposal: proposal([click('e1')]), basis: 1 }));
    expect(runTitle(state)).toBe('Buy a kettle');
    expect(statusWord(state)).toBe('working');
    expect(statusWord(undefined)).toBe('ready');
    expect(currentStep(state)?.actionId).toBe('2.0');
    expect(isRunOver(state)).toBe(false);
    expect(summarizeRun(state)).toMatchObject({
      id: 'r',
      site: 'shop.test:8080',
      status: 'working',
      steps: 0,
      tabs: [1],
    });
    const stopped = fold(log({ type: 'run-stopped' }));
    expect([isRunOver(stopped), canResume(stopped), summarizeRun(stopped).tabs]).toEqual([true, true, [1]]);
  });
});
