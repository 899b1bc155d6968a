import { describe, expect, it } from 'vitest';
import { next } from '../../lib/agent/next';
import type { EventBody } from '../../lib/trajectories/event';
import { Log } from './events-by-hand';
import { click } from './fake-ports';

const SAID: EventBody = { type: 'user-said', text: 'No, the blue one' };
const ask = { name: 'ask_user', args: { question: 'Which one?' } };

function withApproval(log = new Log()): Log {
  log.propose([click('e1'), click('e2')]);
  const verdict = { decision: 'ask' as const, risk: 'sends' as const, reasons: [] };
  return log.write({
    type: 'judged',
    actionId: '2.0',
    verdict,
    sentence: { key: 'action.click', params: {} },
  });
}

describe('a word to a paused run', () => {
  it.each(['user', 'loop', 'stuck', 'restart'] as const)('makes it go on when it rests for %s', (why) => {
    const log = new Log().propose([click('e1')]).write({ type: 'run-paused', why }, SAID);
    expect(log.state).toMatchObject({ status: 'working', unread: true, steps: [{ phase: 'not-done' }] });
    expect(log.state).not.toHaveProperty('pausedFor');
    expect(next(log.state)).toEqual({ type: 'observe' });
    expect(next(log.observe().state)).toEqual({ type: 'propose' });
    expect(log.state.history.at(-2)).toMatchObject({ type: 'user', text: 'No, the blue one' });
  });

  it('lets it use as much again when a budget was used up', () => {
    const log = new Log({ budgets: { steps: 1 } }).propose([click('e1')]);
    const reached = { per: 'run', measure: 'steps', limit: 1, used: 1 } as const;
    log.write({ type: 'run-paused', why: 'budget', reached }, SAID);
    expect(log.state).toMatchObject({ status: 'working', limits: { steps: 2 } });
    expect(next(log.state)).toEqual({ type: 'observe' });
  });

  it('answers the question that it rests with', () => {
    const log = new Log().propose([ask]);
    log.write({ type: 'action-intended', actionId: '2.0', nonce: 'n', call: ask, tabId: 1 });
    log.write({ type: 'run-paused', why: 'user' }, SAID);
    expect(log.state).toMatchObject({ status: 'working', steps: [{ reply: 'No, the blue one' }] });
    expect(next(log.state)).toEqual({ type: 'run-action', actionId: '2.0' });
  });

  it('withdraws the approval that it rests with', () => {
    const log = withApproval().write({ type: 'run-paused', why: 'user' }, SAID);
    expect(log.state).not.toHaveProperty('waiting');
    expect(log.state.steps.map(({ phase }) => phase)).toEqual(['not-done', 'not-done']);
  });

  it('leaves a run that has ended alone until it is resumed', () => {
    const log = new Log().observe().write({ type: 'run-stopped' }, SAID);
    expect(log.state.status).toBe('stopped');
    expect(next(log.state)).toEqual({ type: 'wait' });
    expect(next(log.write({ type: 'run-resumed' }).state)).toEqual({ type: 'observe' });
  });
});

describe('a word in mid-run', () => {
  it('withdraws an open approval, and the rest of the batch', () => {
    const log = withApproval().write(SAID);
    expect(log.state).toMatchObject({ status: 'working', unread: true });
    expect(log.state).not.toHaveProperty('waiting');
    expect(log.state.steps.map(({ phase }) => phase)).toEqual(['not-done', 'not-done']);
    expect(next(log.state)).toEqual({ type: 'propose' });
  });

  it('lets the action under way come to its end, and drops those after it', () => {
    const log = new Log().propose([click('e1'), click('e2')]);
    log.write({ type: 'action-intended', actionId: '2.0', nonce: 'n', call: click('e1'), tabId: 1 }, SAID);
    expect(log.state.steps.map(({ phase }) => phase)).toEqual(['intended', 'not-done']);
  });

  it('ends a hand-over without its having been done', () => {
    const log = new Log().propose([click('e1')]);
    log.write({ type: 'action-intended', actionId: '2.0', nonce: 'n', call: click('e1'), tabId: 1 });
    const handOver = { do: 'click', target: 'button "Pay"', ref: 'e1', why: 'real-input' } as const;
    log.write({ type: 'hand-over-asked', actionId: '2.0', nonce: 'n', handOver }, SAID);
    expect(log.state).not.toHaveProperty('waiting');
    expect(log.state.steps).toMatchObject([{ handedOver: { ended: { did: false } } }]);
    expect(next(log.state)).toEqual({ type: 'end-hand-over', actionId: '2.0' });
  });

  it('leaves a question about access open: nothing can be read without it', () => {
    const origin = 'https://other.test';
    const log = new Log().write(
      { type: 'access-asked', actionId: `access:${origin}`, origin, reasons: [] },
      SAID,
    );
    expect(log.state).toMatchObject({ status: 'needs-user', waiting: { kind: 'access' } });
  });
});
