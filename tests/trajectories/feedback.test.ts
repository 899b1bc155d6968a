import { describe, expect, it } from 'vitest';
import { EVENT_VERSION, type EventBody, type RunEvent } from '../../lib/trajectories/event';
import { projectFeedback } from '../../lib/trajectories/feedback';

const log = (...bodies: EventBody[]): RunEvent[] =>
  bodies.map((body, seq) => ({ ...body, v: EVENT_VERSION, runId: 'r', seq, at: seq }));

const proposed = (count: number, basis?: number): EventBody => ({
  type: 'proposed',
  proposal: {
    say: '',
    actions: Array.from({ length: count }, () => ({ name: 'click', args: { ref: 'e1' } })),
    usage: { promptTokens: 0, cachedTokens: 0, completionTokens: 0 },
    latencyMs: 0,
  },
  ...(basis === undefined ? {} : { basis }),
});
const ended = (actionId: string): EventBody => ({
  type: 'action-ended',
  actionId,
  result: { status: 'done', message: '', effect: {} },
});

describe('what the user let the planner know', () => {
  it('says which actions it is about', () => {
    const act = { did: 'click', on: 'button "Buy"' } as const;
    const events = log(
      proposed(3),
      ended('0.0'),
      { type: 'answered', actionId: '0.1', answer: 'deny' },
      { type: 'user-said', text: 'No, the blue one.', about: ['0.2'] },
      proposed(2, 3),
      { type: 'replied', actionId: '4.0', text: 'Large' },
      ended('4.0'),
      { type: 'user-acted', tabId: 1, act },
      { type: 'hand-over-ended', actionId: '4.1', by: 'panel', did: false },
    );
    expect(projectFeedback(events)).toEqual([
      { kind: 'verdict', seq: 2, answer: 'deny', actionIds: ['0.1'] },
      { kind: 'words', seq: 3, text: 'No, the blue one.', actionIds: ['0.2'] },
      { kind: 'reply', seq: 5, text: 'Large', actionIds: ['4.0'] },
      { kind: 'act', seq: 7, act, actionIds: ['4.1'] },
      { kind: 'hand-over', seq: 8, did: false, actionIds: ['4.1'] },
    ]);
  });

  it('names the proposal that was made without having read the words', () => {
    const events = log(
      proposed(1, 0),
      ended('0.0'),
      { type: 'user-said', text: 'Stop, not that one.' },
      proposed(1, 1),
      proposed(1, 3),
    );
    expect(projectFeedback(events)).toEqual([
      { kind: 'words', seq: 2, text: 'Stop, not that one.', actionIds: [], proposalSeq: 3 },
    ]);
  });
});
