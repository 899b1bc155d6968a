import { describe, expect, it } from 'vitest';
import { createFallbackPlanner, REST_MS } from '../../lib/planners/fallback';
import type { Planner, ProposeResult } from '../../lib/planners/planner';
import type { Sentence } from '../../lib/trajectories/verdict';
import { makeContext } from './chat-model/make-context';

const USAGE = { promptTokens: 1, cachedTokens: 0, completionTokens: 1 };

function answers(say: string, model = say): ProposeResult {
  return { ok: true, proposal: { say, actions: [], usage: USAGE, latencyMs: 1, model } };
}

function fails(code: string): ProposeResult {
  return { ok: false, failure: { code, message: `It said ${code}.` }, tries: [{ code, waitedMs: 5 }] };
}

/** A planner that gives these results in order, and counts how often it was asked. */
function scripted(...results: ProposeResult[]): Planner & { asked: number } {
  const planner = {
    scope: 'near' as const,
    asked: 0,
    propose: () => {
      const result = results[Math.min(planner.asked, results.length - 1)] ?? fails('nothing-scripted');
      planner.asked += 1;
      return Promise.resolve(result);
    },
  };
  return planner;
}

function make(first: Planner, second: Planner) {
  let now = 0;
  const statuses: Sentence[] = [];
  const planner = createFallbackPlanner({ first, second, secondName: 'small', now: () => now });
  return {
    statuses,
    pass: (ms: number) => (now += ms),
    propose: (signal = new AbortController().signal) =>
      planner.propose(
        makeContext(),
        signal,
        () => undefined,
        (status) => statuses.push(status),
      ),
  };
}

describe('a fallback model', () => {
  it('is not asked while the first one answers', async () => {
    const second = scripted(answers('second'));
    const { propose, statuses } = make(scripted(answers('first')), second);
    expect(await propose()).toEqual(answers('first'));
    expect([second.asked, statuses]).toEqual([0, []]);
  });

  it.each([
    'endpoint-unreachable',
    'rate-limited',
    'out-of-credit',
    'unknown-model',
    'endpoint-error',
    'timeout',
    'stalled',
  ])('answers after %s, which is noted and said', async (code) => {
    const { propose, statuses } = make(scripted(fails(code)), scripted(answers('second', 'small-2')));
    expect(await propose()).toMatchObject({
      ok: true,
      proposal: { say: 'second', model: 'small-2', fellBack: true, tries: [{ code, waitedMs: 5 }] },
    });
    expect(statuses).toEqual([{ key: 'waiting.fallback', params: { model: 'small' } }]);
  });

  it.each(['wrong-key', 'prompt-too-long', 'request-refused', 'reply-garbled', 'aborted'])(
    'is not asked after %s, which is for the user to mend or would come again',
    async (code) => {
      const second = scripted(answers('second'));
      expect(await make(scripted(fails(code)), second).propose()).toEqual(fails(code));
      expect(second.asked).toBe(0);
    },
  );

  it('is not asked for a run that was stopped meanwhile', async () => {
    const second = scripted(answers('second'));
    const result = await make(scripted(fails('endpoint-unreachable')), second).propose(AbortSignal.abort());
    expect([result.ok, second.asked]).toEqual([false, 0]);
  });

  it('goes on answering for a while, then the first one is asked again', async () => {
    const first = scripted(fails('rate-limited'), answers('first'));
    const { propose, pass } = make(first, scripted(answers('second')));
    await propose();
    pass(REST_MS - 1);
    expect(await propose()).toMatchObject({ proposal: { say: 'second', fellBack: true } });
    expect(first.asked).toBe(1);
    pass(1);
    expect(await propose()).toEqual(answers('first'));
  });

  it('adds up what both took; the cost is known only when both are', async () => {
    const usage = { promptTokens: 100, cachedTokens: 10, completionTokens: 5 };
    const lost = (cost: { costUsd?: number }): ProposeResult => ({
      ok: false,
      failure: { code: 'endpoint-error', message: 'It failed.' },
      spent: { usage, ...cost },
    });
    const paid = answers('second');
    if (paid.ok) paid.proposal.costUsd = 0.5;
    expect(await make(scripted(lost({ costUsd: 0.25 })), scripted(paid)).propose()).toMatchObject({
      proposal: { costUsd: 0.75, usage: { promptTokens: 101, cachedTokens: 10, completionTokens: 6 } },
    });
    const unknown = await make(scripted(lost({})), scripted(paid)).propose();
    expect(unknown.ok && 'costUsd' in unknown.proposal).toBe(false);
    expect(
      await make(scripted(lost({ costUsd: 0.25 })), scripted(lost({ costUsd: 0.5 }))).propose(),
    ).toMatchObject({
      ok: false,
      spent: { costUsd: 0.75, usage: { promptTokens: 200 } },
    });
  });

  it('that fails as well leaves the failure of the first, with both told', async () => {
    const result = await make(scripted(fails('rate-limited')), scripted(fails('wrong-key'))).propose();
    expect(result).toEqual({
      ok: false,
      failure: {
        code: 'rate-limited',
        message: 'It said rate-limited. The fallback model failed, too: It said wrong-key.',
      },
      tries: [
        { code: 'rate-limited', waitedMs: 5 },
        { code: 'wrong-key', waitedMs: 5, model: 'small' },
      ],
    });
  });
});
