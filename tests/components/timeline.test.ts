import { describe, expect, test } from 'vitest';
import { timelineOf } from '../../components/timeline';
import type { userActSentence } from '../../lib/agent/user-acts';
import { event, failed, proposed, step } from '../page/components/fixtures';

const kinds = (items: ReturnType<typeof timelineOf>) => items.map((item) => `${item.kind} ${item.key}`);

describe('timelineOf', () => {
  test('puts what was said before what was done, in the order of the log', () => {
    const events = [
      proposed(2, 'Looking.'),
      event(5, { type: 'user-said', text: 'The blue one' }),
      proposed(6, ''),
    ];
    const steps = [
      step('2.0', 'click', 'link "A"'),
      step('2.1', 'click', 'link "B"'),
      step('6.0', 'click', 'link "C"'),
    ];
    expect(kinds(timelineOf(events, steps, []))).toEqual([
      'say 2-say',
      'step 2.0',
      'step 2.1',
      'user 5',
      'step 6.0',
    ]);
  });

  test('has what the user said, answered and did as theirs; going on to type is one thing', () => {
    const typed = { did: 'type' as const, on: 'textbox "Search"' };
    const acted = (seq: number, act: Parameters<typeof userActSentence>[0]) =>
      event(seq, { type: 'user-acted', tabId: 1, act });
    const events = [
      acted(2, typed),
      acted(3, { ...typed, value: 'kettle' }),
      acted(4, { did: 'click', on: 'button "Find"' }),
      acted(5, { did: 'click', on: 'button "Find"' }),
      event(6, { type: 'replied', actionId: '1.0', text: 'Blue' }),
    ];
    expect(kinds(timelineOf(events, [], []))).toEqual(['act 3', 'act 4', 'act 5', 'user 6']);
  });

  test('leaves out what nobody has judged yet, and what shows as plan or result', () => {
    const { sentence: _sentence, result: _result, ...queued } = step('2.1', 'click', 'link "B"');
    const steps = [
      step('2.0', 'update_plan', ''),
      { ...queued, phase: 'proposed' as const },
      step('2.2', 'finish', ''),
      step('2.3', 'finish', '', { result: failed('bad-arguments', 'No answer given.') }),
    ];
    expect(kinds(timelineOf([proposed(2, '')], steps, []))).toEqual(['step 2.3']);
  });

  test('says when another model begins to answer, once', () => {
    const by = (seq: number, fellBack: boolean) => {
      const said = proposed(seq, '');
      if (said.type !== 'proposed' || !fellBack) return said;
      return { ...said, proposal: { ...said.proposal, fellBack: true as const, model: 'small' } };
    };
    const events = [by(2, false), by(4, true), by(6, true), by(8, false), by(10, true)];
    expect(kinds(timelineOf(events, [], []))).toEqual(['note 4-fallback', 'note 10-fallback']);
    expect(timelineOf(events, [], [])[0]).toMatchObject({
      sentence: { key: 'note.fell_back', params: { model: 'small' } },
    });
  });

  test('keeps how a task ended that another one followed; the newest end is the result', () => {
    const events = [
      event(3, { type: 'run-finished', success: true, answer: 'It is blue.' }),
      event(4, { type: 'follow-up', task: { text: 'And what does it cost?', attachments: [] } }),
      event(5, { type: 'run-failed', failure: { code: 'tab-gone', message: 'Gone.' } }),
      event(6, { type: 'follow-up', task: { text: 'Again', attachments: [] } }),
      event(7, { type: 'run-stopped' }),
      event(8, { type: 'follow-up', task: { text: 'Once more', attachments: [] } }),
      event(9, { type: 'run-finished', success: true, answer: 'It costs 5.' }),
    ];
    expect(kinds(timelineOf(events, [], []))).toEqual([
      'answer 3',
      'task 4',
      'failure 5',
      'task 6',
      'note 7',
      'task 8',
    ]);
  });

  test('does not say again what the plan says', () => {
    const plan = [{ text: 'read the total → 45.80', state: 'done' as const }];
    expect(timelineOf([proposed(2, 'read the total')], [], plan)).toEqual([]);
  });

  test('notes what happened to the run itself', () => {
    const events = [
      event(3, { type: 'answered', actionId: 'access:https://pay.example', answer: 'allow-once' }),
      event(4, { type: 'answered', actionId: '2.0', answer: 'deny' }),
      event(5, { type: 'run-paused', why: 'steps' }),
      event(6, { type: 'run-paused', why: 'loop' }),
    ];
    expect(timelineOf(events, [], [])).toEqual([
      {
        kind: 'note',
        key: '3',
        sentence: { key: 'note.access_allowed', params: { origin: 'https://pay.example' } },
      },
      { kind: 'pause', key: '5', event: events[2] },
      { kind: 'pause', key: '6', event: events[3] },
    ]);
  });
});
