import { describe, expect, it } from 'vitest';
import type { EventBody, RunEvent } from '../../../lib/trajectories/event';
import { splitSteps, timeStep } from './step-timings';

const ACTION = '1.0';
const FRAMES = { frames: [], elements: 1, ms: 1 };

function at(ms: number, body: EventBody): RunEvent {
  return { ...body, v: 1, runId: 'r', seq: 0, at: ms };
}

const proposed = (ms: number) => at(ms, { type: 'proposed', proposal: { say: '', actions: [] } as never });
const judged = (ms: number) =>
  at(ms, {
    type: 'judged',
    actionId: ACTION,
    verdict: { decision: 'allow', risk: 'reads', reasons: [] } as never,
    sentence: { key: 'k', params: {} },
  });
const intended = (ms: number) =>
  at(ms, {
    type: 'action-intended',
    actionId: ACTION,
    nonce: 'n',
    call: { name: 'click', args: {} },
    tabId: 1,
  });
const ended = (ms: number) =>
  at(ms, { type: 'action-ended', actionId: ACTION, result: { status: 'done', message: 'm', effect: {} } });
const observed = (ms: number) =>
  at(ms, { type: 'observed', tabId: 1, url: 'u', title: 't', text: 'h', ...FRAMES });
const answered = (ms: number) =>
  at(ms, { type: 'answered', actionId: ACTION, answer: 'allow-once' as never });

describe('splitSteps', () => {
  it('begins a step with every proposal and leaves out what is before the first', () => {
    const steps = splitSteps([observed(0), proposed(1), judged(2), observed(3), proposed(4)]);
    expect(steps.map((step) => step.map((event) => event.at))).toEqual([[1, 2, 3], [4]]);
  });
});

describe('timeStep', () => {
  const step = [proposed(100), judged(110), intended(115), ended(240), observed(260)];

  it('adds up to the whole', () => {
    const timings = timeStep(step, { nextRequestAt: 270, lastEventAt: 125 });
    expect(timings).toEqual({
      total: 170,
      judge: 15,
      act: 10,
      settle: 115,
      acting: 125,
      observe: 20,
      send: 10,
    });
  });

  it('does not count the time that the user takes', () => {
    const asked = [proposed(100), judged(110), answered(5110), intended(5115), ended(5240), observed(5260)];
    expect(timeStep(asked, { nextRequestAt: 5270, lastEventAt: 5125 })).toMatchObject({
      total: 170,
      judge: 15,
    });
  });

  it('does not split acting by an event of another step', () => {
    expect(timeStep(step, { nextRequestAt: 270, lastEventAt: 90 })).toMatchObject({
      act: undefined,
      settle: undefined,
      acting: 125,
    });
  });

  it('of a step that reads ends with the action', () => {
    const reading = [proposed(100), judged(110), intended(115), ended(240)];
    expect(timeStep(reading, { nextRequestAt: 250, lastEventAt: undefined })).toMatchObject({
      total: 150,
      observe: undefined,
      send: 10,
    });
  });

  it('refuses a step that was not carried out', () => {
    const failed = at(240, {
      type: 'action-ended',
      actionId: ACTION,
      result: { status: 'failed', failure: { code: 'c', message: 'm' } },
    });
    const times = { nextRequestAt: 270, lastEventAt: undefined };
    expect(() => timeStep([proposed(1), judged(2), intended(3), failed], times)).toThrow('failed');
    expect(() => timeStep([proposed(1), judged(2)], times)).toThrow('action-intended');
  });
});
